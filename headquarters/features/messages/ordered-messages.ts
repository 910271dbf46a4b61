import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import type { CentreMessageSettled } from '../../../domain/messages/events.ts';
import { keyFingerprint } from '../../../ledger/key-fingerprint.ts';
import type { Headquarters } from '../../headquarters.ts';
import { addMessage } from '../../store/centre-messages.ts';
import type { Centre } from '../../store/centres.ts';
import type { FedEvent } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { ordersThatStand } from '../passes/connected-since.ts';
import { eventIn } from '../passes/event-in.ts';
import { recordEvents } from '../passes/record-events.ts';

/** So far ahead are the dates of a message to everybody who has one from a day on. */
const DAYS_AHEAD = 365;

/**
 * Takes what site leads wrote at connected stations, each once: the message has the id that the station gave it. Whether
 * its days are over is asked when it is written, by a clock that is to be trusted then.
 */
export async function takeOrderedMessages(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  fed: readonly FedEvent[],
): Promise<void> {
  if (!fed.some(({ event }) => event.type === 'CentreMessageOrdered')) return;
  const { signing, exchange } = await headquarters.serverKeys();
  const stands = await ordersThatStand(db, keyFingerprint(signing.publicKey, exchange.publicKey));
  for (const { event } of fed) {
    if (event.type !== 'CentreMessageOrdered' || !stands(event)) continue;
    const ordered = eventIn(event);
    if (ordered?.type !== 'CentreMessageOrdered') continue;
    const { messageId, words, days } = ordered.data;
    const { from, to = addDays(from, DAYS_AHEAD) } = days;
    const { actor } = event;
    const createdAt = headquarters.now();
    const message = { id: messageId, words, days: { from, to }, actor, createdAt, isOrdered: true };
    await addMessage(db, centre.id, message);
  }
}

/** Tells the stations of the centre what became of it. */
export function tellSettled(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  data: CentreMessageSettled['data'],
): Promise<void> {
  return recordEvents(headquarters, db, {
    centre: centre.id,
    stream: CENTRE_STREAM,
    actor: 'headquarters',
    events: [{ type: 'CentreMessageSettled', version: 1, data }],
  });
}
