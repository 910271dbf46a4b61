import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticate, callerAt } from '../../../headquarters/features/tokens/authenticate.ts';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { tokenKeys } from '../../../headquarters/features/tokens/token-keys.ts';
import { revokeApiClient } from '../../../headquarters/store/api-clients.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { changeStanding } from '../../../headquarters/store/stations.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import {
  type AssertionChanges,
  aCentre,
  anEnrolledStation,
  askToken,
  assertionFields,
  assertionOf,
  type TestStation,
} from '../../support/headquarters-station.ts';

let test: TestHeadquarters;
let station: TestStation;
let other: TestStation;
let signer: JWK;

beforeAll(async () => {
  test = await aHeadquarters();
  for (const url of ['/test/sync', '/test/passes'])
    test.app.get(
      url,
      { onRequest: authenticate(test.headquarters, url.slice('/test/'.length)) },
      async (request) => callerAt(request),
    );
  await aCentre(test, 'nord');
  await aCentre(test, 'sued');
  station = await anEnrolledStation(test, 'nord');
  other = await anEnrolledStation(test, 'sued');
  signer = (await tokenKeys(test.headquarters))[0] as JWK;
});
afterAll(() => test.close());

const call = (token: string, url = '/test/sync') =>
  test.app.inject({ url, headers: { authorization: `Bearer ${token}` } });

describe('an access token', () => {
  it('says for ten minutes at most who asks and of which centre', async () => {
    const token = await station.token();
    expect((await call(token)).json()).toEqual({
      kind: 'station',
      centre: 'nord',
      id: station.station,
      clientId: station.enrolled.clientId,
    });
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.exp - claims.iat).toBeLessThanOrEqual(600);
  });

  it('is worth nothing from the moment its station is revoked', async () => {
    const gone = await anEnrolledStation(test, 'nord');
    const token = await gone.token();
    expect((await call(token)).statusCode).toBe(200);
    await inCentre(test.headquarters.databases.app, 'nord', (db) =>
      changeStanding(db, gone.station, { from: ['active'], to: 'revoked', at: test.clock.now }),
    );
    expect((await call(token)).statusCode).toBe(401);
  });

  it('opens no address that it has no scope for', async () => {
    const answer = await call(await station.token(), '/test/passes');
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ type: 'urn:impfpass:problem:not-permitted' });
  });

  type Forgery = { claims?: object; header?: object; key?: 'foreign' | 'station' };
  const now = () => Math.floor(Date.now() / 1000);
  const forgeries: [string, Forgery][] = [
    ['of a foreign key', { key: 'foreign' }],
    ["signed by the station's own key", { key: 'station', header: { alg: 'EdDSA' } }],
    ['with the type of an id token', { header: { typ: 'JWT' } }],
    ['without a type', { header: { typ: undefined } }],
    ['with an unknown key id', { header: { kid: 'nobody' } }],
    ['of another issuer', { claims: { iss: 'http://elsewhere.test' } }],
    ['without an issuer', { claims: { iss: undefined } }],
    ['for another audience', { claims: { aud: 'http://headquarters.test' } }],
    ['without an audience', { claims: { aud: undefined } }],
    ['that is over', { claims: { iat: 1_000, exp: 1_600 } }],
    [
      'that was over a second ago',
      {
        claims: {
          get exp() {
            return now() - 1;
          },
        },
      },
    ],
    ['that never ends', { claims: { exp: undefined } }],
    [
      'that lives for an hour',
      {
        claims: {
          get exp() {
            return now() + 3600;
          },
        },
      },
    ],
    [
      'that is made in an hour',
      {
        claims: {
          get iat() {
            return now() + 3600;
          },
          get exp() {
            return now() + 4000;
          },
        },
      },
    ],
    [
      'that is not valid yet',
      {
        claims: {
          get nbf() {
            return now() + 300;
          },
        },
      },
    ],
    ['without a time of issue', { claims: { iat: undefined } }],
    ['without an id', { claims: { jti: undefined } }],
    ['without a client', { claims: { client_id: undefined } }],
    ['of an unknown client', { claims: { client_id: 'station.nord.nobody' } }],
    ['of a client with a strange name', { claims: { client_id: "station.nord.'; --" } }],
    ['whose client is of another kind', { claims: { client_id: 'admin.nord.x' } }],
    ['whose centre is not its client’s', { claims: { centre: 'sued' } }],
    ['without a centre', { claims: { centre: undefined } }],
  ];
  it.each(forgeries)('%s is refused', async (_what, forgery) => {
    expect((await call(await forge(forgery))).statusCode).toBe(401);
  });

  it('is genuine in the table above when nothing was changed', async () => {
    expect((await call(await forge({}))).statusCode).toBe(200);
  });

  it.each([
    ['alg none', (token: string) => `${encode({ alg: 'none', typ: 'at+jwt' })}.${token.split('.')[1]}.`],
    ['HMAC with the public key', hmacWithPublicKey],
    ['a cut signature', (token: string) => token.slice(0, -4)],
    ['another signature', (token: string) => `${token.slice(0, -6)}AAAAAA`],
    ['changed claims', changeClaims],
    ['two parts', (token: string) => token.split('.').slice(0, 2).join('.')],
    ['nothing', () => ''],
    ['a text', () => 'let-me-in'],
    ['100 kB', () => 'x'.repeat(100_000)],
  ])('with %s is refused', async (_what, spoil) => {
    const answer = await call(spoil(await station.token()));
    expect([401, 431]).toContain(answer.statusCode);
  });

  async function forge({ claims = {}, header = {}, key }: Forgery): Promise<string> {
    const issued = now();
    const all = {
      iss: 'http://headquarters.test',
      aud: 'http://headquarters.test/api',
      client_id: station.enrolled.clientId,
      sub: station.enrolled.clientId,
      scope: 'sync',
      centre: 'nord',
      jti: randomUUID(),
      iat: issued,
      exp: issued + 600,
      ...claims,
    };
    const protectedHeader = { alg: 'ES256', typ: 'at+jwt', kid: signer.kid, ...header };
    return new SignJWT(all).setProtectedHeader(protectedHeader).sign(await keyOf(key));
  }

  async function keyOf(kind: Forgery['key']) {
    if (kind === 'foreign') return (await generateKeyPair('ES256')).privateKey;
    if (kind === 'station') return station.signing.privateKey;
    return importJWK(signer, 'ES256');
  }

  function hmacWithPublicKey(token: string): string {
    const start = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: signer.kid })}.${token.split('.')[1]}`;
    const key = JSON.stringify({ kty: signer.kty, crv: signer.crv, x: signer.x, y: signer.y });
    return `${start}.${createHmac('sha256', key).update(start).digest('base64url')}`;
  }

  function changeClaims(token: string): string {
    const [header, claims = '', signature] = token.split('.');
    const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), centre: 'sued' };
    return `${header}.${encode(changed)}.${signature}`;
  }

  function encode(value: object): string {
    return Buffer.from(JSON.stringify(value)).toString('base64url');
  }
});

describe("a station's request for a token", () => {
  const ask = async (changes: AssertionChanges, fields: Record<string, string> = {}) =>
    askToken(test, {
      client_id: station.enrolled.clientId,
      ...assertionFields(await assertionOf(station, changes)),
      ...fields,
    });

  it('is answered when it is signed by the key that was enrolled', async () => {
    expect((await ask({})).statusCode).toBe(200);
  });

  const now = () => Math.floor(Date.now() / 1000);
  const negatives: [string, () => AssertionChanges][] = [
    ['for another server', () => ({ claims: { aud: 'http://elsewhere.test' } })],
    [
      'for the token endpoint instead of the issuer',
      () => ({ claims: { aud: 'http://headquarters.test/oauth/token' } }),
    ],
    ['without an audience', () => ({ claims: { aud: undefined } })],
    ['without an id', () => ({ claims: { jti: undefined } })],
    ['without an end', () => ({ claims: { exp: undefined } })],
    ['that is over', () => ({ claims: { exp: now() - 120 } })],
    ['that lives longer than a minute', () => ({ expiresInSeconds: 120 })],
    ['in the name of another client', () => ({ claims: { sub: other.enrolled.clientId } })],
    ['made by another issuer', () => ({ claims: { iss: other.enrolled.clientId } })],
    ['that is not valid yet', () => ({ claims: { nbf: now() + 300 } })],
    ['signed by another key', () => ({ key: generateKeyPairSync('ed25519').privateKey as never })],
  ];
  it.each(negatives)('%s is refused', async (_what, changes) => {
    const answer = await ask(changes());
    expect([400, 401]).toContain(answer.statusCode);
    expect(answer.json()).not.toHaveProperty('access_token');
    expect(answer.json()).toMatchObject({ error: expect.stringMatching(/^invalid_/) });
  });

  it('is refused the second time, also when both come at once', async () => {
    const assertion = assertionFields(await assertionOf(station));
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => askToken(test, { client_id: station.enrolled.clientId, ...assertion })),
    );
    expect(all.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401, 401]);
  });

  it('with another algorithm is refused', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    expect((await ask({ key: privateKey, header: { alg: 'ES256' } })).statusCode).toBe(401);
  });

  it.each([
    ['another grant', { grant_type: 'authorization_code', code: 'x' }],
    ['a scope of others', { scope: 'passes' }],
    ['another resource', { resource: 'http://elsewhere.test' }],
  ])('for %s is refused', async (_what, fields) => {
    expect((await ask({}, fields)).statusCode).toBe(400);
  });
});

describe('an existing system', () => {
  it('gets a token by its secret, for its scopes, and none once it is revoked', async () => {
    const client = await createApiClient(test.headquarters, 'nord', 'Terminbuchung', ['passes']);
    const ask = (secret: string) =>
      askToken(
        test,
        { scope: 'passes' },
        { authorization: `Basic ${Buffer.from(`${client.clientId}:${secret}`).toString('base64')}` },
      );
    const got = await ask(client.clientSecret);
    expect(got.statusCode).toBe(200);
    const token = got.json().access_token as string;
    expect((await call(token, '/test/passes')).json()).toMatchObject({ kind: 'api', centre: 'nord' });
    expect((await call(token)).statusCode).toBe(403);
    expect((await ask('wrong')).statusCode).toBe(401);
    await inCentre(test.headquarters.databases.app, 'nord', (db) =>
      revokeApiClient(db, client.clientId, test.clock.now),
    );
    expect((await ask(client.clientSecret)).statusCode).toBe(401);
    expect((await call(token, '/test/passes')).statusCode).toBe(401);
  });

  it('is understood by a strict client', async () => {
    const discovery = await test.app.inject('/.well-known/openid-configuration');
    expect(discovery.json()).toMatchObject({ issuer: 'http://headquarters.test' });
    const { keys } = (await test.app.inject('/oauth/jwks')).json();
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
    expect(await exportJWK(await importJWK(keys[0], 'ES256'))).toMatchObject({ crv: 'P-256' });
  });
});
