import { type PlannedDate, replanDates } from '../../../domain/appointments/replan-dates.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import { isEmailAddress } from '../../../domain/messages/email-address.ts';
import { groupOf } from '../../../domain/schedules/activate-schedule.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import type { Reads } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import { lastOpenDay } from '../../store/tables/appointments/slots.ts';
import { consentsTo } from '../../store/tables/people/consents.ts';
import type { FreePlaces } from '../appointments/free-places.ts';

/**
 * What becomes of each date of somebody as if that schedule were confirmed, and the state that it was planned on. The
 * places that it would take are counted as taken from then on.
 */
export function planDates(
  station: Reads,
  personId: PersonId,
  book: ScheduleBook,
  places: FreePlaces,
): { readonly known: KnownPerson; readonly planned: PlannedDate[] } {
  const { db, settings } = station;
  const loaded = withSeries(db, personId, loadPerson(db, personId));
  const confirmed = new Map(loaded.confirmed).set(groupOf(book), { book: book.book, version: book.version });
  const known: KnownPerson = { ...loaded, confirmed };
  const planned = replanDates(known, {
    personId,
    book,
    today: plainDateAt(station.now(), settings.timeZone),
    isReachable: isReachable(db, personId, known),
    lastOpenDay: lastOpenDay(db),
    freeOn: places.freeOn,
  });
  for (const { plan } of planned) if (plan.kind === 'move') places.plan(plan.event);
  return { known, planned };
}

/** By mail where they agreed to it, or by somebody who phones. */
function isReachable(db: ReadableDb, personId: PersonId, { person }: KnownPerson): boolean {
  if (person.status !== 'registered') return false;
  const { phone, email } = person.details;
  return Boolean(phone) || (isEmailAddress(email ?? '') && consentsTo(db, personId, 'email'));
}
