import type { FieldValues, ImportField } from '../../domain/import/import-fields.ts';
import {
  externalPersonSystem,
  institutionSystems,
  insuranceSystems,
  ownPersonSystem,
} from './fhir-systems.ts';
import { identityOf, systemAndValue } from './references.ts';
import type { PatientResource } from './resource-schemas.ts';

/**
 * A Patient as the fields of a list: what is in use on this day (`YYYY-MM-DD`), the official name, the home
 * address. `fullUrl`: where the entry says that the patient is.
 */
export function patientFields(patient: PatientResource, today: string, fullUrl?: string): FieldValues {
  const inUse = <Item extends Dated>(items: readonly Item[] = []) =>
    items.filter(
      ({ use, period }) =>
        use !== 'old' &&
        !(period?.end && period.end < today.slice(0, period.end.length)) &&
        !(period?.start && period.start.slice(0, today.length) > today.slice(0, period.start.length)),
    );
  const names = inUse(patient.name);
  const named = (wanted: string) => names.find(({ use }) => use === wanted);
  const name =
    named('official') ??
    named('usual') ??
    names.find(({ use }) => use === undefined || !besideNames.has(use)) ??
    named('temp') ??
    names[0];
  const addresses = inUse(patient.address);
  const address = addresses.find(({ use }) => use === 'home') ?? addresses[0];
  const telecoms = inUse(patient.telecom).toSorted(
    (one, other) => (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER),
  );
  const telecom = (system: string) => telecoms.find((each) => each.system === system)?.value;
  const identifiers = inUse(patient.identifier);
  // A given name beside a text that has both is half of it.
  const whole = !name?.family && (!name?.given || name.text?.trim().includes(' ')) ? name?.text : undefined;
  const fields: [ImportField, string | undefined][] = [
    ['externalId', numberOf(identifiers) ?? identityOf(fullUrl, patient.id)],
    ['givenName', whole ? undefined : textsOf(name?.given)?.join(' ')],
    ['familyName', name?.family],
    [wholeField(whole), whole],
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

/** What somebody is called beside their name, had before, or is called to hide it. */
const besideNames: ReadonlySet<string> = new Set(['maiden', 'nickname', 'anonymous', 'temp']);

/** Why nobody is taken over who is dead, or whose record gave way to another; `undefined` for everybody else. */
export function patientBar(patient: PatientResource): 'person-deceased' | 'record-replaced' | undefined {
  const { deceasedBoolean, deceasedDateTime, _deceasedDateTime } = patient;
  if (deceasedBoolean === true || deceasedDateTime !== undefined || _deceasedDateTime !== undefined)
    return 'person-deceased';
  const isReplaced = patient.link?.some(({ type }) => type === 'replaced-by') === true;
  return patient.active === false || isReplaced ? 'record-replaced' : undefined;
}

interface Dated {
  readonly use?: string | undefined;
  readonly period?: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined;
}

/** Every number with its system that means this patient, as appointments may name them by it. */
export function numbersOf({ identifier = [] }: PatientResource): string[] {
  return identifier.flatMap(({ system, value }) =>
    system !== undefined && value !== undefined ? [systemAndValue(system, value)] : [],
  );
}

function numberOf(identifiers: NonNullable<PatientResource['identifier']>): string | undefined {
  const ofSystem = (wanted: string) => identifiers.find(({ system }) => system === wanted)?.value;
  const foreign = identifiers.filter(
    ({ system, value, type }) =>
      system !== undefined && value !== undefined && !isInsurance(system) && !isOfInstitution(system, type),
  );
  const { system, value } = foreign.find(({ type }) => hasCode(type, ['MR', 'PI'])) ?? foreign[0] ?? {};
  const named = system !== undefined && value !== undefined ? systemAndValue(system, value) : undefined;
  return ofSystem(externalPersonSystem) ?? ofSystem(ownPersonSystem) ?? named;
}

type IdentifierType = NonNullable<PatientResource['identifier']>[number]['type'];

/** `XX` is the number of an organisation, `VN` that of one visit (HL7 v2, table 0203). */
function isOfInstitution(system: string, type: IdentifierType): boolean {
  return institutionSystems.includes(system) || hasCode(type, ['XX', 'VN']);
}

function hasCode(type: IdentifierType, wanted: readonly string[]): boolean {
  return type?.coding?.some(({ code }) => code !== undefined && wanted.includes(code)) === true;
}

/** A text is a name as it is shown: given name first, unless a comma says otherwise. */
function wholeField(text: string | undefined): 'fullName' | 'fullNameGivenFirst' {
  return text?.includes(',') ? 'fullName' : 'fullNameGivenFirst';
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
