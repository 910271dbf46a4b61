import iconv from 'iconv-lite';
import { otherCentre } from '../../domain/import/centre-of-date.ts';
import { textFault } from '../../domain/import/check-texts.ts';
import { readPersonValues } from '../../domain/import/read-person-row.ts';
import type { RowContext } from '../../domain/import/row-context.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import { type BundleEntry, bundleSplitter } from '../../domain/import/split-bundle.ts';
import type { ProductId } from '../../domain/kernel/ids.ts';
import { instantOf, plainDateAt } from '../../domain/kernel/instant.ts';
import { readJson } from '../../domain/kernel/read-json.ts';
import { findProduct } from '../../domain/products/find-product.ts';
import { externalAppointmentSystem, plannedDoseExtension } from '../../interchange/fhir/fhir-systems.ts';
import { patientBar, patientFields } from '../../interchange/fhir/read-patient.ts';
import {
  type AppointmentResource,
  appointmentSchema,
  bundleEntry,
  patientSchema,
} from '../../interchange/fhir/resource-schemas.ts';
import type { RowData, RowReader, StagedRow } from './staged-row.ts';

/** Reads a FHIR R4 bundle entry by entry; an Appointment waits for its Patient until the whole file is read. */
export function fhirReader(context: RowContext): RowReader {
  const decoder = iconv.getDecoder('utf-8', { stripBOM: true });
  const splitter = bundleSplitter();
  let row = 0;
  function* staged(entries: readonly BundleEntry[]): Generator<StagedRow> {
    for (const entry of entries) {
      row += 1;
      yield { row, ...readEntry(entry, context) };
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

function readEntry(entry: BundleEntry, context: RowContext): Entry {
  if ('fault' in entry) return refused([], rowFault(entry.fault));
  const parsed = bundleEntry.safeParse(readJson(entry.text));
  if (!parsed.success) return refused([shortened(entry.text)], rowFault('resource-invalid'));
  const { fullUrl, resource } = parsed.data;
  const cells = [`${resource.resourceType} ${resource.id ?? fullUrl ?? ''}`.trim()];
  const reference = fullUrl ?? (resource.id && `${resource.resourceType}/${resource.id}`);
  switch (resource.resourceType) {
    case 'Patient':
      return readPatient(resource, cells, reference, context);
    case 'Appointment':
      return readAppointment(resource, cells, fullUrl, context);
    default:
      return refused(cells, rowFault('resource-unknown', undefined, resource.resourceType));
  }
}

function readPatient(
  resource: object,
  cells: string[],
  reference: string | undefined,
  context: RowContext,
): Entry {
  const parsed = patientSchema.safeParse(resource);
  if (!parsed.success) return refused(cells, rowFault('resource-invalid', undefined, whereOf(parsed.error)));
  const fields = patientFields(parsed.data, context.today);
  const named = [
    ...cells,
    ...(['familyName', 'givenName', 'birthDate'] as const).map((field) => fields.get(field) ?? ''),
  ];
  const also = reference === undefined ? {} : { reference };
  const bar = patientBar(parsed.data);
  if (bar) return { verdict: 'refused', data: { cells: named, faults: [rowFault(bar)], ...also } };
  const read = readPersonValues(fields, 'day-first', context);
  if (!read.ok) return { verdict: 'refused', data: { cells: named, faults: read.refusal, ...also } };
  return { verdict: 'add', data: { cells: named, person: read.value, ...also } };
}

function readAppointment(
  resource: object,
  cells: string[],
  fullUrl: string | undefined,
  context: RowContext,
): Entry {
  const parsed = appointmentSchema.safeParse(resource);
  if (!parsed.success) return refused(cells, rowFault('resource-invalid', undefined, whereOf(parsed.error)));
  const appointment = parsed.data;
  // What was cancelled, missed or kept is history of another system: nothing is booked for it.
  if (!isStillToCome(appointment.status)) return { verdict: 'skipped', data: { cells } };
  const [patient, ...others] = patientsOf(appointment).map((reference) => resolved(reference, fullUrl));
  const place = placeOf(appointment);
  if (place && (place.display ?? '').trim() === '') return refused(cells, rowFault('centre-unnamed'));
  const tooLong = textFault('centre', place?.display, 100);
  if (tooLong) return refused(cells, tooLong);
  if (appointment.start === undefined) return refused(cells, rowFault('time-missing', 'appointmentAt'));
  if (patient === undefined) return refused(cells, rowFault('patient-missing'));
  const product = productOfAppointment(appointment, context);
  if (product === 'unknown') return refused(cells, rowFault('product-unknown', 'product'));
  const date = { ...dateOf(appointment, context), ...product };
  const alsoAbout = others.length > 0 ? { otherReferences: others } : {};
  return { verdict: 'joined', data: { cells, reference: patient, ...alsoAbout, date } };
}

/** Who an appointment may be about: named as a Patient before what only has a `urn:`, which may be anybody's. */
function patientsOf({ participant = [] }: AppointmentResource): string[] {
  const actors = participant.flatMap(({ actor }) => (actor?.reference ? [actor] : []));
  const isPatient = ({ type, reference = '' }: (typeof actors)[number]) =>
    type === 'Patient' || /(^|\/)Patient\//.test(reference);
  const isOpen = ({ type, reference = '' }: (typeof actors)[number]) =>
    type === undefined && /^urn:(?:uuid|oid):/.test(reference);
  return [...actors.filter(isPatient), ...actors.filter(isOpen)].flatMap(({ reference }) => reference ?? []);
}

/** A relative reference is meant against the server that the entry itself is of (FHIR R4, bundles). */
function resolved(reference: string, fullUrl: string | undefined): string {
  const base = /^(https?:\/\/.*\/)[A-Z][A-Za-z]+\/[^/]+$/.exec(fullUrl ?? '')?.[1];
  return base !== undefined && /^Patient\//.test(reference) ? `${base}${reference}` : reference;
}

/** The first of its words and codes that names a vaccine; none where it speaks of no service at all. */
function productOfAppointment(
  { serviceType = [] }: AppointmentResource,
  { activeProducts, vialCodes }: RowContext,
): { readonly productId?: ProductId } | 'unknown' {
  const named = serviceType.flatMap(({ text, coding = [] }) => [...coding.map(({ code }) => code), text]);
  const texts = named.flatMap((each) => each ?? []);
  if (texts.length === 0) return {};
  for (const each of texts) {
    const productId = findProduct(each, activeProducts, vialCodes);
    if (productId) return { productId };
  }
  return 'unknown';
}

/** Where the appointment is, if it says so: a Location by reference or by name alone. */
function placeOf({ participant = [] }: AppointmentResource) {
  return participant
    .map(({ actor }) => actor)
    .find((actor) => actor?.type === 'Location' || /(^|\/)Location\//.test(actor?.reference ?? ''));
}

function dateOf(appointment: AppointmentResource, context: RowContext): NonNullable<RowData['date']> {
  const startsAt = instantOf(Date.parse(appointment.start ?? ''));
  const dose = appointment.extension?.find(({ url }) => url === plannedDoseExtension)?.valuePositiveInt;
  const { identifier = [], id } = appointment;
  const centre = otherCentre(placeOf(appointment)?.display, context);
  const externalId =
    identifier.find(({ system }) => system === externalAppointmentSystem)?.value ??
    identifier.find(({ value }) => value !== undefined)?.value ??
    id;
  return {
    startsAt,
    day: plainDateAt(startsAt, context.zone),
    ...(dose === undefined ? {} : { plannedDose: dose }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(centre === undefined ? {} : { centre }),
  };
}

function isStillToCome(status: AppointmentResource['status']): boolean {
  return status === 'booked' || status === 'pending' || status === 'proposed';
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
