import { describe, expect, it } from 'vitest';
import { givenUp, sendAgain } from '../../../headquarters/store/webhook-deliveries.ts';
import { switchOff, switchOn } from '../../../headquarters/store/webhook-endpoints.ts';
import { testMoment } from '../../support/headquarters.ts';
import { untilSo } from '../../support/until-so.ts';
import { webhookSuite } from '../../support/webhook-suite.ts';

const DEADLINE_MS = 700;
const suite = webhookSuite(DEADLINE_MS);

describe('a message', () => {
  it('is sent again after growing waits, under the same id and with the same body', async () => {
    const { endpointId } = await suite.centre.anEndpoint(suite.receiver, ['pass.created']);
    suite.receiver.answers.push(500, 503);
    await suite.centre.book();
    await untilSo(async () => (await suite.centre.stateOf(endpointId))?.lastFault === 'status-500');
    await suite.centre.letPass(0.2);
    await untilSo(async () => (await suite.centre.stateOf(endpointId))?.lastFault === 'status-503');
    await suite.centre.letPass(1);
    await settled(1_000);
    expect(suite.receiver.heard).toHaveLength(2);
    await suite.centre.letPass(6);
    await untilSo(() => suite.receiver.heard.length === 3);
    expect(new Set(suite.receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(suite.receiver.heard.map(({ text }) => text)).size).toBe(1);
    await untilSo(async () => (await suite.centre.countsOf(endpointId)).waiting === 0);
    expect(await suite.centre.countsOf(endpointId)).toEqual({ waiting: 0, failed: 0 });
  });

  it('is given up after ten tries, listed with the reason, and sent again with one press', async () => {
    const { endpointId } = await suite.centre.anEndpoint(suite.receiver, ['pass.created']);
    for (let tries = 0; tries < 10; tries += 1) suite.receiver.answers.push(500);
    await suite.centre.book();
    for (let tries = 1; tries <= 10; tries += 1) {
      await untilSo(async () => (await triesOf(endpointId)) === tries);
      await suite.centre.letPass(30 * 60);
    }
    expect(suite.receiver.heard).toHaveLength(10);
    expect(await suite.centre.countsOf(endpointId)).toEqual({ waiting: 0, failed: 1 });
    expect(await suite.centre.within((db) => givenUp(db, 10))).toEqual([
      { endpoint: endpointId, type: 'pass.created', createdAt: testMoment, fault: 'status-500' },
    ]);
    expect(
      await suite.centre.within((db) => sendAgain(db, 'nord', endpointId, suite.centre.test.clock.now)),
    ).toBe(1);
    await untilSo(() => suite.receiver.heard.length === 11);
    expect(suite.receiver.heard[10]?.headers['webhook-id']).toBe(
      suite.receiver.heard[0]?.headers['webhook-id'],
    );
  });

  it('waits for nobody else: an endpoint that never answers holds only itself back', async () => {
    const silent = await suite.another();
    for (let tries = 0; tries < 30; tries += 1) silent.answers.push('silence');
    const { endpointId } = await suite.centre.anEndpoint(silent);
    await suite.centre.anEndpoint(suite.receiver);
    const startedAt = Date.now();
    for (let people = 0; people < 3; people += 1) await suite.centre.book();
    await untilSo(() => suite.receiver.heard.length === 9);
    expect(Date.now() - startedAt).toBeLessThan(2 * DEADLINE_MS + 1_500);
    await untilSo(async () => (await suite.centre.stateOf(endpointId))?.lastFault === 'timed-out');
    expect((await suite.centre.countsOf(endpointId)).waiting).toBe(9);
  });

  it('follows no redirect', async () => {
    const elsewhere = await suite.another();
    const { endpointId } = await suite.centre.anEndpoint(suite.receiver, ['pass.created']);
    suite.receiver.answers.push({ redirect: elsewhere.url });
    await suite.centre.book();
    await untilSo(async () => (await suite.centre.stateOf(endpointId))?.lastFault === 'redirected');
    expect(elsewhere.heard).toEqual([]);
    expect((await suite.centre.countsOf(endpointId)).waiting).toBe(1);
  });

  it('switches an endpoint off that answers 410, and reaches it again once it is switched on', async () => {
    const { endpointId } = await suite.centre.anEndpoint(suite.receiver);
    suite.receiver.answers.push(410, 410, 410);
    await suite.centre.book();
    await untilSo(async () => (await suite.centre.countsOf(endpointId)).failed === 3);
    expect((await suite.centre.stateOf(endpointId))?.standing).toBe('gone');
    const before = suite.receiver.heard.length;
    await suite.centre.book();
    expect(await suite.centre.countsOf(endpointId)).toEqual({ waiting: 0, failed: 3 });
    suite.receiver.answers.splice(0);
    await suite.centre.within((db) => switchOn(db, endpointId));
    await suite.centre.within((db) => sendAgain(db, 'nord', endpointId, suite.centre.test.clock.now));
    await untilSo(() => suite.receiver.heard.length === before + 3);
  });

  it('stays given up when it was switched off by an operator while it waited', async () => {
    const { endpointId } = await suite.centre.anEndpoint(suite.receiver, ['pass.created']);
    suite.receiver.answers.push(500);
    await suite.centre.book();
    await untilSo(async () => (await suite.centre.stateOf(endpointId))?.lastFault === 'status-500');
    await suite.centre.within((db) =>
      switchOff(db, endpointId, { reason: 'operator', at: suite.centre.test.clock.now }),
    );
    await suite.centre.letPass(60);
    await settled(1_000);
    expect(suite.receiver.heard).toHaveLength(1);
    expect((await suite.centre.stateOf(endpointId))?.standing).toBe('off');
    expect(await suite.centre.within((db) => givenUp(db, 10))).toMatchObject([{ fault: 'switched-off' }]);
  });
});

const triesOf = (endpoint: string) =>
  suite.centre.within(async (db) => {
    const row = await db
      .selectFrom('webhook_delivery')
      .select('attempts')
      .where('endpoint_id', '=', endpoint)
      .executeTakeFirst();
    return row?.attempts ?? 0;
  });

/** Long enough for a try, where none is expected. */
const settled = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
