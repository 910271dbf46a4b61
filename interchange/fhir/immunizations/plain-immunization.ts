import type { CodeableConcept, Immunization } from 'fhir/r4';
import type { Product } from '../../../domain/products/product.ts';
import type { ToldEntry } from '../../../domain/vaccination/events.ts';
import type { Indication } from '../../../domain/vaccination/indication.ts';
import { atcSystem } from '../fhir-systems.ts';
import {
  actSite,
  cvxSystem,
  ownDoseSystem,
  performerFunction,
  routeOfAdministration,
  snomed,
  ucum,
} from './code-systems.ts';
import type { FhirDose, RecordedDose, ReportedDose, VaccinationFacts } from './vaccination-facts.ts';

/** A dose as an Immunization of FHIR R4, bound to no profile. */
export function plainImmunization(dose: FhirDose, { personId, centre }: VaccinationFacts): Immunization {
  return {
    resourceType: 'Immunization',
    id: dose.doseId,
    identifier: [{ system: ownDoseSystem, value: dose.doseId }],
    status: 'completed',
    patient: { reference: `Patient/${personId}` },
    ...(dose.kind === 'recorded' ? recorded(dose, centre.name) : elsewhere(dose)),
    protocolApplied: [
      {
        ...(dose.product ? { targetDisease: diseasesOf(dose.product) } : {}),
        doseNumberPositiveInt: dose.ordinal,
      },
    ],
  };
}

/** The product by the codes that the catalogue has of it. */
export function vaccineCode({ cvxCode, atcCode, name }: Product): CodeableConcept {
  return {
    coding: [
      { system: cvxSystem, code: cvxCode },
      { system: atcSystem, code: atcCode },
    ],
    text: name,
  };
}

export function diseasesOf({ diseaseCodes }: Product): CodeableConcept[] {
  return diseaseCodes.map((code) => ({ coding: [{ system: snomed, code }] }));
}

type Of<Keys extends keyof Immunization> = Pick<Immunization, 'vaccineCode' | Keys>;

function recorded(
  {
    product,
    productName,
    lot,
    expiresOn,
    site,
    route,
    amountMl,
    indication,
    givenOn,
    vaccinator,
  }: RecordedDose,
  centreName: string,
): Of<
  'occurrenceDateTime' | 'primarySource' | 'lotNumber' | EntryKeys | 'performer' | 'reasonCode' | 'location'
> {
  return {
    vaccineCode: product ? vaccineCode(product) : { text: productName },
    occurrenceDateTime: givenOn,
    primarySource: true,
    ...(lot === '' ? {} : { lotNumber: lot }),
    ...entryOf({ expiresOn, site, route, amountMl }),
    ...(indication ? { reasonCode: [reasons[indication]] } : {}),
    location: { display: centreName },
    performer: [
      {
        function: { coding: [{ system: performerFunction, code: 'AP' }] },
        actor: { display: vaccinator ?? centreName },
      },
    ],
  };
}

/** Which product a certificate meant is known by its name alone: what it counts for is no code of it. */
function elsewhere({
  productName,
  issuer,
  lot,
  told,
  givenOn,
  isDayKnown,
  product,
}: ReportedDose): Of<
  'occurrenceDateTime' | 'occurrenceString' | 'primarySource' | 'reportOrigin' | 'lotNumber' | EntryKeys
> {
  const name =
    productName === '' ? `vaccine against ${product?.disease.en ?? 'an unknown disease'}` : productName;
  return {
    vaccineCode: { text: name },
    ...(isDayKnown ? { occurrenceDateTime: givenOn } : { occurrenceString: `on or before ${givenOn}` }),
    primarySource: false,
    ...(issuer === '' ? {} : { reportOrigin: { text: issuer } }),
    ...(lot === undefined ? {} : { lotNumber: lot }),
    ...entryOf(told ?? {}),
  };
}

type EntryKeys = 'expirationDate' | 'site' | 'route' | 'doseQuantity';

/** How a dose was given, as far as it is known. */
function entryOf({
  expiresOn,
  site,
  route,
  amountMl,
}: { readonly [Key in keyof ToldEntry]: ToldEntry[Key] | undefined }): Pick<Immunization, EntryKeys> {
  return {
    ...(expiresOn ? { expirationDate: expiresOn } : {}),
    ...(site ? { site: { coding: [{ system: actSite, code: sites[site] }] } } : {}),
    ...(route ? { route: { coding: [{ system: routeOfAdministration, code: routes[route] }] } } : {}),
    ...(amountMl === undefined
      ? {}
      : { doseQuantity: { value: amountMl, unit: 'ml', system: ucum, code: 'mL' } }),
  };
}

const routes: Readonly<Record<RecordedDose['route'], string>> = { intramuscular: 'IM', subcutaneous: 'SQ' };

/** By the value set of FHIR R4 (immunization-reason) where it has a code; it has two. */
const reasons: Readonly<Record<Indication, CodeableConcept>> = {
  standard: { text: 'Standardimpfung' },
  'risk-group': { text: 'Indikationsimpfung' },
  occupational: { coding: [{ system: snomed, code: '429060002' }], text: 'Berufliche Indikation' },
  travel: { coding: [{ system: snomed, code: '281657000' }], text: 'Reiseimpfung' },
  other: { text: 'Sonstige Indikation' },
};

const sites: Readonly<Record<RecordedDose['site'], string>> = {
  'left-upper-arm': 'LA',
  'right-upper-arm': 'RA',
  'left-thigh': 'LT',
  'right-thigh': 'RT',
};
