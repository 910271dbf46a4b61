import { dateOfDose, datesFrom } from '../../../domain/appointments/appointments.ts';
import { windowOfDate } from '../../../domain/appointments/decide-dates.ts';
import { slotKey } from '../../../domain/appointments/slots.ts';
import type { OpenOffer, Waiting } from '../../../domain/appointments/standby.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { courseOn } from '../../../domain/products/course.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  offersOf,
  openOffers,
  type StandbyRow,
  waitingList,
} from '../../store/tables/appointments/standby.ts';

/** Who may be offered a place now, the one who joined first at the top. */
export function waitingNow({ db, now, settings }: Reads): Waiting[] {
  const today = plainDateAt(now(), settings.timeZone);
  return waitingList(db, today).flatMap((row) => waitingOf(db, row, today) ?? []);
}

export function openOffersNow(db: ReadableDb): OpenOffer[] {
  return openOffers(db).map((row) => ({
    offerId: row.offer_id,
    standbyId: row.standby_id,
    personId: row.person_id,
    day: row.day,
    ...(row.lane ? { lane: row.lane } : {}),
  }));
}

/** Undefined for somebody who holds an offer already, or needs none any more. */
function waitingOf(db: ReadableDb, row: StandbyRow, today: PlainDate): Waiting | undefined {
  const offers = offersOf(db, row.standby_id);
  if (offers.some(({ status }) => status === 'open')) return undefined;
  const known = withSeries(db, row.person_id, loadPerson(db, row.person_id));
  if (known.person.status !== 'registered') return undefined;
  const course = courseOn(row.product_id, row.from_day);
  const given = validDosesOf(known.vaccination, course).length;
  const date = dateOfDose(datesFrom(known.appointments, today), course, row.planned_dose);
  if (given >= row.planned_dose || (date && date.status !== 'booked')) return undefined;
  const wanted = { productId: row.product_id, plannedDose: row.planned_dose, day: row.from_day };
  const window = windowOfDate(known, wanted, today);
  return {
    standbyId: row.standby_id,
    personId: row.person_id,
    productId: row.product_id,
    fromDay: row.from_day,
    toDay: row.to_day,
    refused: new Set(offers.flatMap(({ lane, starts_at }) => (lane ? [slotKey(lane, starts_at)] : []))),
    ...(row.lane ? { lane: row.lane } : {}),
    ...(date ? { bookedAt: date.startsAt } : {}),
    ...(window ? { earliest: window.earliest } : {}),
    ...(window?.latest ? { latest: window.latest } : {}),
  };
}
