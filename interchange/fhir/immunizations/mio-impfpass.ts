import type { CodeableConcept, Extension } from 'fhir/r4';
import type { Product } from '../../../domain/products/product.ts';
import { snomed } from './code-systems.ts';
import type { DocumentProfile } from './document-profile.ts';
import { type Concept, mioDiseases, mioVaccines } from './mio-codes.ts';
import { mioNote } from './mio-note.ts';
import { staffRoleOf, staffRoles } from './staff-roles.ts';
import type { VaccinationFacts } from './vaccination-facts.ts';

const definitions = 'https://fhir.kbv.de/StructureDefinition';
const version = '1.1.0';
/** The profile wants one and does not say which: the international edition that has all codes below. */
const snomedVersion = 'http://snomed.info/sct/900000000000207008/version/20220331';

/**
 * The entry of a dose given here by the MIO Impfpass 1.1.0 (Record_Prime), which knows no more elements than these. It
 * has no resource for what is recommended, and what others gave is entered by another profile: both are left out. The
 * document around it (Composition, its patient and staff by the KBV) is not written.
 */
export const mioImpfpass: DocumentProfile = {
  immunization(plain, dose, facts) {
    if (dose.kind === 'elsewhere' || !dose.product || dose.lot === '') return undefined;
    const targetDisease = mioDiseases[dose.product.series]?.map(coded);
    if (!targetDisease) return undefined;
    const { resourceType, id, status, patient } = plain;
    return {
      resourceType,
      ...(id ? { id } : {}),
      meta: { profile: [`${definitions}/KBV_PR_MIO_Vaccination_Record_Prime|${version}`] },
      extension: [entryType, attester(staffRoleOf(dose, facts))],
      status,
      vaccineCode: vaccineOf(dose.product),
      patient,
      occurrenceDateTime: dose.givenOn,
      primarySource: true,
      manufacturer: { display: dose.product.manufacturer },
      lotNumber: dose.lot,
      note: [{ text: mioNote }],
      protocolApplied: [{ targetDisease, doseNumberString: String(dose.ordinal) }],
    };
  },
  recommendation: () => undefined,
  also: (facts: VaccinationFacts) => staffRoles(facts),
};

const entryType: Extension = {
  url: `${definitions}/KBV_EX_MIO_Vaccination_Entry_Type`,
  valueCodeableConcept: {
    coding: [
      {
        system: 'https://fhir.kbv.de/CodeSystem/KBV_CS_MIO_Vaccination_Technical_Entry_Type',
        code: 'Eduai',
        display: 'Eintrag digital und als Impfbescheinigung',
      },
    ],
  },
};

function attester(reference: string): Extension {
  return {
    url: `${definitions}/KBV_EX_MIO_Vaccination_Attester`,
    extension: [
      {
        url: 'mode',
        valueCodeableConcept: {
          coding: [{ system: 'http://hl7.org/fhir/composition-attestation-mode', code: 'legal' }],
        },
      },
      { url: 'party', valueReference: { reference } },
    ],
  };
}

function vaccineOf({ series, name }: Product): CodeableConcept {
  return { ...coded(mioVaccines[series]), text: name };
}

function coded(concept: Concept): CodeableConcept {
  return { coding: [{ system: snomed, version: snomedVersion, ...concept }] };
}
