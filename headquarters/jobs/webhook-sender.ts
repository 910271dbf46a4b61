import { errorFacts } from '../../domain/kernel/error-facts.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { readNetworks } from '../features/webhooks/allowed-address.ts';
import { createOutbound, type Outbound, type PostFault } from '../features/webhooks/outbound.ts';
import { signedHeaders } from '../features/webhooks/webhook-secret.ts';
import type { Headquarters } from '../headquarters.ts';
import { centresOf } from '../store/centres.ts';
import { asWebhookSender } from '../store/leadership.ts';
import { inCentre } from '../store/open-databases.ts';
import {
  type DueMessage,
  dueEndpoints,
  dueMessages,
  forgetMessagesBefore,
  type MessageEnd,
  settleMessage,
} from '../store/webhook-deliveries.ts';
import { type Endpoint, endpointOf, giveUpWaiting, noteTry, switchOff } from '../store/webhook-endpoints.ts';
import { type CentreWorker, startCentreWorker } from './centre-worker.ts';
import { nextTryAt } from './retries.ts';

/** At one endpoint; others have their own. */
const AT_ONCE = 5;
const DEADLINE_MS = 15_000;
const KEPT_DAYS = 30;

/** Tells existing systems what was written down for them; one instance at a time does it. */
export function startWebhookSender(headquarters: Headquarters): CentreWorker {
  const { databases, log, now, clock, webhooks } = headquarters;
  const outbound = createOutbound({
    allowed: readNetworks(webhooks?.allowedNetworks ?? []),
    deadlineMs: webhooks?.deadlineMs ?? DEADLINE_MS,
  });
  // A lane for each endpoint, so that a slow one holds nobody else back.
  const lanes = new Map<string, Promise<void>>();
  let isClosing = false;
  const run = async (place: EndpointPlace) => {
    try {
      while (!isClosing && (await sendDue(headquarters, outbound, place)) > 0);
    } catch (error) {
      log.warn({ code: 'webhooks-stopped', ...errorFacts(error) });
    }
    lanes.delete(laneOf(place));
  };
  const worker = startCentreWorker(headquarters, {
    wakenBy: 'webhooks',
    lead: (work, lost) => asWebhookSender(databases.directUrl, work, lost),
    centresOf: async (db) => (await centresOf(db)).map(({ id }) => id),
    async work(db, centre) {
      const isTrusted = await clock.isTrusted();
      const due = await inCentre(db, centre, async (inside) => {
        if (isTrusted) await forgetMessagesBefore(inside, addMinutes(now(), -KEPT_DAYS * 24 * 60));
        return dueEndpoints(inside, now());
      });
      for (const endpoint of due) {
        const place = { centre, endpoint };
        if (!lanes.has(laneOf(place))) lanes.set(laneOf(place), run(place));
      }
    },
  });
  return {
    async close() {
      isClosing = true;
      await worker.close();
      await outbound.close();
      await Promise.all(lanes.values());
    },
  };
}

interface EndpointPlace {
  readonly centre: string;
  readonly endpoint: string;
}

function laneOf({ centre, endpoint }: EndpointPlace): string {
  return `${centre} ${endpoint}`;
}

/** One round of a lane; answers how many tries it made. */
async function sendDue(
  headquarters: Headquarters,
  outbound: Outbound,
  place: EndpointPlace,
): Promise<number> {
  const { databases, now } = headquarters;
  const found = await inCentre(databases.app, place.centre, async (db) => {
    const endpoint = await endpointOf(db, place.endpoint);
    // Written down while it was being switched off.
    if (endpoint && endpoint.standing !== 'on') return void (await giveUpWaiting(db, endpoint.id));
    return endpoint && { endpoint, due: await dueMessages(db, endpoint.id, now(), AT_ONCE) };
  });
  if (!found) return 0;
  await Promise.all(
    found.due.map((message) => tryOnce(headquarters, outbound, { ...place, ...found, message })),
  );
  return found.due.length;
}

async function tryOnce(
  { databases, key, now, version }: Headquarters,
  outbound: Outbound,
  parts: { readonly centre: string; readonly endpoint: Endpoint; readonly message: DueMessage },
): Promise<void> {
  const { centre, endpoint, message } = parts;
  const fault = await outbound.post({
    url: endpoint.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': `impfpass-headquarters/${version}`,
      ...signedHeaders(key, centre, endpoint, message, now()),
    },
    body: message.body,
  });
  await inCentre(databases.app, centre, async (db) => {
    const at = now();
    await noteTry(db, endpoint.id, { at, fault });
    const end = endOf(fault, nextTryAt(at, message.attempts));
    await settleMessage(db, { endpoint: endpoint.id, message: message.id }, end);
    if (fault === 'gone') await switchOff(db, endpoint.id, { reason: 'gone', at });
  });
}

function endOf(fault: PostFault | undefined, dueAt: ReturnType<typeof nextTryAt>): MessageEnd {
  if (fault === undefined) return { state: 'done' };
  return fault === 'gone' || dueAt === undefined
    ? { state: 'failed', fault }
    : { state: 'waiting', fault, dueAt };
}
