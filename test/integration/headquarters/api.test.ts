import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Validator } from '@seriousme/openapi-schema-validator';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf } from '../../../headquarters/store/passes.ts';
import { aHeadquarters, asOwner, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, askToken } from '../../support/headquarters-station.ts';

let test: TestHeadquarters;
let nord: string;
let sued: string;
let keys = 0;

beforeAll(async () => {
  test = await aHeadquarters();
  for (const centre of ['nord', 'sued']) {
    await aCentre(test, centre);
    for (const day of ['2026-11-30', '2026-12-21', '2026-12-22'])
      await openOnlineDay(test.headquarters, centre, {
        day,
        from: '09:00',
        to: '12:00',
        minutes: 10,
        capacity: 1,
      });
  }
  nord = await aToken('nord');
  sued = await aToken('sued');
});
afterAll(() => test.close());

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

async function aToken(centre: string, scopes = ['passes', 'appointments', 'scans']): Promise<string> {
  const { clientId, clientSecret } = await createApiClient(test.headquarters, centre, 'Portal', scopes);
  const fields = { scope: scopes.join(' ') };
  const answer = await askToken(test, fields, { authorization: basic(clientId, clientSecret) });
  return (answer.json() as { access_token: string }).access_token;
}

const aKey = () => {
  keys += 1;
  return `request-${String(keys).padStart(6, '0')}`;
};

interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly token?: string;
  readonly key?: string;
}

async function ask(url: string, body?: object, { method, token = nord, key = aKey() }: Ask = {}) {
  const answer = await test.app.inject({
    method: method ?? (body ? 'POST' : 'GET'),
    url: `/api/v1${url}`,
    ...(body ? { payload: body } : {}),
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

const form = (more: object = {}) => ({
  person: { givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12', language: 'de' },
  consent: true,
  ...more,
});

async function freeSlot(day: string, token = nord): Promise<string> {
  const { body } = await ask(`/slots?fromDay=${day}&toDay=${day}`, undefined, { token });
  return body.slots[0].slotId;
}

const linkPath = (link: string) => new URL(link).pathname;

async function scanTextOf(pass: { links: { appleWallet: string } }): Promise<string> {
  const file = await test.app.inject(linkPath(pass.links.appleWallet));
  const json = JSON.parse(Buffer.from(unzipSync(file.rawPayload)['pass.json'] ?? []).toString());
  return json.barcodes[0].message;
}

describe('making a pass', () => {
  it('answers at once with the page, the pass file and the paper, and books the dates', async () => {
    const slotIds = [await freeSlot('2026-11-30'), await freeSlot('2026-12-21')];
    const made = await ask('/passes', form({ slotIds }));
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ status: 'valid', doseCount: 0 });
    expect(made.body.appointments.map(({ dose }: { dose: number }) => dose)).toEqual([1, 2]);
    expect(JSON.stringify(made.body)).not.toContain('Mustermann');
    const page = await test.app.inject(linkPath(made.body.links.page));
    expect(page.statusCode).toBe(200);
    expect(await scanTextOf(made.body)).toHaveLength(42);
    const paper = await test.app.inject(linkPath(made.body.links.pdf));
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('needs no date, and refuses one date where the schedule has two', async () => {
    expect((await ask('/passes', form())).body.appointments).toEqual([]);
    const one = await ask('/passes', form({ slotIds: [await freeSlot('2026-11-30')] }));
    expect(one).toMatchObject({ status: 422, body: { detail: 'dates-missing' } });
  });

  it.each([
    ['no consent', { consent: false }],
    ['a field that is unknown', { colour: 'red' }],
    ['no person', { person: undefined }],
  ])('refuses a form with %s and writes nothing', async (_what, more) => {
    const refused = await ask('/passes', form(more));
    expect(refused).toMatchObject({ status: 400, body: { type: 'urn:impfpass:problem:not-valid' } });
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  it('says what is wrong with a name and leaves the key free for the form put right', async () => {
    const key = aKey();
    const wrong = form({ person: { ...form().person, familyName: '12345' } });
    expect(await ask('/passes', wrong, { key })).toMatchObject({
      status: 422,
      body: { detail: 'name-not-a-name' },
    });
    expect((await ask('/passes', form(), { key })).status).toBe(201);
  });

  it('has the key free as soon as the refusal is there', async () => {
    const wrong = form({ person: { ...form().person, familyName: '12345' } });
    for (let time = 0; time < 20; time += 1) {
      const key = aKey();
      expect((await ask('/passes', wrong, { key })).status).toBe(422);
      expect((await ask('/passes', form(), { key })).status).toBe(201);
    }
  });
});

describe('a request that comes again', () => {
  it('gets the first answer and makes nothing new, also when both come at the same moment', async () => {
    const key = aKey();
    const [one, other] = await Promise.all([
      ask('/passes', form(), { key }),
      ask('/passes', form(), { key }),
    ]);
    const again = await ask('/passes', form(), { key });
    const made = [one, other].filter(({ status }) => status === 201);
    expect([one, other].every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(made.map(({ body }) => body.passId))).toEqual(new Set([again.body.passId]));
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('is refused with another body, and belongs to its client and centre alone', async () => {
    const key = aKey();
    const first = await ask('/passes', form(), { key });
    const changed = await ask('/passes', form({ mayMail: true }), { key });
    expect(changed).toMatchObject({ status: 409, body: { type: 'urn:impfpass:problem:key-reused' } });
    for (const token of [await aToken('nord'), sued]) {
      const theirs = await ask('/passes', form(), { key, token });
      expect(theirs.status).toBe(201);
      expect(theirs.body.passId).not.toBe(first.body.passId);
    }
  });

  it('leaves neither the form nor the private link readable in the table', async () => {
    const { body } = await ask('/passes', form());
    const rows = await asOwner(test.database.url, async (client) => {
      await client.query("SELECT set_config('headquarters.centre', 'nord', false)");
      return (await client.query("SELECT *, encode(answer_box, 'escape') AS words FROM api_request")).rows;
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('Mustermann');
    expect(JSON.stringify(rows)).not.toContain(body.passId);
  });

  it('needs its key', async () => {
    expect((await ask('/passes', form(), { key: '' })).status).toBe(400);
  });
});

describe('a scan that an existing system reports', () => {
  it('is decided by the record: doses, the last of them, and when the next one is due', async () => {
    const { body: pass } = await ask('/passes', form());
    const text = await scanTextOf(pass);
    expect((await ask('/scans', { text })).body).toEqual({
      decision: 'known',
      passId: pass.passId,
      doseCount: 0,
    });
    await giveDose(pass.passId);
    expect((await ask('/scans', { text })).body).toMatchObject({
      decision: 'known',
      doseCount: 1,
      lastDoseOn: '2026-11-20',
      nextDose: { dose: 2, recommendedFrom: '2026-12-11' },
    });
  });

  it('is recorded once for each request, under the name of the system', async () => {
    const { body: pass } = await ask('/passes', form());
    const text = await scanTextOf(pass);
    const key = aKey();
    const [first, again] = [await ask('/scans', { text }, { key }), await ask('/scans', { text }, { key })];
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    const scans = (await personOf(pass.passId)).history.filter(({ event }) => event.type === 'PassScanned');
    expect(scans.map(({ actor }) => actor)).toEqual([expect.stringMatching(/^api\.nord\./)]);
    await ask('/scans', { text });
    expect((await historyOf(pass.passId)).filter((type) => type === 'PassScanned')).toHaveLength(2);
    expect((await ask('/scans', { text }, { key: '' })).status).toBe(400);
  });

  it('is void after the pass was voided, once and for ever', async () => {
    const { body: pass } = await ask('/passes', form());
    const text = await scanTextOf(pass);
    for (let time = 0; time < 2; time += 1) {
      const gone = await ask(`/passes/${pass.passId}?reason=lost`, undefined, { method: 'DELETE' });
      expect(gone).toMatchObject({ status: 200, body: { status: 'void' } });
      expect(gone.body.links).toBeUndefined();
    }
    expect((await ask('/scans', { text })).body).toEqual({ decision: 'void', passId: pass.passId });
    const events = await historyOf(pass.passId);
    expect(events.filter((type) => type === 'PassVoided')).toHaveLength(1);
  });

  it('is unknown for other codes and for the pass of another centre', async () => {
    expect((await ask('/scans', { text: '4006381333931' })).body).toEqual({
      decision: 'unknown',
      reason: 'not-a-pass',
    });
    const { body: theirs } = await ask('/passes', form(), { token: sued });
    expect((await ask('/scans', { text: await scanTextOf(theirs) })).body).toEqual({
      decision: 'unknown',
      reason: 'forged',
    });
  });
});

describe('dates', () => {
  it('are booked, moved and cancelled, and their places taken and freed', async () => {
    const { body: pass } = await ask('/passes', form());
    const slotId = await freeSlot('2026-11-30');
    const booked = await ask('/appointments', { passId: pass.passId, dose: 1, slotId });
    expect(booked.status, JSON.stringify(booked.body)).toBe(201);
    const [{ appointmentId }] = booked.body.appointments;
    const to = await freeSlot('2026-12-22');
    expect(to).not.toBe(slotId);
    const moved = await ask(`/appointments/${appointmentId}/move`, { slotId: to });
    expect(moved.body.appointments[0].startsAt).toContain('2026-12-22');
    expect(await freeSlot('2026-11-30')).toBe(slotId);
    const ended = await ask(`/appointments/${appointmentId}/cancel`, undefined, { method: 'POST' });
    expect(ended.body.appointments[0].status).toBe('cancelled');
    expect(await freeSlot('2026-12-22')).toBe(to);
    expect((await ask(`/appointments/${appointmentId}/cancel`, undefined, { method: 'POST' })).status).toBe(
      404,
    );
  });

  it('are refused twice for one dose, too early for the second, and for the last place that is gone', async () => {
    const { body: pass } = await ask('/passes', form());
    const first = await freeSlot('2026-12-21');
    const book = (dose: number, slotId: string, passId = pass.passId) =>
      ask('/appointments', { passId, dose, slotId });
    expect((await book(1, first)).status).toBe(201);
    const next = await freeSlot('2026-12-22');
    expect(await book(1, next)).toMatchObject({ status: 422, body: { detail: 'dose-already-booked' } });
    expect(await book(2, next)).toMatchObject({ status: 422, body: { detail: 'interval-too-short' } });
    expect(await book(3, next)).toMatchObject({ status: 422, body: { detail: 'dose-not-planned' } });
    const { body: other } = await ask('/passes', form());
    expect(await book(1, first, other.passId)).toMatchObject({
      status: 409,
      body: { type: 'urn:impfpass:problem:slot-full' },
    });
  });
});

describe('a message to passes', () => {
  it('is written on those that are valid, and says which are not', async () => {
    const { body: pass } = await ask('/passes', form());
    const { body: lost } = await ask('/passes', form());
    const { body: theirs } = await ask('/passes', form(), { token: sued });
    await ask(`/passes/${lost.passId}?reason=lost`, undefined, { method: 'DELETE' });
    const message = { de: 'Bitte tragen Sie eine Maske.', en: 'Please wear a mask.' };
    const passIds = [pass.passId, lost.passId, theirs.passId];
    const sent = await ask('/messages', { passIds, message });
    expect(sent.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'written',
      'void',
      'unknown',
    ]);
    const file = await test.app.inject(linkPath(pass.links.appleWallet));
    const json = Buffer.from(unzipSync(file.rawPayload)['pass.json'] ?? []).toString();
    expect(json).toContain('Maske');
  });
});

describe('what a client may', () => {
  it('ends at its scopes', async () => {
    const scans = await aToken('nord', ['scans']);
    const passes = await aToken('nord', ['passes']);
    const answers = await Promise.all([
      ask('/passes', form(), { token: scans }),
      ask('/messages', {}, { token: scans }),
      ask('/slots', undefined, { token: passes }),
      ask('/scans', { text: 'x' }, { token: passes }),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body.type).toBe('urn:impfpass:problem:not-permitted');
    }
    expect((await ask('/passes', form(), { token: 'none' })).status).toBe(401);
  });

  it('ends at its centre: what belongs to another is not there', async () => {
    const slotIds = [await freeSlot('2026-11-30', sued), await freeSlot('2026-12-21', sued)];
    const { body: pass } = await ask('/passes', form({ slotIds }), { token: sued });
    const { body: own } = await ask('/passes', form());
    const [{ appointmentId }] = pass.appointments;
    const slotId = await freeSlot('2026-12-22');
    const answers = [
      await ask(`/passes/${pass.passId}`),
      await ask(`/passes/${pass.passId}?reason=lost`, undefined, { method: 'DELETE' }),
      await ask('/appointments', { passId: pass.passId, dose: 1, slotId }),
      await ask(`/appointments/${appointmentId}/move`, { slotId }),
      await ask(`/appointments/${appointmentId}/cancel`, undefined, { method: 'POST' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const theirSlot = await freeSlot('2026-12-22', sued);
    const foreign = await ask('/appointments', { passId: own.passId, dose: 1, slotId: theirSlot });
    expect(foreign).toMatchObject({ status: 422, body: { detail: 'slot-unknown' } });
    const still = await ask(`/passes/${pass.passId}`, undefined, { token: sued });
    expect(still.body).toEqual(pass);
  });
});

describe('the OpenAPI document', () => {
  it('is valid 3.1 and tells every route with its scope', async () => {
    const document = (await test.app.inject('/api/v1/openapi.json')).json();
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).toSorted()).toEqual([
      '/api/v1/appointments',
      '/api/v1/appointments/{appointmentId}/cancel',
      '/api/v1/appointments/{appointmentId}/move',
      '/api/v1/messages',
      '/api/v1/passes',
      '/api/v1/passes/{passId}',
      '/api/v1/scans',
      '/api/v1/slots',
    ]);
    expect(document.paths['/api/v1/scans'].post.security).toEqual([{ oauth2: ['scans'] }]);
  });
});

describe("the example of a foreign page's form", () => {
  it('makes one pass through its own server, also when it is sent twice', async () => {
    const { clientId, clientSecret } = await createApiClient(test.headquarters, 'nord', 'Seite', ['passes']);
    const headquarters = await test.app.listen({ port: 0, host: '127.0.0.1' });
    const child = spawn(process.execPath, ['docs/api/example-server.mjs'], {
      env: { HEADQUARTERS: headquarters, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
      const place = String(line).trim();
      const page = await (await fetch(place)).text();
      expect(page).toContain('action="/register"');
      const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const fields = { ...form().person, key, consent: 'yes' };
      const send = (more = {}) =>
        fetch(`${place}/register`, {
          method: 'POST',
          redirect: 'manual',
          body: new URLSearchParams({ ...fields, ...more }),
        });
      const first = await send();
      expect(first.status).toBe(303);
      const link = String(first.headers.get('location'));
      expect((await test.app.inject(linkPath(link))).statusCode).toBe(200);
      expect((await send()).headers.get('location')).toBe(link);
      expect((await send({ key: 'another-key', consent: 'no' })).status).toBe(422);
    } finally {
      child.kill();
    }
  });
});

const personOf = (passId: string) =>
  inCentre(test.headquarters.databases.app, 'nord', async (db) => {
    const pass = await passOf(db, passId);
    return loadPerson(test.headquarters, db, 'nord', pass?.personId ?? '');
  });

async function historyOf(passId: string): Promise<string[]> {
  return (await personOf(passId)).history.map(({ event }) => event.type);
}

async function giveDose(passId: string): Promise<void> {
  const personId = (await personOf(passId)).history[0]?.stream ?? '';
  const dose = {
    type: 'DoseAdministered',
    version: 1,
    data: {
      doseId: randomUUID(),
      personId,
      productId: 'comirnaty',
      lot: 'AB1234',
      site: 'left-deltoid',
      ordinal: 1,
      givenOn: '2026-11-20',
      overrides: [],
    },
  } as never;
  await inCentre(test.headquarters.databases.app, 'nord', (db) =>
    recordEvents(test.headquarters, db, {
      centre: 'nord',
      stream: personId,
      actor: 'staff-1',
      events: [dose],
    }),
  );
}
