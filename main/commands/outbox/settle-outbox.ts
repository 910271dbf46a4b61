import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { MessageEvent } from '../../../domain/messages/events.ts';
import type { MessagePayload } from '../../../domain/messages/message-draft.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { finishItem, makeDue, outboxRow } from '../../store/outbox/outbox.ts';
import { type Decided, runCommand } from '../run-command.ts';

interface Settling {
  readonly requestId: string;
  readonly itemId: number;
}

const topics = ['handover', 'system'] as const;

/** Tries again at once what waits or failed. What is left to a call stays there unless it is named. */
export function retryOutbox(
  station: Writes,
  actor: Actor,
  { requestId, itemId }: { requestId: string; itemId?: number },
): Result<{ tried: number }, 'item-gone'> {
  return runCommand(station, { name: 'retry-outbox', actor, requestId, topics }, () => {
    const tried = makeDue(station.db, station.now(), itemId);
    if (itemId !== undefined && tried === 0) return refuse('item-gone');
    return accept({ stream: 'centre', events: [], value: { tried } });
  });
}

/**
 * Takes a message off the list without sending it; who did and why stands in the person's history. Only messages:
 * a pass that is not signed would stay wrong on the phone.
 */
export function discardOutboxItem(
  station: Writes,
  actor: Actor,
  { requestId, itemId, reason }: Settling & { reason: string },
): Result<Record<string, never>, 'item-gone' | 'item-needed'> {
  return runCommand(station, { name: 'discard-message', actor, requestId, topics }, () => {
    const row = outboxRow(station.db, itemId);
    if (!row) return refuse('item-gone');
    if (row.kind !== 'send-message') return refuse('item-needed');
    const data = { ...aboutOf(row.payload as unknown as MessagePayload), personal: { reason } };
    return accept(settled(station, itemId, { type: 'MessageDiscarded', version: 1, data }));
  });
}

/** Somebody was called: the message counts as delivered by phone. */
export function noteCall(
  station: Writes,
  actor: Actor,
  { requestId, itemId }: Settling,
): Result<Record<string, never>, 'item-gone'> {
  return runCommand(station, { name: 'note-call', actor, requestId, topics }, () => {
    const row = outboxRow(station.db, itemId);
    if (row?.kind !== 'send-message') return refuse('item-gone');
    const data = { ...aboutOf(row.payload as unknown as MessagePayload), via: 'phone' as const };
    return accept(settled(station, itemId, { type: 'MessageSent', version: 1, data }));
  });
}

function aboutOf({ personId, message, appointmentId }: MessagePayload) {
  return { personId, message, ...(appointmentId ? { appointmentId } : {}) };
}

function settled(
  { db }: Writes,
  itemId: number,
  event: MessageEvent & { readonly data: { readonly personId: PersonId } },
): Decided<Record<string, never>> {
  finishItem(db, itemId);
  return { stream: event.data.personId, events: [event], value: {} };
}
