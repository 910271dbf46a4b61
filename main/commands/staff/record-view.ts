import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { accessLogStream } from '../../../domain/staff/events.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import type { ViewReason } from '../../../domain/staff/view-reason.ts';
import { commit } from '../../commit/commit.ts';
import type { Writes } from '../../context.ts';
import { wasViewedSince } from '../../store/tables/staff/record-views.ts';

/** The same person looking at the same record for the same reason is one opening for that long. */
const ONE_OPENING_MINUTES = 5;

/**
 * Keeps that somebody opened a person's record, and why. Call it wherever a channel shows more of a person than a
 * list does, before the answer goes out: what cannot be logged is not shown. Costs one look-up when nothing is new.
 */
export function recordView(
  station: Omit<Writes, 'announce'>,
  actor: Actor,
  { personId, why }: { personId: PersonId; why: ViewReason },
): void {
  const staffId = staffIdOf(actor);
  if (!staffId) return;
  const { db, now } = station;
  const at = now();
  const view = { personId, staffId, why };
  if (wasViewedSince(db, view, addMinutes(at, -ONE_OPENING_MINUTES))) return;
  const event = { type: 'RecordViewed' as const, version: 1 as const, data: view };
  commit(station, [{ stream: accessLogStream, actor, occurredAt: at, event }]);
}
