import { Validator } from '@seriousme/openapi-schema-validator';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookTypes } from '../../../contracts/api/webhook-contract.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { readNetworks } from '../../../headquarters/features/webhooks/allowed-address.ts';
import { createOutbound } from '../../../headquarters/features/webhooks/outbound.ts';
import { startWebhookSender } from '../../../headquarters/jobs/webhook-sender.ts';
import { readSettings } from '../../../headquarters/settings.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { aHeadquarters, asOwner, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, askToken } from '../../support/headquarters-station.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

let test: TestHeadquarters;
let nord: string;
let sued: string;
let keys = 0;

beforeAll(async () => {
  test = await aHeadquarters();
  for (const centre of ['nord', 'sued']) await aCentre(test, centre);
  nord = await aToken(test, 'nord');
  sued = await aToken(test, 'sued');
});
afterAll(() => test.close());

async function aToken(
  { headquarters }: TestHeadquarters,
  centre: string,
  scopes = ['passes', 'webhooks'],
): Promise<string> {
  const { clientId, clientSecret } = await createApiClient(headquarters, centre, 'Portal', scopes);
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const answer = await askToken(test, { scope: scopes.join(' ') }, { authorization: `Basic ${basic}` });
  return (answer.json() as { access_token: string }).access_token;
}

async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  { body, token = nord, key }: { body?: object; token?: string; key?: string } = {},
) {
  keys += 1;
  const answer = await test.app.inject({
    method,
    url: `/api/v1/webhooks${url}`,
    ...(body ? { payload: body } : {}),
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key ?? `request-${String(keys).padStart(6, '0')}`,
    },
  });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
}

describe('registering an endpoint', () => {
  it('answers its secret once, and lists it without', async () => {
    const made = await ask('POST', '', { body: { url: 'https://hooks.example/a', types: ['pass.scanned'] } });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const list = await ask('GET', '');
    expect(list.body.endpoints).toEqual([
      {
        endpointId: made.body.endpointId,
        url: 'https://hooks.example/a',
        types: ['pass.scanned'],
        standing: 'on',
        createdAt: test.clock.now,
        waiting: 0,
        failed: 0,
      },
    ]);
    expect(JSON.stringify(list.body)).not.toContain('whsec_');
  });

  it('hears of everything when nothing is chosen, and once when the request comes twice', async () => {
    const parts = { body: { url: 'https://hooks.example/b' }, key: 'the-same-key' };
    const first = await ask('POST', '', parts);
    const again = await ask('POST', '', parts);
    expect(again.body).toEqual(first.body);
    const { endpoints } = (await ask('GET', '')).body;
    const made = endpoints.filter(({ url }: { url: string }) => url === 'https://hooks.example/b');
    expect(made).toMatchObject([{ types: webhookTypes }]);
    const known = await ask('POST', '', { body: { url: 'https://hooks.example/b' } });
    expect(known).toMatchObject({ status: 422, body: { detail: 'endpoint-known' } });
  });

  it.each([
    ['no address', 'hooks', 'url-wrong'],
    ['another protocol', 'ftp://hooks.example/', 'url-wrong'],
    ['a password', 'https://a:b@hooks.example/', 'url-wrong'],
    ['plain HTTP', 'http://hooks.example/', 'url-not-https'],
    ['this computer', 'https://127.0.0.1/', 'address-refused'],
    ['this computer, written as a number', 'https://2130706433/', 'address-refused'],
    ['this computer, in octal', 'https://0177.0.0.1/', 'address-refused'],
    ['this computer, by IPv6', 'https://[::1]/', 'address-refused'],
    ['this computer, inside of IPv6', 'https://[::ffff:127.0.0.1]/', 'address-refused'],
    ['anywhere', 'https://0.0.0.0/', 'address-refused'],
    ['a house of one’s own', 'https://10.1.2.3/', 'address-refused'],
    ['another house', 'https://192.168.1.1/', 'address-refused'],
    ['a third', 'https://172.16.0.9/', 'address-refused'],
    ['a cloud’s secrets', 'https://169.254.169.254/latest', 'address-refused'],
    ['a provider’s inside', 'https://100.64.0.1/', 'address-refused'],
    ['a local network of IPv6', 'https://[fd00::1]/', 'address-refused'],
    ['a link of IPv6', 'https://[fe80::1]/', 'address-refused'],
    ['a translated address', 'https://[64:ff9b::7f00:1]/', 'address-refused'],
  ])('refuses %s', async (_what, url, detail) => {
    expect(await ask('POST', '', { body: { url } })).toMatchObject({ status: 422, body: { detail } });
  });

  it('ends at twenty', async () => {
    const of = (index: number) => ({ body: { url: `https://hooks.example/${index}` }, token: sued });
    for (let index = 0; index < 20; index += 1) expect((await ask('POST', '', of(index))).status).toBe(201);
    expect(await ask('POST', '', of(20))).toMatchObject({ body: { detail: 'too-many-endpoints' } });
  });

  it('needs its scope, and belongs to its centre alone', async () => {
    const made = await ask('POST', '', { body: { url: 'https://hooks.example/c' } });
    const place = `/${made.body.endpointId}`;
    const passes = await aToken(test, 'nord', ['passes']);
    expect((await ask('GET', '', { token: passes })).status).toBe(403);
    expect((await ask('DELETE', place, { token: sued })).status).toBe(404);
    expect((await ask('POST', `${place}/rotate-secret`, { token: sued })).status).toBe(404);
    expect(JSON.stringify((await ask('GET', '', { token: sued })).body)).not.toContain(made.body.endpointId);
    expect((await ask('DELETE', place)).status).toBe(200);
    expect((await ask('DELETE', place)).status).toBe(404);
  });

  it('keeps its secret unreadable, and its rows behind the border of the centre', async () => {
    const made = await ask('POST', '', { body: { url: 'https://hooks.example/d' } });
    const rows = await asOwner(test.database.url, async (client) => {
      await client.query("SELECT set_config('headquarters.centre', 'nord', false)");
      return (await client.query("SELECT *, encode(secret_box, 'escape') AS words FROM webhook_endpoint"))
        .rows;
    });
    expect(JSON.stringify(rows)).toContain(made.body.endpointId);
    expect(JSON.stringify(rows)).not.toContain(made.body.secret.slice(6));
    const { app } = test.headquarters.databases;
    for (const table of ['webhook_endpoint', 'webhook_message', 'webhook_delivery'] as const) {
      expect(await app.selectFrom(table).selectAll().execute()).toEqual([]);
      const theirs = await inCentre(app, 'sued', (db) => db.selectFrom(table).select('centre_id').execute());
      expect(theirs.every(({ centre_id }) => centre_id === 'sued')).toBe(true);
    }
    await expect(
      inCentre(app, 'sued', (db) =>
        sql`INSERT INTO webhook_message VALUES ('nord', 'm', 't', 'b', now())`.execute(db),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a new secret', () => {
  it('signs at once, and the one before signs too for a day', async () => {
    const receiver = await startWebhookReceiver();
    const own = await aHeadquarters({ parts: { webhooks: { allowedNetworks: ['127.0.0.0/8'] } } });
    await aCentre(own, 'nord');
    const sender = startWebhookSender(own.headquarters);
    const before = test;
    test = own;
    try {
      const token = await aToken(own, 'nord');
      const made = await ask('POST', '', { body: { url: receiver.url }, token });
      const pass = () =>
        own.app.inject({
          method: 'POST',
          url: '/api/v1/passes',
          headers: { authorization: `Bearer ${token}`, 'idempotency-key': `pass-${keys++}-0000` },
          payload: {
            person: { givenName: 'Erika', familyName: 'Muster', birthDate: '1964-08-12', language: 'de' },
            consent: true,
          },
        });
      const changed = await ask('POST', `/${made.body.endpointId}/rotate-secret`, { token });
      expect(changed.body.oldSecretUntil).toBe(addMinutes(own.clock.now, 24 * 60));
      await pass();
      await heardBy(receiver, 1);
      for (const secret of [made.body.secret, changed.body.secret])
        expect(verify(secret, receiver, 0)).toBe(true);
      own.clock.now = addMinutes(own.clock.now, 24 * 60);
      await pass();
      await heardBy(receiver, 2);
      expect([made.body.secret, changed.body.secret].map((secret) => verify(secret, receiver, 1))).toEqual([
        false,
        true,
      ]);
    } finally {
      test = before;
      await sender.close();
      await own.close();
      await receiver.close();
    }
  });
});

describe('what headquarters reaches', () => {
  it('is nothing of its own house, by name or number, unless that was allowed', async () => {
    const receiver = await startWebhookReceiver();
    const { port } = new URL(receiver.url);
    const closed = createOutbound({ allowed: readNetworks([]), deadlineMs: 2_000 });
    const open = createOutbound({ allowed: readNetworks(['127.0.0.0/8', '::1/128']), deadlineMs: 2_000 });
    const post = (outbound: typeof open, url: string) => outbound.post({ url, headers: {}, body: '{}' });
    try {
      for (const url of [
        receiver.url,
        `http://localhost:${port}/`,
        `https://localhost:${port}/`,
        `https://127.0.0.1:${port}/`,
        `https://[::1]:${port}/`,
        `https://[::ffff:7f00:1]:${port}/`,
      ])
        expect(await post(closed, url), url).toBe('address-refused');
      expect(receiver.heard).toEqual([]);
      expect(await post(open, receiver.url)).toBeUndefined();
      expect(await post(open, `http://localhost:${port}/`)).toBeUndefined();
      expect(await post(open, 'http://10.0.0.1/')).toBe('address-refused');
      expect(receiver.heard).toHaveLength(2);
    } finally {
      await closed.close();
      await open.close();
      await receiver.close();
    }
  });

  it('is allowed by networks alone that make sense', () => {
    const read = (text: string) => readSettings([], { HEADQUARTERS_WEBHOOK_NETWORKS: text }).webhookNetworks;
    expect(read('10.1.0.0/16, fd00::/8')).toEqual(['10.1.0.0/16', 'fd00::/8']);
    expect(() => read('10.1.0.0')).toThrow(TypeError);
    expect(readNetworks(['10.1.0.0/16']).has('10.1.2.3')).toBe(true);
    expect(readNetworks(['10.1.0.0/16']).has('10.2.0.1')).toBe(false);
    expect(readNetworks(['10.1.0.0/16']).has('::ffff:10.1.0.1')).toBe(true);
    expect(readNetworks(['10.1.0.0/16']).has('fd00::1')).toBe(false);
  });
});

describe('the OpenAPI document', () => {
  it('is valid 3.1 and says what each webhook carries', async () => {
    const document = (await test.app.inject('/api/v1/openapi.json')).json();
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    expect(Object.keys(document.webhooks)).toEqual(webhookTypes);
    const schema = document.webhooks['pass.scanned'].post.requestBody.content['application/json'].schema;
    expect(schema.properties.type).toMatchObject({ const: 'pass.scanned' });
    expect(Object.keys(schema.properties.data.properties)).toEqual(['passId', 'status', 'doseCount', 'by']);
    expect(document.paths['/api/v1/webhooks'].post.security).toEqual([{ oauth2: ['webhooks'] }]);
  });
});

async function heardBy(receiver: WebhookReceiver, count: number): Promise<void> {
  for (let i = 0; i < 200 && receiver.heard.length < count; i++)
    await new Promise((resolve) => setTimeout(resolve, 30));
  expect(receiver.heard).toHaveLength(count);
}

function verify(secret: string, receiver: WebhookReceiver, index: number): boolean {
  const one = receiver.heard[index];
  try {
    new Webhook(secret).verify(one?.text ?? '', one?.headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
