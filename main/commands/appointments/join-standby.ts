import { dateOfDose, datesFrom } from '../../../domain/appointments/appointments.ts';
import { openDosesOn } from '../../../domain/appointments/open-doses.ts';
import { decideJoinStandby, type JoinRefusal } from '../../../domain/appointments/standby.ts';
import type { StandbyReach } from '../../../domain/appointments/standby-events.ts';
import {
  idOf,
  type LaneId,
  type PersonId,
  type ProductId,
  type StandbyId,
} from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { courseOn } from '../../../domain/products/course.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import { activeProductIds } from '../../queries/products/active-products.ts';
import { productOfKnown } from '../../queries/products/product-of-person.ts';
import { runCommand } from '../run-command.ts';

export interface JoinStandbyInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  /** Absent for the vaccine that is next for them. */
  readonly productId?: ProductId;
  readonly fromDay: PlainDate;
  readonly toDay: PlainDate;
  readonly lane?: LaneId;
  readonly reach: StandbyReach;
}

/** Puts somebody on the list for their next dose, at its end. */
export function joinStandby(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: JoinStandbyInput,
): Result<{ standbyId: StandbyId }, JoinRefusal | 'person-unknown' | 'product-inactive' | 'series-complete'> {
  return runCommand(station, { name: 'join-standby', actor, requestId }, () => {
    const known = loadPerson(station.db, wish.personId);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    if (wish.productId && !activeProductIds(station.db).includes(wish.productId))
      return refuse('product-inactive');
    const series = withSeries(station.db, wish.personId, known);
    const productId = wish.productId ?? productOfKnown(station, series).product.productId;
    const course = courseOn(productId, wish.fromDay);
    const plannedDose = validDosesOf(series.vaccination, course).length + 1;
    // Who has a date for it already waits for an earlier one.
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const isPlanned = dateOfDose(datesFrom(series.appointments, today), course, plannedDose) !== undefined;
    if (!isPlanned && !openDosesOn(series, productId, wish.fromDay, today).doses.includes(plannedDose))
      return refuse('series-complete');
    const standbyId = idOf<StandbyId>(station.newId());
    const command = { ...wish, standbyId, productId, plannedDose };
    const decided = decideJoinStandby(known.standby, command, today);
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, known, value: { standbyId } });
  });
}

/** Takes somebody off the list. */
export function leaveStandby(
  station: Writes,
  actor: Actor,
  { requestId, personId, standbyId }: { requestId?: string; personId: PersonId; standbyId: StandbyId },
): Result<{ standbyId: StandbyId }, 'standby-unknown'> {
  return runCommand(station, { name: 'leave-standby', actor, requestId }, () => {
    const { standby } = loadPerson(station.db, personId);
    if (!standby.waiting.some((each) => each.standbyId === standbyId)) return refuse('standby-unknown');
    const leaving = {
      type: 'StandbyLeft' as const,
      version: 1 as const,
      data: { standbyId, personId, reason: 'asked' as const },
    };
    return accept({ stream: personId, events: [leaving], value: { standbyId } });
  });
}
