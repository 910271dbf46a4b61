import type { FieldValues, ImportField } from '../../domain/import/import-fields.ts';
import { externalPersonSystem, insuranceSystems, ownPersonSystem } from './fhir-systems.ts';
import type { PatientResource } from './resource-schemas.ts';

/** A Patient as the fields of a list: what is in use on this day (`YYYY-MM-DD`), the official name, the home address. */
export function patientFields(patient: PatientResource, today: string): FieldValues {
  const inUse = <Item extends Dated>(items: readonly Item[] = []) =>
    items.filter(({ use, period }) => use !== 'old' && !(period?.end && period.end < today));
  const names = inUse(patient.name);
  const named = (wanted: string) => names.find(({ use }) => use === wanted);
  const name = named('official') ?? named('usual') ?? names.find(({ use }) => use !== 'maiden') ?? names[0];
  const addresses = inUse(patient.address);
  const address = addresses.find(({ use }) => use === 'home') ?? addresses[0];
  const telecoms = inUse(patient.telecom).toSorted(
    (one, other) => (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER),
  );
  const telecom = (system: string) => telecoms.find((each) => each.system === system)?.value;
  const identifiers = inUse(patient.identifier);
  const fields: [ImportField, string | undefined][] = [
    ['externalId', idOfPatient(identifiers, patient.id)],
    ['givenName', textsOf(name?.given)?.join(' ')],
    ['familyName', name?.family ?? (name?.given ? undefined : name?.text)],
    ['birthDate', patient.birthDate],
    ['sex', patient.gender === 'unknown' ? undefined : patient.gender],
    ['email', telecom('email')],
    ['phone', telecom('phone') ?? telecom('sms')],
    ['street', textsOf(address?.line)?.join(', ')],
    ['postcode', address?.postalCode],
    ['city', address?.city],
    ['country', address?.country],
    ['insuranceNumber', identifiers.find(({ system }) => isInsurance(system))?.value],
    ['language', preferredLanguage(patient)],
  ];
  return new Map(
    fields.flatMap(([field, value]) => {
      const trimmed = value?.trim();
      return trimmed ? [[field, trimmed] as const] : [];
    }),
  );
}

/** Why nobody is taken over who is dead, or whose record gave way to another; `undefined` for everybody else. */
export function patientBar(patient: PatientResource): 'person-deceased' | 'record-replaced' | undefined {
  if (patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined) return 'person-deceased';
  const isReplaced = patient.link?.some(({ type }) => type === 'replaced-by') === true;
  return patient.active === false || isReplaced ? 'record-replaced' : undefined;
}

interface Dated {
  readonly use?: string | undefined;
  readonly period?: { readonly end?: string | undefined } | undefined;
}

/** A number means somebody only together with the system that gave it. */
function idOfPatient(
  identifiers: NonNullable<PatientResource['identifier']>,
  id: string | undefined,
): string | undefined {
  const ofSystem = (wanted: string) => identifiers.find(({ system }) => system === wanted)?.value;
  const foreign = identifiers.find(
    ({ system, value }) => system !== undefined && !isInsurance(system) && value !== undefined,
  );
  const named = foreign && `${foreign.system}|${foreign.value}`;
  return ofSystem(externalPersonSystem) ?? ofSystem(ownPersonSystem) ?? named ?? id;
}

function isInsurance(system: string | undefined): boolean {
  return system !== undefined && insuranceSystems.includes(system);
}

function textsOf(texts: readonly (string | null)[] | undefined): string[] | undefined {
  return texts?.filter((text) => text !== null);
}

function preferredLanguage({ communication = [] }: PatientResource): string | undefined {
  const chosen = communication.find(({ preferred }) => preferred) ?? communication[0];
  const code = chosen?.language.coding?.[0]?.code;
  // Whoever speaks neither language gets German texts; that is no reason to refuse them.
  return code !== undefined && /^(de|en)\b/i.test(code) ? code : undefined;
}
