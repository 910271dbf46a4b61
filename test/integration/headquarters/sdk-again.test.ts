import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { type ClientOptions, HeadquartersClient, type Scope } from '../../../sdk/index.ts';
import { passForm } from '../../support/api-client.ts';
import { aProxy, closeProxies } from '../../support/api-proxy.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';

const scopes: readonly Scope[] = ['passes', 'appointments', 'webhooks'];
let test: TestHeadquarters;
let address: string;

beforeAll(async () => {
  test = await aHeadquarters({
    parts: { webhooks: { allowedNetworks: ['127.0.0.0/8'], deadlineMs: 5_000 } },
  });
  await aCentre(test, 'nord');
  address = await test.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(closeProxies);
afterAll(() => test.close());

async function aClient(more: Partial<ClientOptions> = {}): Promise<HeadquartersClient> {
  const { clientId, clientSecret } = await createApiClient(test.headquarters, 'nord', 'Scanner', scopes);
  return new HeadquartersClient({ address, clientId, clientSecret, scopes, ...more });
}

const countPasses = () =>
  inCentre(test.headquarters.databases.app, 'nord', async (db) => {
    const passes = await db.selectFrom('pass').select('pass_id').execute();
    return passes.length;
  });

describe('the client', () => {
  it('waits as long as headquarters says and asks again with the same key', async () => {
    const way = await aProxy(
      address,
      '/api/v1/passes',
      { status: 503, headers: { 'retry-after': '1' } },
      { status: 429, headers: { 'retry-after': '1' } },
    );
    const client = await aClient({ address: way.address });
    const before = await countPasses();
    await client.createPass(passForm() as never);
    expect(await countPasses()).toBe(before + 1);
    expect(way.asked).toHaveLength(3);
    expect(new Set(way.asked.map(({ key }) => key)).size).toBe(1);
    const [first, , last] = way.asked;
    expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_900);
  });

  it('makes one pass when its answer was lost on the way', async () => {
    const way = await aProxy(address, '/api/v1/passes', 'answer-lost');
    const client = await aClient({ address: way.address });
    const before = await countPasses();
    const pass = await client.createPass(passForm() as never);
    expect(pass.status).toBe('valid');
    expect(way.asked).toHaveLength(2);
    expect(await countPasses()).toBe(before + 1);
    // The same key from a program that began again is the same pass.
    const key = 'kept-in-a-database';
    const twice = [
      await client.createPass(passForm() as never, { key }),
      await client.createPass(passForm() as never, { key }),
    ];
    expect(twice[1]?.passId).toBe(twice[0]?.passId);
  });

  it('gives up after so many tries, and tells that no answer came', async () => {
    const down = await aProxy(address, '/api/v1/slots', { status: 503 }, { status: 503 });
    const client = await aClient({ address: down.address, tries: 2 });
    await expect(client.listSlots()).rejects.toMatchObject({ name: 'ProblemError', status: 503 });
    const nobody = await aClient({ address: 'http://127.0.0.1:9', tries: 2 });
    await expect(nobody.listSlots()).rejects.toMatchObject({ name: 'NoAnswerError' });
  });

  it('asks again with the same key when the answer breaks off, also that with the token', async () => {
    const way = await aProxy(address, '/api/v1/passes', 'answer-cut');
    const client = await aClient({ address: way.address });
    const before = await countPasses();
    expect((await client.createPass(passForm() as never)).status).toBe('valid');
    expect([way.asked.length, new Set(way.asked.map(({ key }) => key)).size]).toEqual([2, 1]);
    expect(await countPasses()).toBe(before + 1);
    const tokens = await aProxy(address, '/oauth/token', 'answer-cut');
    await (await aClient({ address: tokens.address })).listTemplates();
    expect(tokens.asked).toHaveLength(2);
    const always = await aProxy(address, '/api/v1/templates', 'answer-cut', 'answer-cut');
    const unlucky = await aClient({ address: always.address, tries: 2 });
    await expect(unlucky.listTemplates()).rejects.toMatchObject({ name: 'NoAnswerError' });
    expect(always.asked).toHaveLength(2);
  });

  it('takes half a document for no answer, also where the end of the line is the end of the body', async () => {
    const half = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (text) => {
        const isToken = String(text).includes('/oauth/token');
        const body = isToken ? '{"access_token":"x","expires_in":600}' : '{"templates":[{"templ';
        socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n${body}`);
      });
    });
    half.listen(0, '127.0.0.1');
    await once(half, 'listening');
    try {
      const place = `http://127.0.0.1:${(half.address() as AddressInfo).port}`;
      const client = await aClient({ address: place, tries: 2 });
      await expect(client.listTemplates()).rejects.toMatchObject({ name: 'NoAnswerError' });
    } finally {
      half.close();
    }
  });

  it('removes an endpoint once, and says that it is gone when the first answer was lost', async () => {
    const url = 'http://127.0.0.1:9/hear';
    const { endpointId } = await (await aClient()).registerWebhook({ url });
    const way = await aProxy(address, '/api/v1/webhooks/', 'answer-lost');
    const client = await aClient({ address: way.address });
    expect(await client.removeWebhook(endpointId)).toEqual({ endpointId });
    expect(way.asked).toHaveLength(2);
    const unknown = { code: 'not-found', status: 404 };
    await expect(client.removeWebhook(endpointId)).rejects.toMatchObject(unknown);
    // Refused before anything was done: nothing was removed by that.
    const busy = await aProxy(address, '/api/v1/webhooks/', { status: 429 });
    const other = await aClient({ address: busy.address });
    await expect(other.removeWebhook(endpointId)).rejects.toMatchObject(unknown);
    expect(busy.asked).toHaveLength(2);
  });

  it('voids a pass once where the first answer was lost', async () => {
    const way = await aProxy(address, '/api/v1/passes/', 'answer-lost');
    const client = await aClient({ address: way.address });
    const { passId } = await client.createPass(passForm() as never);
    expect(await client.voidPass(passId, 'lost')).toMatchObject({ passId, status: 'void' });
    expect(way.asked).toHaveLength(2);
  });

  it('gives up where it should wait for longer than a minute, and says until when', async () => {
    const long = { status: 503, headers: { 'retry-after': '3600' } };
    const way = await aProxy(address, '/api/v1/slots', long);
    const asked = Date.now();
    const error = await (await aClient({ address: way.address }))
      .listSlots()
      .catch((fault: unknown) => fault);
    expect(error).toMatchObject({ name: 'ProblemError', status: 503 });
    const { retryAt } = error as { retryAt: Date };
    expect(retryAt.getTime() - asked).toBeGreaterThanOrEqual(3_599_000);
    expect(retryAt.getTime() - asked).toBeLessThan(3_700_000);
    expect(way.asked).toHaveLength(1);
  });
});
