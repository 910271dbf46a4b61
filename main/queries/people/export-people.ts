import { csvLine, csvStart } from '../../../domain/import/csv-text.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { clockTimeAt } from '../../../domain/kernel/instant.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { appointmentEntry, patientEntry } from '../../../interchange/fhir/write-resources.ts';
import type { Reads } from '../../context.ts';
import { type AppointmentRow, appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { type ExportedPerson, externalIdsOfDates, peopleAfter } from '../../store/tables/people/exports.ts';
import { immunizationsOfRecord } from '../records/person-immunizations.ts';

const PART_PEOPLE = 200;

export interface ExportPart {
  readonly text: string;
  /** Where the next part begins; absent at the end. */
  readonly next?: string;
}

/**
 * A part of everybody registered, with their dates, after the person `after`; the parts together are the file. As FHIR
 * also with what they were given and what is due next, where that is asked for. Numbers by which a list names people are
 * sealed: FHIR has our own instead, and whoever asks for everything about them gets the number.
 */
export function exportPeople(
  station: Reads,
  format: 'csv' | 'fhir',
  after: string,
  { withVaccinations = false } = {},
): ExportPart {
  const people = peopleAfter(station.db, after, PART_PEOPLE);
  const next = people.length < PART_PEOPLE ? undefined : people.at(-1)?.person_id;
  const isFirst = after === '';
  const text =
    format === 'csv'
      ? csvPart(station, people, isFirst)
      : fhirPart(station, people, { isFirst, isLast: !next, withVaccinations });
  return { text, ...(next ? { next } : {}) };
}

const csvHeader = [
  'Personennummer',
  'Nachname',
  'Vorname',
  'Geburtsdatum',
  'Geschlecht',
  'E-Mail',
  'Telefon',
  'Straße',
  'PLZ',
  'Ort',
  'Land',
  'Versichertennummer',
  'Sprache',
  'Dosis',
  'Termindatum',
  'Uhrzeit',
  'Termin-ID',
  'Impfzentrum',
  'Impfstoff',
];

/** Headers that the import knows again. Dates still to come; one row for each, the person alone where there is none. */
function csvPart(station: Reads, people: readonly ExportedPerson[], isFirst: boolean): string {
  const { db, settings, now } = station;
  const rows = people.flatMap((person) => {
    const details = JSON.parse(person.details) as PersonDetails;
    const master = [
      person.external_id ?? person.person_id,
      details.familyName,
      details.givenName,
      details.birthDate,
      details.sex,
      details.email,
      details.phone,
      details.street,
      details.postcode,
      details.city,
      details.country,
      details.insuranceNumber,
      details.language,
    ];
    const dates = appointmentsOf(db, person.person_id).filter(
      ({ status, starts_at }) => (status === 'booked' || status === 'elsewhere') && starts_at > now(),
    );
    const numbers = externalIdsOfDates(db, person.person_id);
    const dateCells = (date: AppointmentRow) => [
      date.planned_dose,
      date.day,
      clockTimeAt(date.starts_at, settings.timeZone),
      numbers.get(date.appointment_id),
      date.centre ?? undefined,
      productOf(date.product_id)?.name ?? date.product_id,
    ];
    return dates.length === 0
      ? [csvLine([...master, '', '', '', '', '', ''])]
      : dates.map((date) => csvLine([...master, ...dateCells(date)]));
  });
  return (isFirst ? csvStart + csvLine(csvHeader) : '') + rows.join('');
}

function fhirPart(
  station: Reads,
  people: readonly ExportedPerson[],
  { isFirst, isLast, withVaccinations }: { isFirst: boolean; isLast: boolean; withVaccinations: boolean },
): string {
  const { db } = station;
  const entries = people.flatMap((person) => {
    const details = JSON.parse(person.details) as PersonDetails;
    return [
      patientEntry(person.person_id as PersonId, details),
      ...appointmentsOf(db, person.person_id).map(appointmentEntry),
      ...(withVaccinations ? immunizationsOfRecord(station, person.person_id as PersonId, details) : []),
    ];
  });
  const body = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  const start = isFirst
    ? '{"resourceType":"Bundle","type":"collection","entry":[\n'
    : body === ''
      ? ''
      : ',\n';
  return `${start}${body}${isLast ? '\n]}\n' : ''}`;
}
