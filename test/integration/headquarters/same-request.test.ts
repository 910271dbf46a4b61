import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passForm } from '../../support/api-client.ts';
import type { Read } from '../../support/asking.ts';
import { aHeadquarters, asOwner, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, askToken, openOnlineDays } from '../../support/headquarters-station.ts';
import { anOperator, type Operator } from '../../support/operator.ts';
import { untilSo } from '../../support/until-so.ts';

const scopes = ['passes', 'appointments', 'scans', 'webhooks'];
let test: TestHeadquarters;
let token: string;
let operator: Operator;
let keys = 0;

beforeAll(async () => {
  test = await aHeadquarters();
  await aCentre(test, 'nord');
  await openOnlineDays(test, 'nord', ['2026-11-30', '2026-12-21', '2026-12-22'], 40);
  const { clientId, clientSecret } = await createApiClient(test.headquarters, 'nord', 'Portal', scopes);
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const answer = await askToken(test, { scope: scopes.join(' ') }, { authorization: `Basic ${basic}` });
  token = (answer.json() as { access_token: string }).access_token;
  operator = await anOperator(test);
}, 120_000);
afterAll(() => test?.close());

const aKey = () => {
  keys += 1;
  return `same-request-${keys}`;
};

async function ask(url: string, body: object | undefined, key = aKey()): Promise<Read> {
  const answer = await test.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    ...(body ? { payload: body } : {}),
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  });
  return { status: answer.statusCode, body: answer.json() };
}

/** Every row of every table that a centre has, once what is written beside a request (the feed) has been written. */
async function everything(): Promise<string> {
  let before = '';
  await untilSo(async () => {
    const now = await rowsNow();
    const isStill = now === before && (await isFed());
    before = now;
    return isStill;
  });
  return before;
}

async function isFed(): Promise<boolean> {
  return asOwner(test.database.url, async (client) => {
    await client.query("SELECT set_config('headquarters.centre', 'nord', false)");
    const { rows } = await client.query(
      'SELECT (SELECT count(*) FROM unfed_event) + (SELECT count(*) FROM own_draft) AS waiting',
    );
    return Number(rows[0].waiting) === 0;
  });
}

async function rowsNow(): Promise<string> {
  return asOwner(test.database.url, async (client) => {
    await client.query("SELECT set_config('headquarters.centre', 'nord', false)");
    const { rows } = await client.query(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'centre_id' ORDER BY 1`,
    );
    const tables = rows.map(async ({ name }: { name: string }) => {
      const found = await client.query(
        `SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS sum FROM "${name}" t`,
      );
      return `${name} ${found.rows[0].sum}`;
    });
    expect(tables.length).toBeGreaterThan(10);
    return (await Promise.all(tables)).join('\n');
  });
}

async function slotOn(day: string, index = 0): Promise<string> {
  const free = await inCentre(test.headquarters.databases.app, 'nord', (db) =>
    freeSlots(db, { after: test.clock.now }),
  );
  return free.filter((slot) => slot.day === day)[index]?.slotId ?? '';
}

const bookedPass = async (): Promise<Read> => {
  const slotIds = [await slotOn('2026-11-30'), await slotOn('2026-12-21')];
  return (await ask('/passes', passForm({ slotIds }))).body;
};

interface Asked {
  readonly url: string;
  readonly body?: object;
  readonly other: { readonly url: string; readonly body?: object };
}

/** By the path in the OpenAPI document; what else might be asked under the same key. */
const requests: Readonly<Record<string, () => Promise<Asked>>> = {
  '/api/v1/passes': async () => ({
    url: '/passes',
    body: passForm(),
    other: { url: '/passes', body: passForm({ person: { ...passForm().person, givenName: 'Otto' } }) },
  }),
  '/api/v1/appointments': async () => {
    const { passId } = (await ask('/passes', passForm())).body;
    const body = { passId, dose: 1, slotId: await slotOn('2026-11-30') };
    const others = (await ask('/passes', passForm())).body;
    const other = { url: '/appointments', body: { ...body, passId: others.passId } };
    return { url: '/appointments', body, other };
  },
  '/api/v1/appointments/{appointmentId}/move': async () => {
    const [one, two] = [await bookedPass(), await bookedPass()];
    const slotId = await slotOn('2026-12-22');
    const url = ({ appointments }: Read) => `/appointments/${appointments[1].appointmentId}/move`;
    return { url: url(one), body: { slotId }, other: { url: url(two), body: { slotId } } };
  },
  '/api/v1/appointments/{appointmentId}/cancel': async () => {
    const [one, two] = [await bookedPass(), await bookedPass()];
    const url = ({ appointments }: Read) => `/appointments/${appointments[0].appointmentId}/cancel`;
    return { url: url(one), other: { url: url(two) } };
  },
  '/api/v1/messages': async () => {
    const passIds = [(await bookedPass()).passId];
    const message = { de: 'Bitte Maske tragen.', en: 'Please wear a mask.' };
    const other = { url: '/messages', body: { passIds: [(await bookedPass()).passId], message } };
    return { url: '/messages', body: { passIds, message }, other };
  },
  '/api/v1/scans': async () => ({
    url: '/scans',
    body: { text: 'one' },
    other: { url: '/scans', body: { text: 'two' } },
  }),
  '/api/v1/webhooks': async () => ({
    url: '/webhooks',
    body: { url: 'https://hooks.example/a' },
    other: { url: '/webhooks', body: { url: 'https://hooks.example/b' } },
  }),
  '/api/v1/webhooks/{endpointId}/rotate-secret': async () => {
    const made = async (name: string) =>
      (await ask('/webhooks', { url: `https://hooks.example/${name}` })).body.endpointId;
    const [one, two] = [await made('c'), await made('d')];
    return { url: `/webhooks/${one}/rotate-secret`, other: { url: `/webhooks/${two}/rotate-secret` } };
  },
};

it('every POST of the API is asked for below, and takes an Idempotency-Key', async () => {
  const { paths } = (await test.app.inject('/api/v1/openapi.json')).json();
  const posts = Object.entries<Read>(paths).filter(([, { post }]) => post);
  expect(posts.map(([path]) => path).toSorted()).toEqual(Object.keys(requests).toSorted());
  for (const [path, { post }] of posts)
    expect(post.parameters, path).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'idempotency-key', required: true }),
    );
});

describe('under the key of something that was done', () => {
  it.each(Object.entries(requests))('POST %s answers the same alike, and nothing else', async (_, asked) => {
    const { url, body, other } = await asked();
    const key = aKey();
    const first = await ask(url, body, key);
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    const before = await everything();
    expect(await ask(url, body, key)).toEqual(first);
    expect(await ask(other.url, other.body, key)).toMatchObject({
      status: 409,
      body: { type: 'urn:impfpass:problem:key-reused' },
    });
    expect(await everything()).toBe(before);
    // It is something that would be done under a key of its own.
    expect((await ask(other.url, other.body)).status).toBeLessThan(300);
  });
});

describe('the form of the booking page', () => {
  const form = async (): Promise<[string, string][]> => {
    const slots = [await slotOn('2026-11-30'), await slotOn('2026-12-21')];
    const query = slots.map((id) => `slot=${id}`).join('&');
    const { body } = await test.app.inject(`/book/nord?${query}`);
    const key = /name="key" value="([^"]+)"/.exec(body)?.[1] ?? '';
    expect(key).toMatch(/^[\w-]{8,}$/);
    return [
      ...slots.map((id): [string, string] => ['slot', id]),
      ['key', key],
      ['givenName', 'Erika'],
      ['familyName', 'Mustermann'],
      ['birthDate', '1964-08-12'],
      ['consent', 'yes'],
    ];
  };
  const post = (fields: [string, string][]) =>
    test.app.inject({
      method: 'POST',
      url: '/book/nord',
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('sent twice, at once or later, is one booking, and leads to the same page', async () => {
    const fields = await form();
    const [one, two] = await Promise.all([post(fields), post(fields)]);
    expect([one?.statusCode, two?.statusCode], one?.body).toEqual([303, 303]);
    expect(two?.headers.location).toBe(one?.headers.location);
    const before = await everything();
    expect((await post(fields)).headers.location).toBe(one?.headers.location);
    expect(await everything()).toBe(before);
  });

  it('changed after it was sent books nothing, says so, and books by the next tap', async () => {
    const fields = await form();
    expect((await post(fields)).statusCode).toBe(303);
    const changed = fields.map(([name, value]): [string, string] => [
      name,
      name === 'givenName' ? 'Otto' : value,
    ]);
    const before = await everything();
    const refused = await post(changed);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('schon einmal mit anderen Angaben abgeschickt');
    expect(refused.body).toContain('value="Otto"');
    expect(await everything()).toBe(before);
    const key = /name="key" value="([^"]+)"/.exec(refused.body)?.[1] ?? '';
    const again = changed.map(([name, value]): [string, string] => [name, name === 'key' ? key : value]);
    expect((await post(again)).statusCode).toBe(303);
  });

  it('refused for a mistake it may be sent again under its key', async () => {
    const fields = await form();
    const wrong = fields.filter(([name]) => name !== 'consent');
    expect((await post(wrong)).statusCode).toBe(400);
    expect((await post(fields)).statusCode).toBe(303);
  });
});

describe('the forms of the private page', () => {
  it('sent twice say what was done, and do it once', async () => {
    const pass = await bookedPass();
    const place = new URL(pass.links.page).pathname;
    const [first, second] = pass.appointments;
    const post = async (url: string) =>
      String((await test.app.inject({ method: 'POST', url: `${place}/dates${url}` })).headers.location);
    const slot = await slotOn('2026-12-22');
    const steps = [
      [`/${second.appointmentId}/move/${slot}`, 'moved'],
      [`/${first.appointmentId}/cancel`, 'cancelled'],
      [`/dose/1/book/${await slotOn('2026-11-30', 1)}`, 'booked'],
    ];
    for (const [url = '', said] of steps) {
      expect(await post(url)).toContain(`say=${said}`);
      const before = await everything();
      expect(await post(url)).toContain(`say=${said}`);
      expect(await everything()).toBe(before);
    }
    expect(await post(`/dose/1/book/${slot}`)).toContain('notChanged');
  });
});

describe('a message of the operator', () => {
  it('sent twice is one; with other words under its id it is not sent, and said so', async () => {
    await bookedPass();
    const page = '/console/centres/nord/messages';
    const words = { de: 'Bitte Maske tragen.', en: 'Please wear a mask.', to: 'all' };
    const preview = await operator.post(`${page}/preview`, words);
    const id = /name="id"[^>]*value="([^"]+)"/.exec(preview.body)?.[1] ?? '';
    expect((await operator.post(page, { ...words, id })).statusCode).toBe(200);
    const before = await everything();
    expect((await operator.post(page, { ...words, id })).statusCode).toBe(200);
    const changes: Record<string, string>[] = [{ de: 'Etwas anderes' }, { to: 'days', from: '2026-11-30' }];
    for (const other of changes) {
      const refused = await operator.post(page, { ...words, ...other, id });
      expect(refused.statusCode).toBe(409);
      expect(refused.body).toContain('noch nicht gesendet');
    }
    expect(await everything()).toBe(before);
  });
});
