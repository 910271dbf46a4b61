import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { MessageEvent } from '../../domain/messages/events.ts';
import type { Actor, Station } from '../station.ts';
import { commit } from '../store/commit.ts';
import { finishItem, makeDue, outboxRow } from '../store/outbox/outbox.ts';
import type { MessagePayload } from './message-draft.ts';

/** Tries again at once what waits or failed. What is left to a call stays there unless it is named. */
export function retryOutbox(
  station: Station,
  itemId: number | undefined,
): Result<{ tried: number }, 'item-gone'> {
  const tried = makeDue(station.db, station.now(), itemId);
  if (itemId !== undefined && tried === 0) return refuse('item-gone');
  station.announce(['handover', 'system']);
  return accept({ tried });
}

/**
 * Takes a message off the list without sending it; who did and why stands in the person's history. Only messages:
 * a pass that is not signed would stay wrong on the phone.
 */
export function discardOutboxItem(
  station: Station,
  actor: Actor,
  { itemId, reason }: { itemId: number; reason: string },
): Result<Record<string, never>, 'item-gone' | 'item-needed'> {
  const row = outboxRow(station.db, itemId);
  if (!row) return refuse('item-gone');
  if (row.kind !== 'send-message') return refuse('item-needed');
  const { personId, message, appointmentId } = row.payload as unknown as MessagePayload;
  finishWith(station, actor, itemId, {
    type: 'MessageDiscarded',
    version: 1,
    data: { personId, message, ...(appointmentId ? { appointmentId } : {}), personal: { reason } },
  });
  return accept({});
}

/** Somebody was called: the message counts as delivered by phone. */
export function noteCall(
  station: Station,
  actor: Actor,
  itemId: number,
): Result<Record<string, never>, 'item-gone'> {
  const row = outboxRow(station.db, itemId);
  if (row?.kind !== 'send-message') return refuse('item-gone');
  const { personId, message, appointmentId } = row.payload as unknown as MessagePayload;
  finishWith(station, actor, itemId, {
    type: 'MessageSent',
    version: 1,
    data: { personId, message, ...(appointmentId ? { appointmentId } : {}), via: 'phone' },
  });
  return accept({});
}

function finishWith(station: Station, actor: Actor, itemId: number, event: MessageEvent): void {
  const { db, writer, now } = station;
  const { personId } = event.data;
  db.transact(() => {
    commit(db, writer, [{ stream: personId, actor, occurredAt: now(), event }]);
    finishItem(db, itemId);
  });
  station.announce(['handover', 'system']);
}
