import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type WebhookType, webhooks, webhookTypes } from '../../../contracts/api/webhook-contract.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { cancelOnline, moveOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { registerEndpoint } from '../../../headquarters/features/webhooks/endpoints.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { startWebhookSender } from '../../../headquarters/jobs/webhook-sender.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { givenUp, openCounts, sendAgain } from '../../../headquarters/store/webhook-deliveries.ts';
import {
  endpointsOf,
  removeEndpoint,
  switchOff,
  switchOn,
} from '../../../headquarters/store/webhook-endpoints.ts';
import { Chain, pushOf } from '../../support/chain.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre, anEnrolledStation } from '../../support/headquarters-station.ts';
import { aPerson } from '../../support/test-station.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

let test: TestHeadquarters;
let workers: { close(): Promise<void> }[];
let nord: Centre;
let receiver: WebhookReceiver;
let others: WebhookReceiver[];

const DEADLINE_MS = 700;

beforeAll(async () => {
  const webhooks = { allowedNetworks: ['127.0.0.0/8'], deadlineMs: DEADLINE_MS };
  test = await aHeadquarters({ parts: { webhooks } });
  for (const centre of ['nord', 'sued']) {
    await aCentre(test, centre);
    for (const day of ['2026-11-24', '2026-12-15', '2026-12-20'])
      await openOnlineDay(test.headquarters, centre, {
        day,
        from: '09:00',
        to: '12:00',
        minutes: 10,
        capacity: 9,
      });
  }
  nord = (await centreOf(test.headquarters.databases.app, 'nord')) as Centre;
  workers = [startPassFollower(test.headquarters), startWebhookSender(test.headquarters)];
});
afterAll(async () => {
  for (const worker of workers) await worker.close();
  await test.close();
});
beforeEach(async () => {
  test.clock.now = testMoment;
  receiver = await startWebhookReceiver();
  others = [];
});
afterEach(async () => {
  await within(async (db) => {
    for (const { id } of await endpointsOf(db)) await removeEndpoint(db, id);
  });
  await Promise.all([receiver, ...others].map((each) => each.close()));
});

const within = <Value>(work: Parameters<typeof inCentre<Value>>[2], centre = 'nord') =>
  inCentre(test.headquarters.databases.app, centre, work);

async function another(): Promise<WebhookReceiver> {
  const made = await startWebhookReceiver();
  others.push(made);
  return made;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('it never came to that');
}

async function anEndpoint(
  { url }: Pick<WebhookReceiver, 'url'> = receiver,
  types: readonly WebhookType[] = webhookTypes,
  centre = 'nord',
): Promise<{ endpointId: string; secret: string }> {
  const made = await registerEndpoint(test.headquarters, centre, { url, types, actor: 'operator' });
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
}

const slotOn = async (day: string, centre = 'nord') =>
  (await within((db) => freeSlots(db, { after: testMoment }), centre)).find((slot) => slot.day === day)
    ?.slotId ?? '';

async function book(centre: Centre = nord): Promise<Booked> {
  const booked = await bookOnline(test.headquarters, centre, {
    details: aPerson({ familyName: 'Mustermann' }),
    slotIds: [await slotOn('2026-11-24', centre.id), await slotOn('2026-12-20', centre.id)],
    mayMail: false,
    actor: 'citizen',
  });
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value;
}

const record = (stream: PersonId, type: string, data: object, version = 1) =>
  within((db) =>
    recordEvents(test.headquarters, db, {
      centre: 'nord',
      stream,
      actor: 'staff-1',
      events: [{ type, version, data: { personId: stream, ...data } } as never],
    }),
  );

const doseOf = (appointmentId: AppointmentId | undefined) => ({
  doseId: randomUUID(),
  productId: 'comirnaty',
  lot: 'AB1234',
  site: 'left-deltoid',
  ordinal: 1,
  givenOn: '2026-11-24',
  overrides: [],
  appointmentId,
});

const stateOf = async (endpointId: string) =>
  (await within((db) => endpointsOf(db))).find(({ id }) => id === endpointId);
const countsOf = async (endpointId: string) =>
  (await within((db) => openCounts(db))).get(endpointId) ?? { waiting: 0, failed: 0 };
const heads = ({ headers }: WebhookReceiver['heard'][number]) => headers as Record<string, string>;

describe('an existing system', () => {
  it('hears of a booking: both dates and the pass, signed, with ids and without a name', async () => {
    const { secret } = await anEndpoint();
    const { passId, appointmentIds } = await book();
    await until(() => receiver.heard.length === 3);
    const dates = receiver.ofType('appointment.booked').map(({ body }) => body.data);
    expect(new Set(dates.map(({ appointmentId }) => appointmentId))).toEqual(new Set(appointmentIds));
    const [pass] = receiver.ofType('pass.created');
    expect(pass?.body).toEqual({
      type: 'pass.created',
      timestamp: testMoment,
      data: { passId, status: 'valid', doseCount: 0, appointmentIds },
    });
    for (const one of receiver.heard) {
      expect(one.text).not.toMatch(/Mustermann|Erika|19\d\d-/);
      webhooks[one.body.type as WebhookType].body.strict().parse(one.body);
      expect(new Webhook(secret).verify(one.text, heads(one))).toEqual(one.body);
      for (const judge of [new Webhook(secret), new SvixWebhook(secret)]) {
        expect(() => judge.verify(one.text, heads(one))).not.toThrow();
        expect(() => judge.verify(`${one.text} `, heads(one))).toThrow();
      }
      expect(one.headers['webhook-signature']).toBe(`v1,${signedByHand(secret, one)}`);
    }
  });

  it('hears of dates that are moved, cancelled, missed and kept, and of what the pass says then', async () => {
    await anEndpoint();
    const { personId, passId, appointmentIds } = await book();
    const [first, second] = appointmentIds as [AppointmentId, AppointmentId];
    const whose = { personId, appointmentId: second, actor: 'citizen' };
    await moveOnline(test.headquarters, nord, { ...whose, slotId: await slotOn('2026-12-15') });
    await until(() => receiver.ofType('appointment.moved').length === 1);
    expect(receiver.ofType('appointment.moved')[0]?.body.data).toMatchObject({
      appointmentId: second,
      passId,
      dose: 2,
      startsAt: expect.stringContaining('2026-12-15'),
      movedFrom: expect.stringContaining('2026-12-20'),
    });
    await cancelOnline(test.headquarters, nord, whose);
    await record(personId, 'NoShowRecorded', { appointmentId: first, day: '2026-11-24', by: 'desk' });
    await until(() => receiver.ofType('appointment.missed').length === 1);
    // Late after all.
    await record(personId, 'DoseAdministered', doseOf(first));
    await until(() => receiver.ofType('appointment.attended').length === 1);
    expect(receiver.ofType('appointment.cancelled')[0]?.body.data).toMatchObject({ appointmentId: second });
    expect(receiver.ofType('appointment.attended')[0]?.body.data).toMatchObject({ appointmentId: first });
    await until(() => receiver.ofType('pass.updated').some(({ body }) => body.data.doseCount === 1));
    await record(personId, 'NoShowRecorded', { appointmentId: first, day: '2026-11-24', by: 'desk' });
    expect(receiver.ofType('appointment.missed')).toHaveLength(1);
  });

  it('hears of a pass that is scanned at a desk, as soon as the desk sends it, and not of a search', async () => {
    await anEndpoint();
    const { personId, passId } = await book();
    await anEndpoint(await another(), ['appointment.missed']);
    const visit = { personId, day: '2026-11-24', overrides: [] };
    const station = await anEnrolledStation(test, 'nord');
    const chain = new Chain(station.station);
    const at = (via: string) => ({
      type: 'CheckedIn',
      stream: personId,
      data: { ...visit, visitId: randomUUID(), via },
      occurredAt: addMinutes(testMoment, 5),
    });
    chain.add(1, at('search'));
    chain.add(1, at('pass'));
    const answer = await push(station, chain);
    expect(answer.statusCode, answer.body).toBe(200);
    await until(() => receiver.ofType('pass.scanned').length === 1);
    expect(receiver.ofType('pass.scanned')[0]?.body).toMatchObject({
      timestamp: addMinutes(testMoment, 5),
      data: { passId, status: 'valid', doseCount: 0, by: 'desk' },
    });
    // The same once more: nothing new happened.
    await push(station, chain);
    await record(personId, 'PassScanned', { passId });
    await until(() => receiver.ofType('pass.scanned').length === 2);
    expect(receiver.ofType('pass.scanned')[1]?.body.data.by).toBe('system');
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(
      receiver.heard.length,
    );
    expect(others[0]?.heard).toEqual([]);
  });

  it('hears nothing of what happened before it was registered, and nothing of other centres', async () => {
    const { personId, appointmentIds } = await book();
    test.clock.now = addMinutes(testMoment, 1);
    await anEndpoint();
    await anEndpoint(await another(), webhookTypes, 'sued');
    const station = await anEnrolledStation(test, 'nord');
    const chain = new Chain(station.station);
    const visit = { personId, visitId: randomUUID(), day: '2026-11-23', via: 'pass', overrides: [] };
    chain.add(1, { type: 'CheckedIn', stream: personId, data: visit, occurredAt: testMoment });
    expect((await push(station, chain)).statusCode).toBe(200);
    await record(personId, 'DoseAdministered', doseOf(appointmentIds[0]));
    await until(() => receiver.ofType('pass.updated').length > 0);
    expect(receiver.ofType('pass.scanned')).toEqual([]);
    expect(others[0]?.heard).toEqual([]);
    await within(async (db) => {
      for (const { id } of await endpointsOf(db)) await removeEndpoint(db, id);
    }, 'sued');
  });

  it('hears nothing of a record that is restricted', async () => {
    await anEndpoint();
    const { personId, passId } = await book();
    await until(() => receiver.heard.length === 3);
    await record(personId, 'PersonRestricted', { why: 'asked' }, 3);
    await record(personId, 'PassScanned', { passId });
    await book();
    await until(() => receiver.heard.length === 6);
    expect(receiver.ofType('pass.scanned')).toEqual([]);
  });

  it('makes no push fail, whatever a station wrote', async () => {
    await anEndpoint();
    const { personId, appointmentIds } = await book();
    const station = await anEnrolledStation(test, 'nord');
    const chain = new Chain(station.station);
    chain.add(1, {
      type: 'AppointmentMoved',
      stream: personId,
      data: { personId, appointmentId: appointmentIds[0] },
      occurredAt: testMoment,
    });
    expect((await push(station, chain)).json().outcomes[0].outcome).toBe('accepted');
    expect(test.logged.map(({ code }) => code)).toContain('webhook-not-made');
  });
});

describe('a message', () => {
  it('is sent again after growing waits, under the same id and with the same body', async () => {
    const { endpointId } = await anEndpoint(receiver, ['pass.created']);
    receiver.answers.push(500, 503);
    await book();
    await until(async () => (await stateOf(endpointId))?.lastFault === 'status-500');
    await letPass(0.2);
    await until(async () => (await stateOf(endpointId))?.lastFault === 'status-503');
    await letPass(1);
    await settled(1_000);
    expect(receiver.heard).toHaveLength(2);
    await letPass(6);
    await until(() => receiver.heard.length === 3);
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.heard.map(({ text }) => text)).size).toBe(1);
    await until(async () => (await countsOf(endpointId)).waiting === 0);
    expect(await countsOf(endpointId)).toEqual({ waiting: 0, failed: 0 });
  });

  it('is given up after ten tries, listed with the reason, and sent again with one press', async () => {
    const { endpointId } = await anEndpoint(receiver, ['pass.created']);
    for (let tries = 0; tries < 10; tries += 1) receiver.answers.push(500);
    await book();
    for (let tries = 1; tries <= 10; tries += 1) {
      await until(async () => (await triesOf(endpointId)) === tries);
      await letPass(30 * 60);
    }
    expect(receiver.heard).toHaveLength(10);
    expect(await countsOf(endpointId)).toEqual({ waiting: 0, failed: 1 });
    expect(await within((db) => givenUp(db, 10))).toEqual([
      { endpoint: endpointId, type: 'pass.created', createdAt: testMoment, fault: 'status-500' },
    ]);
    expect(await within((db) => sendAgain(db, 'nord', endpointId, test.clock.now))).toBe(1);
    await until(() => receiver.heard.length === 11);
    expect(receiver.heard[10]?.headers['webhook-id']).toBe(receiver.heard[0]?.headers['webhook-id']);
  });

  it('waits for nobody else: an endpoint that never answers holds only itself back', async () => {
    const silent = await another();
    for (let tries = 0; tries < 30; tries += 1) silent.answers.push('silence');
    const { endpointId } = await anEndpoint(silent);
    await anEndpoint();
    const startedAt = Date.now();
    for (let people = 0; people < 3; people += 1) await book();
    await until(() => receiver.heard.length === 9);
    expect(Date.now() - startedAt).toBeLessThan(2 * DEADLINE_MS + 1_500);
    await until(async () => (await stateOf(endpointId))?.lastFault === 'timed-out');
    expect((await countsOf(endpointId)).waiting).toBe(9);
  });

  it('follows no redirect', async () => {
    const elsewhere = await another();
    const { endpointId } = await anEndpoint(receiver, ['pass.created']);
    receiver.answers.push({ redirect: elsewhere.url });
    await book();
    await until(async () => (await stateOf(endpointId))?.lastFault === 'redirected');
    expect(elsewhere.heard).toEqual([]);
    expect((await countsOf(endpointId)).waiting).toBe(1);
  });

  it('switches an endpoint off that answers 410, and reaches it again once it is switched on', async () => {
    const { endpointId } = await anEndpoint();
    receiver.answers.push(410, 410, 410);
    await book();
    await until(async () => (await countsOf(endpointId)).failed === 3);
    expect((await stateOf(endpointId))?.standing).toBe('gone');
    const before = receiver.heard.length;
    await book();
    expect(await countsOf(endpointId)).toEqual({ waiting: 0, failed: 3 });
    receiver.answers.splice(0);
    await within((db) => switchOn(db, endpointId));
    await within((db) => sendAgain(db, 'nord', endpointId, test.clock.now));
    await until(() => receiver.heard.length === before + 3);
  });

  it('stays given up when it was switched off by an operator while it waited', async () => {
    const { endpointId } = await anEndpoint(receiver, ['pass.created']);
    receiver.answers.push(500);
    await book();
    await until(async () => (await stateOf(endpointId))?.lastFault === 'status-500');
    await within((db) => switchOff(db, endpointId, { reason: 'operator', at: test.clock.now }));
    await letPass(60);
    await settled(1_000);
    expect(receiver.heard).toHaveLength(1);
    expect((await stateOf(endpointId))?.standing).toBe('off');
    expect(await within((db) => givenUp(db, 10))).toMatchObject([{ fault: 'switched-off' }]);
  });
});

/** Time goes by at headquarters, and the sender looks. */
async function letPass(minutes: number): Promise<void> {
  test.clock.now = addMinutes(test.clock.now, minutes);
  await within((db) => sql`SELECT pg_notify('webhooks', 'nord')`.execute(db));
}

const triesOf = (endpoint: string) =>
  within(async (db) => {
    const row = await db
      .selectFrom('webhook_delivery')
      .select('attempts')
      .where('endpoint_id', '=', endpoint)
      .executeTakeFirst();
    return row?.attempts ?? 0;
  });

/** Long enough for a try, where none is expected. */
const settled = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the specification says, without a library. */
function signedByHand(secret: string, { headers, text }: WebhookReceiver['heard'][number]): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  return createHmac('sha256', key).update(signed).digest('base64');
}

async function push(station: Awaited<ReturnType<typeof anEnrolledStation>>, chain: Chain) {
  return test.app.inject({
    method: 'POST',
    url: '/sync/v1/events',
    payload: (await pushOf(station.signing, chain.events)) as object,
    headers: { authorization: `Bearer ${await station.token()}` },
  });
}
