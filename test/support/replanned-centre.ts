import type { PersonId } from '../../domain/kernel/ids.ts';
import { clockTimeAt, type Instant, plainDateAt } from '../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import { productActiveUnasked } from '../../domain/products/catalogue.ts';
import { bookDates } from '../../main/commands/appointments/book-dates.ts';
import { registerPerson } from '../../main/commands/people/register-person.ts';
import type { Station } from '../../main/station.ts';
import { slot } from './slot-centre.ts';
import { aPerson, must } from './test-station.ts';

/** Four weeks apart, where the campaign asked for three. */
export const stricter = { book: 'de-covid-19', version: '2026-01' } as const;
export const campaign = { book: 'de-covid-19-campaign', version: '2021-06' } as const;

/** Somebody with two dates of a slot centre, three weeks apart, as the campaign had it. */
export function threeWeeksApart(
  station: Station,
  firstOn: PlainDate,
  clock: string,
  details: Partial<PersonDetails> = { phone: '0151 23456789' },
): PersonId {
  const person = aPerson(details);
  const { personId } = must(registerPerson(station, 'operator', { details: person, source: 'desk' }));
  const dates = [slot(firstOn, clock), slot(addDays(firstOn, 21), clock)];
  must(
    bookDates(station, 'operator', {
      personId,
      productId: productActiveUnasked,
      source: 'desk',
      dates: dates.map((date, place) => ({ plannedDose: place + 1, ...date })),
    }),
  );
  return personId;
}

/** `2026-12-23 09:10` for each date that is still booked, in the order of their doses. */
export function bookedDates({ db, settings }: Station, personId: PersonId): string[] {
  return db
    .all<{ starts_at: Instant }>(
      `SELECT starts_at FROM appointment WHERE person_id = ? AND status = 'booked' ORDER BY planned_dose`,
      personId,
    )
    .map(
      ({ starts_at }) =>
        `${plainDateAt(starts_at, settings.timeZone)} ${clockTimeAt(starts_at, settings.timeZone)}`,
    );
}
