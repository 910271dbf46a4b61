import { sql } from 'kysely';
import type { WebhookType } from '../../contracts/api/webhook-contract.ts';
import { webhookTypes } from '../../contracts/api/webhook-contract.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { type Booked, bookOnline } from '../../headquarters/features/booking/book-online.ts';
import { openOnlineDay } from '../../headquarters/features/booking/open-online-day.ts';
import { registerEndpoint } from '../../headquarters/features/webhooks/endpoints.ts';
import { startPassFollower } from '../../headquarters/jobs/pass-follower.ts';
import { startWebhookSender } from '../../headquarters/jobs/webhook-sender.ts';
import { type Centre, centreOf } from '../../headquarters/store/centres.ts';
import { freeSlots } from '../../headquarters/store/online-slots.ts';
import { type CentreDb, inCentre } from '../../headquarters/store/open-databases.ts';
import { openCounts } from '../../headquarters/store/webhook-deliveries.ts';
import { type Endpoint, endpointsOf, removeEndpoint } from '../../headquarters/store/webhook-endpoints.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from './headquarters.ts';
import { aCentre } from './headquarters-station.ts';
import { aPerson } from './test-station.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

/** A headquarters that tells receivers on loopback what happens in its centres `nord` and `sued`. */
export interface WebhookCentre {
  readonly test: TestHeadquarters;
  readonly nord: Centre;
  within<Value>(work: (db: CentreDb) => Promise<Value>, centre?: string): Promise<Value>;
  slotOn(day: string): Promise<string>;
  /** Both dates and the pass of somebody called Mustermann. */
  book(): Promise<Booked>;
  anEndpoint(
    receiver: Pick<WebhookReceiver, 'url'>,
    types?: readonly WebhookType[],
    centre?: string,
  ): Promise<{ endpointId: string; secret: string }>;
  stateOf(endpoint: string): Promise<Endpoint | undefined>;
  countsOf(endpoint: string): Promise<{ waiting: number; failed: number }>;
  /** Time goes by at headquarters, and the sender looks. */
  letPass(minutes: number): Promise<void>;
  forgetEndpoints(): Promise<void>;
  close(): Promise<void>;
}

const bookable = ['2026-11-24', '2026-12-15', '2026-12-20'];
const times = { from: '09:00', to: '12:00', minutes: 10, capacity: 9 };

/** `deadlineMs` for one try. */
export async function aWebhookCentre(deadlineMs: number): Promise<WebhookCentre> {
  const test = await aHeadquarters({
    parts: { webhooks: { allowedNetworks: ['127.0.0.0/8'], deadlineMs } },
  });
  const { headquarters } = test;
  for (const centre of ['nord', 'sued']) {
    await aCentre(test, centre);
    for (const day of bookable) await openOnlineDay(headquarters, centre, { day, ...times });
  }
  const nord = (await centreOf(headquarters.databases.app, 'nord')) as Centre;
  const workers = [startPassFollower(headquarters), startWebhookSender(headquarters)];
  const within: WebhookCentre['within'] = (work, centre = 'nord') =>
    inCentre(headquarters.databases.app, centre, work);
  const slotOn = async (day: string) =>
    (await within((db) => freeSlots(db, { after: testMoment }))).find((slot) => slot.day === day)?.slotId ??
    '';
  return {
    test,
    nord,
    within,
    slotOn,
    async book() {
      const booked = await bookOnline(headquarters, nord, {
        details: aPerson({ familyName: 'Mustermann' }),
        slotIds: [await slotOn('2026-11-24'), await slotOn('2026-12-20')],
        mayMail: false,
        actor: 'citizen',
      });
      if (!booked.ok) throw new Error(booked.refusal);
      return booked.value;
    },
    async anEndpoint({ url }, types = webhookTypes, centre = 'nord') {
      const made = await registerEndpoint(headquarters, centre, { url, types, actor: 'operator' });
      if (!made.ok) throw new Error(made.refusal);
      return made.value;
    },
    stateOf: async (endpoint) => (await within(endpointsOf)).find(({ id }) => id === endpoint),
    countsOf: async (endpoint) => (await within(openCounts)).get(endpoint) ?? { waiting: 0, failed: 0 },
    async letPass(minutes) {
      test.clock.now = addMinutes(test.clock.now, minutes);
      await within((db) => sql`SELECT pg_notify('webhooks', 'nord')`.execute(db));
    },
    async forgetEndpoints() {
      for (const centre of ['nord', 'sued'])
        await within(async (db) => {
          for (const { id } of await endpointsOf(db)) await removeEndpoint(db, id);
        }, centre);
    },
    async close() {
      for (const worker of workers) await worker.close();
      await test.close();
    },
  };
}
