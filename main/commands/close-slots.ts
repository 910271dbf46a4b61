import { decideCancel } from '../../domain/appointments/change-appointment.ts';
import { type CloseReason, dayStreamOf, type SlotsClosed } from '../../domain/appointments/slot-events.ts';
import { decideEndOffer } from '../../domain/appointments/standby.ts';
import type { LaneId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Actor, Station } from '../station.ts';
import type { OutboxDraft } from '../store/outbox/outbox.ts';
import { expectedOn, openLanesBetween } from '../store/tables/slots.ts';
import { openOffers } from '../store/tables/standby.ts';
import { passUpdate } from './appointment-effects.ts';
import { messageDraft } from './message-draft.ts';
import { offerFreePlaces } from './offer-free-places.ts';
import { loadPerson } from './person-history.ts';
import { type Decided, runCommand } from './run-command.ts';

type Part = NonNullable<Decided<unknown>['also']>[number];

export interface CloseSlotsInput {
  readonly requestId?: string;
  readonly day: PlainDate;
  /** Absent for the whole day: dates outside of the slots are cancelled as well then. */
  readonly lanes?: readonly LaneId[];
  readonly reason: CloseReason;
}

/** Closes a day or some of its lanes, cancels every date in them and tells everybody: all of it or nothing. */
export function closeSlots(
  station: Station,
  actor: Actor,
  { requestId, day, lanes, reason }: CloseSlotsInput,
): Result<{ cancelled: number }, 'nothing-to-close' | 'day-over'> {
  const topics = ['desk', 'passes', 'appointments', 'board'] as const;
  const closed = runCommand(station, { name: 'close-slots', actor, requestId, topics }, () => {
    const { db } = station;
    if (day < plainDateAt(station.now(), station.settings.timeZone)) return refuse('day-over');
    const open = openLanesBetween(db, day, day)
      .map(({ lane }) => lane)
      .filter((lane) => lanes === undefined || lanes.includes(lane));
    const people = expectedOn(db, day, lanes);
    if (open.length === 0 && people.length === 0) return refuse('nothing-to-close');
    const outbox: OutboxDraft[] = [];
    const parts = people.map((row): Part => {
      const { person_id: personId, appointment_id: appointmentId } = row;
      const known = loadPerson(db, personId);
      const cancelled = decideCancel(known.appointments, { appointmentId, personId, reason: 'day-closed' });
      if (!cancelled.ok) throw new Error(`an expected date cannot be cancelled: ${cancelled.refusal}`);
      const pass = passUpdate(known, 'next-appointment');
      outbox.push(...pass.outbox, messageDraft(personId, 'day-closed', appointmentId));
      return { stream: personId, events: [...cancelled.value, ...pass.events] };
    });
    const event: SlotsClosed = { type: 'SlotsClosed', version: 1, data: { day, lanes: open, reason } };
    return accept({
      stream: dayStreamOf(day),
      events: [event],
      also: [...parts, ...withdrawnOffers(station, day, open)],
      outbox,
      value: { cancelled: people.length },
    });
  });
  if (closed.ok) offerFreePlaces(station);
  return closed;
}

function withdrawnOffers(station: Station, day: PlainDate, lanes: readonly LaneId[]): Part[] {
  return openOffers(station.db)
    .filter((row) => row.day === day && row.lane !== null && lanes.includes(row.lane))
    .flatMap((row) => {
      const { standby } = loadPerson(station.db, row.person_id);
      const offerId = row.offer_id;
      const ended = decideEndOffer(standby, { offerId, how: 'withdrawn', now: station.now() });
      return ended.ok ? [{ stream: row.person_id, events: ended.value }] : [];
    });
}
