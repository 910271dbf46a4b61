import { correctedDetails } from '../../../domain/import/corrected-details.ts';
import { dateHere, isSameDate } from '../../../domain/import/date-here.ts';
import { fieldNames } from '../../../domain/import/field-names.ts';
import type { ImportedPerson } from '../../../domain/import/imported-person.ts';
import { type Bilingual, inEach } from '../../../domain/kernel/bilingual.ts';
import { formatDate } from '../../../domain/kernel/format-date.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { clockTimeAt, type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { changedFields } from '../../../domain/people/person.ts';
import type { Reads } from '../../context.ts';
import { dateOfRow } from '../../import/date-of-row.ts';
import { productOfDate } from '../../import/row-context-of.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { personById } from '../../store/tables/people/people.ts';

export interface RowDifference {
  readonly label: Bilingual;
  readonly here: Bilingual;
  readonly list: Bilingual;
}

/** Field by field and date by date, what a row says otherwise than the record of the person. */
export function rowDifferences(station: Reads, personId: PersonId, person: ImportedPerson): RowDifference[] {
  const known = personById(station.db, personId);
  if (known?.status !== 'registered') return [];
  const corrected = correctedDetails(known.details, person);
  const details = changedFields(known.details, corrected).map((field) => {
    const text = (value: string | undefined) =>
      inEach((language) =>
        field === 'birthDate' && value ? formatDate(value as BirthDate, language) : (value ?? '–'),
      );
    return { label: fieldNames[field], here: text(known.details[field]), list: text(corrected[field]) };
  });
  return [...details, ...dateDifferences(station, personId, person)];
}

function dateDifferences(station: Reads, personId: PersonId, { appointments }: ImportedPerson) {
  const dates = appointmentsOf(station.db, personId).map(dateOfRow);
  return appointments.flatMap((listed): RowDifference[] => {
    const { plannedDose, startsAt, centre } = listed;
    const stands = dateHere(dates, listed, productOfDate(station, listed));
    if (stands && isSameDate(stands, listed)) return [];
    return [
      {
        label: { de: `Termin zur ${plannedDose}. Dosis`, en: `Appointment for dose ${plannedDose}` },
        here: stands ? dateText(station, stands.startsAt, stands.centre) : { de: '–', en: '–' },
        list: dateText(station, startsAt, centre),
      },
    ];
  });
}

function dateText({ settings }: Reads, at: Instant, centre: string | undefined): Bilingual {
  const { timeZone } = settings;
  return inEach((language) => {
    const moment = `${formatDate(plainDateAt(at, timeZone), language)}, ${clockTimeAt(at, timeZone)}`;
    return centre === undefined ? moment : `${moment} · ${centre}`;
  });
}
