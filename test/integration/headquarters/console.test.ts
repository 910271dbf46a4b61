import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAdministratorLink } from '../../../headquarters/features/console/first-administrator.ts';
import { makeKeyPair } from '../../../ledger/raw-keys.ts';
import { aHeadquarters, minutesLater, type TestHeadquarters } from '../../support/headquarters.ts';
import { askToEnrol } from '../../support/headquarters-station.ts';

const password = 'a long enough password';

describe("the operator's pages", () => {
  let test: TestHeadquarters;
  let cookie: string;
  const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    test.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookie ?? '', ...headers },
    });

  beforeAll(async () => {
    test = await aHeadquarters();
    const link = new URL((await firstAdministratorLink(test.headquarters)) ?? '');
    const token = link.searchParams.get('token') ?? '';
    expect((await test.app.inject(link.pathname + link.search)).statusCode).toBe(200);
    const short = await post('/console/first', { token, name: 'Ada', password: 'short' });
    expect(short.statusCode).toBe(400);
    const both = await Promise.all(
      ['Ada', 'Bob'].map((name) => post('/console/first', { token, name, password })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 410]);
    const taken = both.find(({ statusCode }) => statusCode === 303);
    cookie = String(taken?.headers['set-cookie']).split(';')[0] ?? '';
  });
  afterAll(() => test.close());

  it('let the first administrator in once, and nobody by the same link again', async () => {
    expect(await firstAdministratorLink(test.headquarters)).toBeUndefined();
    expect((await test.app.inject({ url: '/console', headers: { cookie } })).statusCode).toBe(200);
  });

  it('send away whoever is not signed in', async () => {
    const answer = await test.app.inject('/console');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/console/sign-in');
  });

  it('add a centre, and no second one under the same short name', async () => {
    const centre = { id: 'nord', name: 'Zentrum <b>Nord</b>', address: '', phone: '', email: '' };
    expect((await post('/console/centres', centre)).statusCode).toBe(303);
    expect((await post('/console/centres', centre)).statusCode).toBe(409);
    expect((await post('/console/centres', { ...centre, id: 'Nord!' })).statusCode).toBe(400);
    const page = await test.app.inject({ url: '/console', headers: { cookie } });
    expect(page.body).toContain('Zentrum &lt;b&gt;Nord&lt;/b&gt;');
  });

  it('give out a code once, confirm a station by its fingerprints, and revoke it', async () => {
    await post('/console/centres', { id: 'west', name: 'West', address: '', phone: '', email: '' });
    const page = await post('/console/centres/west/codes', {});
    const code = /WEST-[0-9A-X]{4}-[0-9A-X]{4}/.exec(page.body)?.[0] ?? '';
    const keys = { signing: makeKeyPair('Ed25519'), exchange: makeKeyPair('X25519') };
    const enrolled = await askToEnrol(test, code, { station: 'station-1', ...keys });
    const look = async () =>
      (await test.app.inject({ url: '/console/centres/west', headers: { cookie } })).body;
    const before = await look();
    expect(before).not.toContain(code);
    for (const fingerprint of Object.values<string>(enrolled.json().fingerprints))
      expect(before).toContain(fingerprint);
    await post('/console/centres/west/stations/station-1/confirm', {});
    expect(await look()).toContain('verbunden');
    await post('/console/centres/west/stations/station-1/revoke', {});
    expect(await look()).toContain('gesperrt');
  });

  it('show the secret of a connected system once', async () => {
    const page = await post('/console/centres/west/clients', { name: 'Buchung' });
    const id = /api\.west\.[0-9a-f-]{36}/.exec(page.body)?.[0];
    const secret = /[\w-]{43}/.exec(page.body.split('client_secret')[1] ?? '')?.[0] ?? '';
    expect(id).toBeDefined();
    expect(secret).toHaveLength(43);
    const later = await test.app.inject({ url: '/console/centres/west', headers: { cookie } });
    expect(later.body).toContain('Buchung');
    expect(later.body).not.toContain(secret);
  });

  it('say so where there is no such centre', async () => {
    const answer = await test.app.inject({ url: '/console/centres/nowhere', headers: { cookie } });
    expect(answer.statusCode).toBe(404);
  });

  it.each(['https://evil.test', 'null', 'no address'])('take no form of a page from %s', async (origin) => {
    const answer = await post('/console/centres', { id: 'sued', name: 'Süd' }, { origin });
    expect(answer.statusCode).toBe(403);
  });

  it('sign in with the password alone, and forget a session after eight hours or on sign-out', async () => {
    const names = ['Ada', 'Bob'];
    const tries = await Promise.all(names.map((name) => post('/console/sign-in', { name, password })));
    expect(tries.map(({ statusCode }) => statusCode).sort()).toEqual([303, 401]);
    const wrong = await post('/console/sign-in', { name: 'Ada', password: 'not the password' });
    expect(wrong.statusCode).toBe(401);
    const signedIn = tries.find(({ statusCode }) => statusCode === 303);
    const mine = String(signedIn?.headers['set-cookie']).split(';')[0] ?? '';
    const look = () => test.app.inject({ url: '/console', headers: { cookie: mine } });
    expect((await look()).statusCode).toBe(200);
    const before = test.clock.now;
    test.clock.now = minutesLater(before, 8 * 60 + 1);
    expect((await look()).statusCode).toBe(303);
    test.clock.now = before;
    await post('/console/sign-out', {}, { cookie: mine });
    expect((await look()).statusCode).toBe(303);
  });
});
