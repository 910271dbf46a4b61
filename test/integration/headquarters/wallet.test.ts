import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { issuePass } from '../../../headquarters/features/passes/issue-pass.ts';
import type { PassAuthority } from '../../../headquarters/features/passes/pass-authority.ts';
import { passTokenOf } from '../../../headquarters/features/passes/pass-signing.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { addPass, passOf } from '../../../headquarters/store/passes.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { type SimulatedApns, startSimulatedApns } from '../../../trial/simulated-apns.ts';
import { aPersonRegistered } from '../../support/events.ts';
import { aHeadquarters, minutesLater, type TestHeadquarters } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';
import { aCentre } from '../../support/headquarters-station.ts';

let test: TestHeadquarters;
let authority: PassAuthority;
let apns: SimulatedApns;
let follower: ReturnType<typeof startPassFollower>;
let serial: string;
let person: PersonId;
let key: Buffer;

beforeAll(async () => {
  const settings = { endpoint: '', alsoTrusted: '' };
  test = await aHeadquarters({ parts: { apns: settings } });
  authority = await test.headquarters.passAuthority();
  apns = await startSimulatedApns(() => String(authority.files.wwdr));
  Object.assign(settings, { endpoint: apns.endpoint, alsoTrusted: apns.caPem });
  follower = startPassFollower(test.headquarters);
  await aCentre(test, 'nord');
});
afterAll(async () => {
  await follower.close();
  await apns.close();
  await test.close();
});

beforeEach(async () => {
  person = randomUUID() as PersonId;
  key = Buffer.alloc(32, 3);
  const { databases, personKeys } = test.headquarters;
  await personKeys.keep('nord', [{ stream: person, key: key.toString('base64url') }]);
  const registered = aPersonRegistered({}, person);
  const issued = await inCentre(databases.app, 'nord', async (db) => {
    const place = { centre: 'nord', stream: person, actor: 'desk', key };
    await recordEvents(test.headquarters, db, { ...place, events: [registered] });
    const template = standardTemplate('Impfzentrum nord');
    return issuePass(test.headquarters, db, { centre: 'nord', personId: person, template, actor: 'desk' });
  });
  if (!issued.ok) throw new Error(issued.refusal);
  serial = issued.value;
});

const base = '/wallet/nord/v1';
const token = (pass = serial) => passTokenOf(test.headquarters, 'nord', pass);
const ask = (
  method: 'GET' | 'POST' | 'DELETE' | 'HEAD',
  url: string,
  more: { token?: string; body?: object; headers?: Record<string, string> } = {},
) =>
  test.app.inject({
    method,
    url: base + url,
    payload: more.body,
    headers: { ...(more.token ? { authorization: `ApplePass ${more.token}` } : {}), ...more.headers },
  });
const devicePath = (device: string, pass = serial) =>
  `/devices/${device}/registrations/${authority.passTypeId}/${pass}`;
const listPath = (device: string, tag?: string) =>
  `/devices/${device}/registrations/${authority.passTypeId}${tag ? `?passesUpdatedSince=${tag}` : ''}`;
const passPath = (pass = serial) => `/passes/${authority.passTypeId}/${pass}`;
const register = (device: string, pushToken = 'ab12') =>
  ask('POST', devicePath(device), { token: token(), body: { pushToken } });

const giveDose = () => bringDose(test.headquarters, 'nord', person, '2026-11-23');

async function revisionReaches(revision: number): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const pass = await inCentre(test.headquarters.databases.app, 'nord', (db) => passOf(db, serial));
    if ((pass?.revision ?? 0) >= revision) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`revision ${revision} was never reached`);
}

describe('a pass of headquarters', () => {
  it('is genuine, and tells the phone where to ask and with which token', async () => {
    const answer = await ask('GET', passPath(), { token: token() });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/vnd.apple.pkpass');
    const files = unzipSync(answer.rawPayload);
    const json = JSON.parse(Buffer.from(files['pass.json'] ?? []).toString('utf8'));
    expect(json).toMatchObject({
      serialNumber: serial,
      webServiceURL: 'http://headquarters.test/wallet/nord',
      authenticationToken: token(),
      passTypeIdentifier: authority.passTypeId,
    });
    const verified = verifyPkpass(answer.rawPayload, { now: test.clock.now });
    expect(verified.ok).toBe(true);
  });

  it('is the same to HEAD, and 304 to whoever has it', async () => {
    const first = await ask('GET', passPath(), { token: token() });
    const headers = { 'if-modified-since': String(first.headers['last-modified']) };
    expect((await ask('GET', passPath(), { token: token(), headers })).statusCode).toBe(304);
    const head = await ask('HEAD', passPath(), { token: token() });
    expect(head.headers['last-modified']).toBe(first.headers['last-modified']);
  });

  it('is new to whoever has it after two changes within one second', async () => {
    const first = await ask('GET', passPath(), { token: token() });
    await giveDose();
    await revisionReaches(1);
    const second = await ask('GET', passPath(), {
      token: token(),
      headers: { 'if-modified-since': String(first.headers['last-modified']) },
    });
    expect(second.statusCode).toBe(200);
    await giveDose();
    await revisionReaches(2);
    const third = await ask('GET', passPath(), {
      token: token(),
      headers: { 'if-modified-since': String(second.headers['last-modified']) },
    });
    expect(third.statusCode).toBe(200);
    const json = JSON.parse(Buffer.from(unzipSync(third.rawPayload)['pass.json'] ?? []).toString('utf8'));
    expect(json.generic.headerFields[0]).toMatchObject({ key: 'dose-count' });
  });

  it('is a blank one from the moment on that the key of its person is destroyed', async () => {
    await test.headquarters.personKeys.destroy('nord', [person], test.clock.now);
    const answer = await ask('GET', passPath(), { token: token() });
    expect(answer.statusCode).toBe(200);
    const verified = verifyPkpass(answer.rawPayload, { now: test.clock.now, passKeys: 'no-barcode' });
    expect(verified).toMatchObject({ ok: true, value: { pass: { voided: true, serialNumber: serial } } });
    expect(answer.rawPayload.includes('Mustermann')).toBe(false);
  });

  it('is not to be had while the key of its person is not here', async () => {
    const stranger = randomUUID() as PersonId;
    const { databases } = test.headquarters;
    const made = await inCentre(databases.app, 'nord', async (db) => {
      const place = { centre: 'nord', stream: stranger, actor: 'desk', key };
      await recordEvents(test.headquarters, db, { ...place, events: [aPersonRegistered({}, stranger)] });
      const pass = { passId: 'ABCDEF0123ABCDEF0123' as PassId, personId: stranger, keyId: 0 };
      await addPass(db, 'nord', { ...pass, templateId: 'standard', templateVersion: 1 }, test.clock.now);
      return pass.passId;
    });
    expect((await ask('GET', passPath(made), { token: token(made) })).statusCode).toBe(401);
  });
});

describe('the web service for phones', () => {
  it.each([
    ['a wrong token', () => ask('GET', passPath(), { token: 'x'.repeat(64) })],
    ['no token', () => ask('GET', passPath())],
    ['an unknown serial', () => ask('GET', passPath('0'.repeat(20)), { token: token('0'.repeat(20)) })],
    ["another pass's token", () => ask('GET', passPath(), { token: token('1'.repeat(20)) })],
    ['another type', () => ask('GET', `/passes/pass.other/${serial}`, { token: token() })],
    [
      'a registration with a wrong token',
      () => ask('POST', devicePath('d'), { token: 'x'.repeat(64), body: { pushToken: 'ab' } }),
    ],
    ['an end of one with a wrong token', () => ask('DELETE', devicePath('d'), { token: 'x'.repeat(64) })],
  ])('answers %s with 401 and nothing else', async (_what, go) => {
    const answer = await go();
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toBe('');
  });

  it('answers nothing across centres', async () => {
    await aCentre(test, 'sued').catch(() => {});
    const answer = await test.app.inject({
      url: `/wallet/sued/v1${passPath()}`,
      headers: { authorization: `ApplePass ${passTokenOf(test.headquarters, 'sued', serial)}` },
    });
    expect(answer.statusCode).toBe(401);
  });

  it('registers a device once, lists what changed, and forgets it', async () => {
    const device = randomUUID();
    expect((await register(device)).statusCode).toBe(201);
    expect((await register(device)).statusCode).toBe(200);
    const all = await ask('GET', listPath(device));
    expect(all.json()).toMatchObject({ serialNumbers: [serial], lastUpdated: expect.any(String) });
    const tag = all.json().lastUpdated;
    expect((await ask('GET', listPath(device, tag))).statusCode).toBe(204);
    await giveDose();
    await revisionReaches(1);
    const changed = await ask('GET', listPath(device, tag));
    expect(changed.json().serialNumbers).toEqual([serial]);
    expect(Number(changed.json().lastUpdated)).toBeGreaterThan(Number(tag));
    expect((await ask('DELETE', devicePath(device), { token: token() })).statusCode).toBe(200);
    expect((await ask('GET', listPath(device))).statusCode).toBe(204);
  });

  it('refuses a registration without a push token', async () => {
    expect((await ask('POST', devicePath('d1'), { token: token(), body: {} })).statusCode).toBe(400);
  });

  it.each([[{ logs: ['one', 'two'] }], [['one']]])('takes what phones complain of: %j', async (body) => {
    expect((await ask('POST', '/log', { body })).statusCode).toBe(200);
    expect(JSON.stringify(test.logged)).not.toContain('one"');
  });
});

describe('telling phones', () => {
  it('pushes once for a change, empty and under the pass type, by a dose to its card', async () => {
    const pushToken = randomUUID().replaceAll('-', '');
    await register(randomUUID(), pushToken);
    const before = apns.pushes.length;
    await giveDose();
    await apns.received(before + 1);
    const mine = () => apns.pushes.filter((each) => each.token === pushToken);
    expect(mine()).toEqual([{ token: pushToken, topic: authority.passTypeId, body: '{}' }]);
    await giveDose();
    await apns.received(before + 2);
    expect(mine()).toHaveLength(2);
  });

  it('tries again after Apple was busy or the line broke', async () => {
    const pushToken = randomUUID().replaceAll('-', '');
    await register(randomUUID(), pushToken);
    apns.answers.push({ status: 503 });
    apns.cut();
    const before = apns.pushes.length;
    await giveDose();
    await apns.received(before + 2);
    expect(apns.pushes.filter((each) => each.token === pushToken)).toHaveLength(2);
  });

  it('stops for a device that is gone, until it registers again', async () => {
    const device = randomUUID();
    const pushToken = randomUUID().replaceAll('-', '');
    await register(device, pushToken);
    const gone = Date.parse(minutesLater(test.clock.now, 1));
    apns.answers.push({ status: 410, body: { reason: 'Unregistered', timestamp: gone } });
    const before = apns.pushes.length;
    await giveDose();
    await apns.received(before + 1);
    await revisionReaches(1);
    const witness = randomUUID().replaceAll('-', '');
    await register(randomUUID(), witness);
    await giveDose();
    await apns.received(before + 2);
    const since = apns.pushes.slice(before + 1).map((each) => each.token);
    expect(since).toEqual([witness]);
    test.clock.now = minutesLater(test.clock.now, 5);
    await register(device, pushToken);
    await giveDose();
    await apns.received(before + 4);
    expect(apns.pushes.slice(before + 2).map((each) => each.token)).toContain(pushToken);
  });
});

describe('a phone that asks to be told of a pass', () => {
  it('is recorded as having it, once, so that the desk may speak of the card in the phone', async () => {
    expect((await register('phone-1')).statusCode).toBe(201);
    expect((await register('phone-2')).statusCode).toBe(201);
    const { history } = await inCentre(test.headquarters.databases.app, 'nord', (db) =>
      loadPerson(test.headquarters, db, 'nord', person),
    );
    const handedOver = history.filter(({ event }) => event.type === 'PassHandedOver');
    expect(handedOver).toMatchObject([{ event: { data: { passId: serial, way: 'apple-wallet' } } }]);
  });
});
