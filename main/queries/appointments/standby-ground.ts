import { dateOfDose } from '../../../domain/appointments/appointments.ts';
import { slotKey } from '../../../domain/appointments/slots.ts';
import type { OpenOffer, Waiting } from '../../../domain/appointments/standby.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { doseWindow } from '../../../domain/vaccination/dose-window.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  offersOf,
  openOffers,
  type StandbyRow,
  waitingList,
} from '../../store/tables/appointments/standby.ts';

/** Who may be offered a place now, the one who joined first at the top. */
export function waitingNow({ db, now, settings }: Reads): Waiting[] {
  return waitingList(db, plainDateAt(now(), settings.timeZone)).flatMap((row) => waitingOf(db, row) ?? []);
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
function waitingOf(db: ReadableDb, row: StandbyRow): Waiting | undefined {
  const offers = offersOf(db, row.standby_id);
  if (offers.some(({ status }) => status === 'open')) return undefined;
  const known = loadPerson(db, row.person_id);
  if (known.person.status !== 'registered') return undefined;
  const given = validDosesOf(known.vaccination, row.product_id).length;
  const date = dateOfDose(known.appointments, row.product_id, row.planned_dose);
  if (given >= row.planned_dose || (date && date.status !== 'booked')) return undefined;
  const window = doseWindow(known, row.product_id, row.planned_dose);
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
