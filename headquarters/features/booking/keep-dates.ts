import { timingSafeEqual } from 'node:crypto';
import { isOverWithoutDose, type PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import {
  hasGivenWay,
  isSameByMail,
  isToCome,
  mayBeReleased,
  type Present,
  surplusDates,
} from '../../../domain/appointments/booked-twice.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Headquarters } from '../../headquarters.ts';
import { holdPeople } from '../../store/booked-people.ts';
import type { Centre } from '../../store/centres.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';
import { holdPass, validPassesOf } from '../../store/passes.ts';
import { openAppointmentsOf } from '../messages/open-appointments.ts';
import { centreFacts } from '../passes/centre-facts.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';
import { voidPassIn } from '../passes/void-pass.ts';
import { cancelDatesIn } from './change-booking.ts';

/** Two bookings of one person, of which the dates of one are kept. */
export interface TwoBookings {
  readonly kept: PersonId;
  readonly other: PersonId;
}

/** What choosing would do. */
export interface KeepChoice {
  readonly staying: readonly PlannedAppointment[];
  readonly ending: readonly PlannedAppointment[];
}

const TOKEN_DIGITS = 32;

/** The private address at which the dates of one booking are kept and those of the other end. */
export function keepPath(headquarters: Headquarters, centre: string, { kept, other }: TwoBookings): string {
  return `/keep/${centre}/${kept}/${other}.${tokenOf(headquarters, centre, { kept, other })}`;
}

/** Which choice it is; undefined for anything that is not a link of ours. */
export function readKeepRef(
  headquarters: Headquarters,
  centre: string,
  { kept, ref }: { readonly kept: string; readonly ref: string },
): TwoBookings | undefined {
  const found = /^([\w-]{1,64})\.([0-9a-f]{32})$/.exec(ref);
  if (!found) return undefined;
  const [, other = '', token = ''] = found;
  const choice = { kept: kept as PersonId, other: other as PersonId };
  const known = tokenOf(headquarters, centre, choice);
  return timingSafeEqual(Buffer.from(token), Buffer.from(known)) ? choice : undefined;
}

function tokenOf({ key }: Headquarters, centre: string, { kept, other }: TwoBookings): string {
  return key.tokenOf('link', JSON.stringify(['keep', centre, kept, other])).slice(0, TOKEN_DIGITS);
}

/**
 * What keeping the dates of one booking would end; undefined where there is nothing to choose, or not any more: one of
 * the records is closed, they have another mail address by now, or the desk said that these are two people.
 */
export async function keepChoice(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { kept, other }: TwoBookings,
): Promise<KeepChoice | undefined> {
  const facts = await centreFacts(db);
  const keptOne = await loadPerson(headquarters, db, centre.id, kept, facts);
  const otherOne = await loadPerson(headquarters, db, centre.id, other, facts);
  if (keptOne.person.status !== 'registered' || otherOne.person.status !== 'registered') return undefined;
  if (!isSameByMail(keptOne.person.details, otherOne.person.details)) return undefined;
  if (facts.isToldApart(kept, other)) return undefined;
  const present = presentAt(headquarters, centre);
  const ending = surplusDates(keptOne.appointments, otherOne.appointments, present);
  if (!mayBeReleased(ending, otherOne.vaccination)) return undefined;
  const staying = openAppointmentsOf(keptOne).filter((date) => isToCome(date, present.now));
  return { staying, ending };
}

function presentAt({ now }: Headquarters, { timeZone }: Centre): Present {
  return { now: now(), today: plainDateAt(now(), timeZone) };
}

/** Keeps the dates of one booking and ends those of the other, with its pass where nothing is left of it. */
export function keepDates(
  headquarters: Headquarters,
  centre: Centre,
  choice: TwoBookings,
): Promise<Result<undefined, 'nothing-to-choose'>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre.id, async (db) => {
    // Of two who press both links at once the second finds that the dates it would keep have ended.
    await holdPeople(db, centre.id, [choice.kept, choice.other]);
    const found = await keepChoice(headquarters, db, centre, choice);
    if (!found)
      return (await isKept(headquarters, db, centre, choice))
        ? accept(undefined)
        : refuse('nothing-to-choose');
    const { other: personId } = choice;
    // The pass before bookings and places: as everybody else holds them.
    const passes = await validPassesOf(db, [personId]);
    for (const { passId } of passes) await holdPass(db, passId);
    const appointmentIds = found.ending.map(({ appointmentId }) => appointmentId);
    const ended = await cancelDatesIn(headquarters, db, centre, {
      personId,
      appointmentIds,
      actor: 'citizen',
    });
    if (!ended.ok) return refuse('nothing-to-choose');
    const left = await loadPerson(headquarters, db, centre.id, personId);
    if (isEmpty(left))
      for (const { passId } of passes)
        await voidPassIn(headquarters, db, centre.id, { passId, reason: 'replaced', actor: 'citizen' });
    return accept(undefined);
  });
}

/** The same choice once more, a button pressed twice for instance, is answered as before. */
async function isKept(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { kept, other }: TwoBookings,
): Promise<boolean> {
  const datesOf = async (personId: PersonId) =>
    (await loadPerson(headquarters, db, centre.id, personId)).appointments;
  return hasGivenWay(await datesOf(kept), await datesOf(other), presentAt(headquarters, centre));
}

/** Nothing was given and nothing is to come: a pass would say nothing. */
function isEmpty({ vaccination, appointments }: KnownPerson): boolean {
  return (
    vaccination.doses.every(({ isVoided }) => isVoided) &&
    appointments.appointments.every(({ status }) => isOverWithoutDose(status))
  );
}
