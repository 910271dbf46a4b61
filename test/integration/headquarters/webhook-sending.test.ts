import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenUp, sendAgain } from '../../../headquarters/store/webhook-deliveries.ts';
import { switchOff, switchOn } from '../../../headquarters/store/webhook-endpoints.ts';
import { testMoment } from '../../support/headquarters.ts';
import { untilSo } from '../../support/until-so.ts';
import { aWebhookCentre, type WebhookCentre } from '../../support/webhook-centre.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

let centre: WebhookCentre;
let receiver: WebhookReceiver;
let others: WebhookReceiver[];

const DEADLINE_MS = 700;

beforeAll(async () => {
  centre = await aWebhookCentre(DEADLINE_MS);
});
afterAll(() => centre.close());
beforeEach(async () => {
  centre.test.clock.now = testMoment;
  receiver = await startWebhookReceiver();
  others = [];
});
afterEach(async () => {
  await centre.forgetEndpoints();
  await Promise.all([receiver, ...others].map((each) => each.close()));
});

async function another(): Promise<WebhookReceiver> {
  const made = await startWebhookReceiver();
  others.push(made);
  return made;
}

describe('a message', () => {
  it('is sent again after growing waits, under the same id and with the same body', async () => {
    const { endpointId } = await centre.anEndpoint(receiver, ['pass.created']);
    receiver.answers.push(500, 503);
    await centre.book();
    await untilSo(async () => (await centre.stateOf(endpointId))?.lastFault === 'status-500');
    await centre.letPass(0.2);
    await untilSo(async () => (await centre.stateOf(endpointId))?.lastFault === 'status-503');
    await centre.letPass(1);
    await settled(1_000);
    expect(receiver.heard).toHaveLength(2);
    await centre.letPass(6);
    await untilSo(() => receiver.heard.length === 3);
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.heard.map(({ text }) => text)).size).toBe(1);
    await untilSo(async () => (await centre.countsOf(endpointId)).waiting === 0);
    expect(await centre.countsOf(endpointId)).toEqual({ waiting: 0, failed: 0 });
  });

  it('is given up after ten tries, listed with the reason, and sent again with one press', async () => {
    const { endpointId } = await centre.anEndpoint(receiver, ['pass.created']);
    for (let tries = 0; tries < 10; tries += 1) receiver.answers.push(500);
    await centre.book();
    for (let tries = 1; tries <= 10; tries += 1) {
      await untilSo(async () => (await triesOf(endpointId)) === tries);
      await centre.letPass(30 * 60);
    }
    expect(receiver.heard).toHaveLength(10);
    expect(await centre.countsOf(endpointId)).toEqual({ waiting: 0, failed: 1 });
    expect(await centre.within((db) => givenUp(db, 10))).toEqual([
      { endpoint: endpointId, type: 'pass.created', createdAt: testMoment, fault: 'status-500' },
    ]);
    expect(await centre.within((db) => sendAgain(db, 'nord', endpointId, centre.test.clock.now))).toBe(1);
    await untilSo(() => receiver.heard.length === 11);
    expect(receiver.heard[10]?.headers['webhook-id']).toBe(receiver.heard[0]?.headers['webhook-id']);
  });

  it('waits for nobody else: an endpoint that never answers holds only itself back', async () => {
    const silent = await another();
    for (let tries = 0; tries < 30; tries += 1) silent.answers.push('silence');
    const { endpointId } = await centre.anEndpoint(silent);
    await centre.anEndpoint(receiver);
    const startedAt = Date.now();
    for (let people = 0; people < 3; people += 1) await centre.book();
    await untilSo(() => receiver.heard.length === 9);
    expect(Date.now() - startedAt).toBeLessThan(2 * DEADLINE_MS + 1_500);
    await untilSo(async () => (await centre.stateOf(endpointId))?.lastFault === 'timed-out');
    expect((await centre.countsOf(endpointId)).waiting).toBe(9);
  });

  it('follows no redirect', async () => {
    const elsewhere = await another();
    const { endpointId } = await centre.anEndpoint(receiver, ['pass.created']);
    receiver.answers.push({ redirect: elsewhere.url });
    await centre.book();
    await untilSo(async () => (await centre.stateOf(endpointId))?.lastFault === 'redirected');
    expect(elsewhere.heard).toEqual([]);
    expect((await centre.countsOf(endpointId)).waiting).toBe(1);
  });

  it('switches an endpoint off that answers 410, and reaches it again once it is switched on', async () => {
    const { endpointId } = await centre.anEndpoint(receiver);
    receiver.answers.push(410, 410, 410);
    await centre.book();
    await untilSo(async () => (await centre.countsOf(endpointId)).failed === 3);
    expect((await centre.stateOf(endpointId))?.standing).toBe('gone');
    const before = receiver.heard.length;
    await centre.book();
    expect(await centre.countsOf(endpointId)).toEqual({ waiting: 0, failed: 3 });
    receiver.answers.splice(0);
    await centre.within((db) => switchOn(db, endpointId));
    await centre.within((db) => sendAgain(db, 'nord', endpointId, centre.test.clock.now));
    await untilSo(() => receiver.heard.length === before + 3);
  });

  it('stays given up when it was switched off by an operator while it waited', async () => {
    const { endpointId } = await centre.anEndpoint(receiver, ['pass.created']);
    receiver.answers.push(500);
    await centre.book();
    await untilSo(async () => (await centre.stateOf(endpointId))?.lastFault === 'status-500');
    await centre.within((db) => switchOff(db, endpointId, { reason: 'operator', at: centre.test.clock.now }));
    await centre.letPass(60);
    await settled(1_000);
    expect(receiver.heard).toHaveLength(1);
    expect((await centre.stateOf(endpointId))?.standing).toBe('off');
    expect(await centre.within((db) => givenUp(db, 10))).toMatchObject([{ fault: 'switched-off' }]);
  });
});

const triesOf = (endpoint: string) =>
  centre.within(async (db) => {
    const row = await db
      .selectFrom('webhook_delivery')
      .select('attempts')
      .where('endpoint_id', '=', endpoint)
      .executeTakeFirst();
    return row?.attempts ?? 0;
  });

/** Long enough for a try, where none is expected. */
const settled = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
