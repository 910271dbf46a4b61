import { errorFacts } from '../../domain/kernel/error-facts.ts';
import { sendNote, writeNextPasses } from '../features/messages/centre-message.ts';
import { MAIL, NOTE, REMINDER, REPLAN } from '../features/messages/plan-messages.ts';
import { replanReminders } from '../features/messages/replan-reminders.ts';
import { sendMail, sendReminder, type TryOutcome } from '../features/messages/send-message.ts';
import { RECOUNT, recountPasses } from '../features/passes/recount-passes.ts';
import type { Headquarters } from '../headquarters.ts';
import { type Centre, centreOf, centresOf } from '../store/centres.ts';
import { type Delivery, type DeliveryEnd, dueDeliveries, settleDelivery } from '../store/deliveries.ts';
import { asSender } from '../store/leadership.ts';
import { inCentre } from '../store/open-databases.ts';
import { type CentreWorker, startCentreWorker } from './centre-worker.ts';
import { nextTryAt } from './retries.ts';

const AT_ONCE = 20;
/** Of a message to all passes, before mails and other centres have their turn. */
const SLICES = 5;

type Send = (headquarters: Headquarters, centre: Centre, delivery: Delivery) => Promise<TryOutcome>;

const senders: Readonly<Record<string, Send>> = {
  [MAIL]: sendMail,
  [REMINDER]: sendReminder,
  [NOTE]: sendNote,
  [REPLAN]: replanReminders,
  [RECOUNT]: recountPasses,
};

/** What a day decides, and what is not done anew when it was the wrong one. */
const byTheClock = { timed: [REMINDER, REPLAN], notes: NOTE } as const;

/**
 * Sends what is due by headquarters' clock; one instance at a time does it. While that clock is not to be trusted nobody
 * is reminded and messages about days wait: neither what came too early nor what was left out can be taken back.
 */
export function startSender(headquarters: Headquarters): CentreWorker {
  const isTrusted = tellingOfClock();
  return startCentreWorker(headquarters, {
    wakenBy: 'fed',
    lead: (work, lost) => asSender(headquarters.databases.directUrl, work, lost),
    centresOf: async (db) => (await centresOf(db)).map(({ id }) => id),
    async work(db, centreId) {
      const centre = await centreOf(db, centreId);
      if (centre)
        for (let slice = 0; slice < SLICES && (await writeNextPasses(headquarters, centre)); ) slice += 1;
      const held = (await isTrusted(headquarters)) ? undefined : byTheClock;
      const due = await inCentre(db, centreId, (inside) =>
        dueDeliveries(inside, { now: headquarters.now(), limit: AT_ONCE, timed: REMINDER, held }),
      );
      if (!centre) return;
      for (const delivery of due) {
        const end = await tryOnce(headquarters, centre, delivery);
        if (end) await inCentre(db, centreId, (inside) => settleDelivery(inside, delivery.id, end));
      }
    },
  });
}

/** Asks whether the clock is to be trusted, and logs when that changes. */
function tellingOfClock() {
  let was = true;
  return async ({ clock, log }: Headquarters): Promise<boolean> => {
    const is = await clock.isTrusted();
    if (is !== was) log.warn({ code: is ? 'clock-trusted' : 'clock-jumped' });
    was = is;
    return is;
  };
}

/** Undefined where it was no try. */
async function tryOnce(
  headquarters: Headquarters,
  centre: Centre,
  delivery: Delivery,
): Promise<DeliveryEnd | undefined> {
  const outcome = await send(headquarters, centre, delivery);
  if (outcome === 'held') return undefined;
  if (outcome === 'done') return { state: 'done' };
  const dueAt = nextTryAt(headquarters.now(), delivery.attempts);
  if (outcome.isFinal || dueAt === undefined) return { state: 'failed', fault: outcome.fault };
  return { state: 'waiting', fault: outcome.fault, dueAt };
}

async function send(headquarters: Headquarters, centre: Centre, delivery: Delivery): Promise<TryOutcome> {
  const sender = senders[delivery.kind];
  if (!sender) return { fault: 'kind-unknown', isFinal: true };
  try {
    return await sender(headquarters, centre, delivery);
  } catch (error) {
    headquarters.log.warn({ code: 'delivery-failed', kind: delivery.kind, ...errorFacts(error) });
    return { fault: 'unexpected', isFinal: false };
  }
}
