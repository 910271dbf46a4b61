import iconv from 'iconv-lite';
import type { z } from 'zod';
import { otherCentre } from '../../domain/import/centre-of-date.ts';
import { textFault } from '../../domain/import/check-texts.ts';
import { readPersonValues } from '../../domain/import/read-person-row.ts';
import type { RowContext } from '../../domain/import/row-context.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import { type BundleEntry, bundleSplitter } from '../../domain/import/split-bundle.ts';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.ts';
import { readJson } from '../../domain/kernel/read-json.ts';
import { type EntryMark, markOf } from '../../interchange/fhir/bundle-history.ts';
import { externalAppointmentSystem, plannedDoseExtension } from '../../interchange/fhir/fhir-systems.ts';
import { numbersOf, patientBar, patientFields } from '../../interchange/fhir/read-patient.ts';
import { readPatientResource, withoutNulls } from '../../interchange/fhir/read-resource.ts';
import { identityOf, plainReference, serverOf, systemAndValue } from '../../interchange/fhir/references.ts';
import {
  type AppointmentResource,
  appointmentSchema,
  bundleEntry,
  type PatientResource,
} from '../../interchange/fhir/resource-schemas.ts';
import { isStillToCome, productOfAppointment, startOf } from './appointment-facts.ts';
import { containedPatients, withoutContained } from './contained-resources.ts';
import type { RowData, RowReader, StagedRow } from './staged-row.ts';

/** What vaccinations are read with: taken apart from the list, they are none of its rows. */
const ofVaccinations: readonly string[] = [
  'Immunization',
  'ImmunizationRecommendation',
  'Organization',
  'Practitioner',
  'PractitionerRole',
];

/** What systems send along with people and their dates, and is about nobody. */
const aboutNobody: readonly string[] = [
  ...[
    'Slot',
    'Schedule',
    'Location',
    'Organization',
    'HealthcareService',
    'Endpoint',
    'Device',
    'Provenance',
  ],
  ...['Practitioner', 'PractitionerRole', 'Composition', 'MessageHeader', 'Medication', 'Binary'],
];

/**
 * Reads a FHIR R4 bundle entry by entry; an Appointment waits for its Patient until the whole file is read.
 * `takesVaccinations`: somebody else takes the vaccinations of the same file, so that nothing is to be said of them here.
 */
export function fhirReader(context: RowContext, { takesVaccinations = false } = {}): RowReader {
  const decoder = iconv.getDecoder('utf-8', { stripBOM: true });
  const splitter = bundleSplitter();
  let row = 0;
  /** Whom appointments brought along so far: several may bring the same person. */
  const brought = new Set<string>();
  let place = 0;
  function* staged(entries: readonly BundleEntry[]): Generator<StagedRow> {
    for (const entry of entries) {
      place += 1;
      const { mark, rows } = readEntry(entry, brought, context, takesVaccinations);
      for (const { verdict, data } of rows) {
        row += 1;
        yield { row, verdict, data: mark ? { ...data, entry: { place, mark } } : data };
      }
    }
  }
  return {
    push: (bytes) => staged(splitter.push(decoder.write(Buffer.from(bytes)))),
    *end() {
      yield* staged(splitter.push(decoder.end() ?? ''));
      const ending = splitter.end();
      if (ending === 'whole') return;
      row += 1;
      const reason = ending === 'cut-off' ? 'bundle-cut-off' : 'no-bundle';
      yield { row, verdict: 'refused', data: { cells: [], faults: [rowFault(reason)] } };
    },
    header: () => [],
  };
}

type Entry = Omit<StagedRow, 'row'>;

/** `mark`: which resource it is, and in which version: what is newest counts once the whole file is read. */
interface ReadEntry {
  readonly mark?: EntryMark | undefined;
  readonly rows: readonly Entry[];
}

function readEntry(
  entry: BundleEntry,
  brought: Set<string>,
  context: RowContext,
  takesVaccinations: boolean,
): ReadEntry {
  if ('fault' in entry) return { rows: [refused([], rowFault(entry.fault))] };
  const parsed = bundleEntry.safeParse(withoutNulls(readJson(entry.text)));
  const invalid = { rows: [refused([shortened(entry.text)], rowFault('resource-invalid'))] };
  if (!parsed.success) return invalid;
  const { fullUrl, resource, request } = parsed.data;
  const mark = markOf(parsed.data);
  if (mark?.isDeleted) {
    const named = [fullUrl, request?.url].filter((each) => each !== undefined);
    return { mark, rows: [refused(named.slice(0, 1), rowFault('record-replaced'))] };
  }
  if (!resource) return invalid;
  return { mark, rows: readResource(resource, fullUrl, brought, context, takesVaccinations) };
}

/** What an entry says: one thing, and before it whom it brings along. */
function readResource(
  resource: NonNullable<z.output<typeof bundleEntry>['resource']>,
  fullUrl: string | undefined,
  brought: Set<string>,
  context: RowContext,
  takesVaccinations: boolean,
): Entry[] {
  const cells = [`${resource.resourceType} ${resource.id ?? fullUrl ?? ''}`.trim()];
  switch (resource.resourceType) {
    case 'Patient':
      return [readPatient(resource, cells, { fullUrl }, context)];
    case 'Appointment':
      return readAppointment(resource, cells, fullUrl, brought, context);
    default:
      if (takesVaccinations && ofVaccinations.includes(resource.resourceType))
        return [{ verdict: 'skipped', data: { cells } }];
      if (aboutNobody.includes(resource.resourceType)) return [{ verdict: 'skipped', data: { cells } }];
      if (resource.resourceType === 'Immunization') return [refused(cells, rowFault('immunization-in-list'))];
      return [refused(cells, rowFault('resource-unknown', undefined, resource.resourceType))];
  }
}

/** `fullUrl`: where the entry says that it is; `alias`: what an appointment calls whom it brings along. */
interface PatientPlace {
  readonly fullUrl?: string | undefined;
  readonly alias?: string;
}

function readPatient(
  resource: object,
  cells: string[],
  { fullUrl, alias }: PatientPlace,
  context: RowContext,
): Entry {
  const found = readPatientResource(resource);
  if (!found.ok) return refused(cells, rowFault('resource-invalid', undefined, found.refusal));
  const { patient, leftOut } = found.value;
  const fields = patientFields(patient, context.today, fullUrl);
  const named = [
    ...cells,
    fields.get('familyName') ?? fields.get('fullName') ?? fields.get('fullNameGivenFirst') ?? '',
    ...(['givenName', 'birthDate'] as const).map((field) => fields.get(field) ?? ''),
  ];
  const also = {
    references: alias === undefined ? referencesTo(patient, fullUrl) : [alias, ...numbersOf(patient)],
  };
  const bar = patientBar(patient);
  if (bar) return { verdict: 'refused', data: { cells: named, faults: [rowFault(bar)], ...also } };
  const read = readPersonValues(fields, 'day-first', context);
  if (!read.ok) return { verdict: 'refused', data: { cells: named, faults: read.refusal, ...also } };
  const wrong = leftOut.map((path) => rowFault('part-invalid', undefined, path));
  const all = [...(read.value.leftOut ?? []), ...wrong];
  const person = all.length > 0 ? { ...read.value, leftOut: all } : read.value;
  return { verdict: 'add', data: { cells: named, person, ...also } };
}

function readAppointment(
  resource: object,
  cells: string[],
  fullUrl: string | undefined,
  brought: Set<string>,
  context: RowContext,
): Entry[] {
  const parsed = appointmentSchema.safeParse(resource);
  if (!parsed.success)
    return [refused(cells, rowFault('resource-invalid', undefined, whereOf(parsed.error)))];
  // What was cancelled, missed or kept is history of another system: nothing is booked for it.
  const appointment = withoutContained(parsed.data);
  if (!isStillToCome(appointment)) return [{ verdict: 'skipped', data: { cells } }];
  const within = containedPatients(parsed.data).filter(({ reference }) => !brought.has(reference));
  for (const { reference } of within) brought.add(reference);
  return [
    ...within.map(({ resource: patient, reference: alias }) =>
      readPatient(patient, [`Patient #${patient.id ?? ''}`], { alias }, context),
    ),
    readDate(appointment, cells, fullUrl, context),
  ];
}

function readDate(
  appointment: AppointmentResource,
  cells: string[],
  fullUrl: string | undefined,
  context: RowContext,
): Entry {
  const references = patientsOf(appointment, fullUrl);
  const place = placeOf(appointment);
  if (place && (place.display ?? '').trim() === '') return refused(cells, rowFault('centre-unnamed'));
  const tooLong = textFault('centre', place?.display, 100);
  if (tooLong) return refused(cells, tooLong);
  const startsAt = startOf(appointment.start, context);
  if (typeof startsAt === 'object') return refused(cells, startsAt);
  if (references.length === 0) return refused(cells, rowFault('patient-missing'));
  const product = productOfAppointment(appointment, context);
  if (product === 'unknown') return refused(cells, rowFault('product-unknown', 'product'));
  const date = { ...dateOf(appointment, startsAt, fullUrl, context), ...product };
  return { verdict: 'joined', data: { cells, references, date } };
}

/** What an entry is called where it comes from. */
function referencesOfEntry(
  { id }: { readonly id?: string | undefined },
  fullUrl: string | undefined,
): string[] {
  return [
    ...(fullUrl === undefined ? [] : [plainReference(fullUrl)]),
    ...(id === undefined ? [] : [`Patient/${id}`]),
  ];
}

/** Everything by which other entries may name this patient. */
function referencesTo(patient: PatientResource, fullUrl: string | undefined): string[] {
  return [...referencesOfEntry(patient, fullUrl), ...numbersOf(patient)];
}

/** Who an appointment may be about: named as a Patient before what only has a `urn:`, which may be anybody's. */
function patientsOf(
  { participant = [], subject }: AppointmentResource,
  fullUrl: string | undefined,
): string[] {
  const actors = [...participant.map(({ actor }) => actor), subject].filter((actor) => actor !== undefined);
  const isPatient = ({ type, reference = '' }: (typeof actors)[number]) =>
    type === 'Patient' || /(^|\/)Patient\//.test(reference);
  const isOpen = ({ type, reference = '' }: (typeof actors)[number]) =>
    type === undefined && (reference === '' || /^urn:(?:uuid|oid):/i.test(reference));
  return [...actors.filter(isPatient), ...actors.filter(isOpen)].flatMap(({ reference, identifier }) => [
    ...(reference ? [resolved(plainReference(reference), fullUrl)] : []),
    ...(identifier?.system !== undefined && identifier.value !== undefined
      ? [systemAndValue(identifier.system, identifier.value)]
      : []),
  ]);
}

/** A relative reference is meant against the server that the entry itself is of (FHIR R4, bundles). */
function resolved(reference: string, fullUrl: string | undefined): string {
  const base = serverOf(fullUrl);
  return base !== undefined && /^Patient\//.test(reference) ? `${base}${reference}` : reference;
}

/** Where the appointment is, if it says so: a Location by reference or by name alone. */
function placeOf({ participant = [] }: AppointmentResource) {
  return participant
    .map(({ actor }) => actor)
    .find((actor) => actor?.type === 'Location' || /(^|\/)Location\//.test(actor?.reference ?? ''));
}

function dateOf(
  appointment: AppointmentResource,
  startsAt: Instant,
  fullUrl: string | undefined,
  context: RowContext,
): NonNullable<RowData['date']> {
  const dose = appointment.extension?.find(({ url }) => url === plannedDoseExtension)?.valuePositiveInt;
  const { identifier = [], id } = appointment;
  const centre = otherCentre(placeOf(appointment)?.display, context);
  const ours = identifier.find(({ system }) => system === externalAppointmentSystem)?.value;
  const { system, value } =
    identifier.find((each) => each.system !== undefined && each.value !== undefined) ?? {};
  const named = system !== undefined && value !== undefined ? systemAndValue(system, value) : undefined;
  const externalId = ours ?? named ?? identityOf(fullUrl, id);
  return {
    startsAt,
    day: plainDateAt(startsAt, context.zone),
    ...(dose === undefined ? {} : { plannedDose: dose }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(centre === undefined ? {} : { centre }),
  };
}

function refused(cells: readonly string[], fault: RowFault): Entry {
  return { verdict: 'refused', data: { cells, faults: [fault] } };
}

function whereOf(error: { issues: readonly { path: readonly PropertyKey[] }[] }): string {
  return error.issues[0]?.path.map(String).join('.') ?? '';
}

function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 100);
}
