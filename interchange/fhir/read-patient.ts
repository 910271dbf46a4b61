import type { FieldValues, ImportField } from '../../domain/import/import-fields.ts';
import { externalPersonSystem, insuranceSystem, ownPersonSystem } from './fhir-systems.ts';
import type { PatientResource } from './resource-schemas.ts';

/** A Patient as the fields of a list: the official name, the first address, and any identifier but the insurance's. */
export function patientFields(patient: PatientResource): FieldValues {
  const name = patient.name?.find(({ use }) => use === 'official') ?? patient.name?.[0];
  const address = patient.address?.find(({ use }) => use === 'home') ?? patient.address?.[0];
  const telecom = (system: string) => patient.telecom?.find((each) => each.system === system)?.value;
  const fields: [ImportField, string | undefined][] = [
    ['externalId', idOfPatient(patient)],
    ['givenName', name?.given?.join(' ')],
    ['familyName', name?.family ?? (name?.given ? undefined : name?.text)],
    ['birthDate', patient.birthDate],
    ['sex', patient.gender === 'unknown' ? undefined : patient.gender],
    ['email', telecom('email')],
    ['phone', telecom('phone') ?? telecom('sms')],
    ['street', address?.line?.join(', ')],
    ['postcode', address?.postalCode],
    ['city', address?.city],
    ['country', address?.country],
    ['insuranceNumber', patient.identifier?.find(({ system }) => system === insuranceSystem)?.value],
    ['language', preferredLanguage(patient)],
  ];
  return new Map(
    fields.flatMap(([field, value]) => {
      const trimmed = value?.trim();
      return trimmed ? [[field, trimmed] as const] : [];
    }),
  );
}

function idOfPatient({ identifier = [], id }: PatientResource): string | undefined {
  const ofSystem = (wanted: string) => identifier.find(({ system }) => system === wanted)?.value;
  const foreign = identifier.find(({ system, value }) => system !== insuranceSystem && value !== undefined);
  return ofSystem(externalPersonSystem) ?? ofSystem(ownPersonSystem) ?? foreign?.value ?? id;
}

function preferredLanguage({ communication = [] }: PatientResource): string | undefined {
  const chosen = communication.find(({ preferred }) => preferred) ?? communication[0];
  const code = chosen?.language.coding?.[0]?.code;
  // Whoever speaks neither language gets German texts; that is no reason to refuse them.
  return code !== undefined && /^(de|en)\b/i.test(code) ? code : undefined;
}
