import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { type EnrolAnswer, enrolAnswer } from '../../contracts/sync/enrolment-contract.ts';
import { openOnlineDay } from '../../headquarters/features/booking/open-online-day.ts';
import { issueCode } from '../../headquarters/features/enrolment/enrolment.ts';
import { addCentre } from '../../headquarters/store/centres.ts';
import { inCentre } from '../../headquarters/store/open-databases.ts';
import { changeStanding } from '../../headquarters/store/stations.ts';
import { makeKeyPair, type RawKeyPair } from '../../ledger/raw-keys.ts';
import type { TestHeadquarters } from './headquarters.ts';

export async function aCentre({ headquarters }: TestHeadquarters, id: string): Promise<string> {
  const centre = { id, name: `Impfzentrum ${id}`, address: 'Hauptstraße 1', phone: '', email: '' };
  await addCentre(headquarters.databases.app, { ...centre, timeZone: 'Europe/Berlin' }, headquarters.now());
  return id;
}

/** Places on those days that citizens and existing systems book, each for ten minutes from nine to twelve. */
export async function openOnlineDays(
  { headquarters }: TestHeadquarters,
  centre: string,
  days: readonly string[],
  capacity = 1,
): Promise<void> {
  const hours = { from: '09:00', to: '12:00', minutes: 10, capacity };
  for (const day of days) await openOnlineDay(headquarters, centre, { day, ...hours });
}

export interface TestStation {
  readonly station: string;
  readonly signing: RawKeyPair;
  readonly exchange: RawKeyPair;
  readonly enrolled: EnrolAnswer;
  /** A fresh access token. */
  token(): Promise<string>;
}

/** A station that an operator let in and confirmed. */
export async function anEnrolledStation(
  test: TestHeadquarters,
  centre: string,
  station: string = randomUUID(),
): Promise<TestStation> {
  const signing = makeKeyPair('Ed25519');
  const exchange = makeKeyPair('X25519');
  const { code } = await issueCode(test.headquarters, centre, 'operator');
  const answer = await askToEnrol(test, code, { station, signing, exchange });
  if (answer.statusCode !== 201) throw new Error(`not enrolled: ${answer.body}`);
  const enrolled = enrolAnswer.parse(answer.json());
  await confirmStation(test, centre, station);
  const token = async () => {
    const assertion = await assertionOf({ signing, enrolled });
    const got = await askToken(test, { client_id: enrolled.clientId, ...assertionFields(assertion) });
    return (got.json() as { access_token: string }).access_token;
  };
  return { station, signing, exchange, enrolled, token };
}

export function askToEnrol(
  { app }: TestHeadquarters,
  code: string,
  { station, signing, exchange }: { station: string; signing: RawKeyPair; exchange: RawKeyPair },
) {
  return app.inject({
    method: 'POST',
    url: '/enrolment/v1/stations',
    remoteAddress: anAddress(),
    payload: {
      code,
      station,
      name: 'Empfang 1',
      signingKey: Buffer.from(signing.publicKey).toString('base64url'),
      exchangeKey: Buffer.from(exchange.publicKey).toString('base64url'),
      version: '1.0.0',
    },
  });
}

let addresses = 0;

/** Another one for each request, so that no limit for one address is met. */
function anAddress(): string {
  addresses += 1;
  return `10.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

export function confirmStation({ headquarters }: TestHeadquarters, centre: string, station: string) {
  return inCentre(headquarters.databases.app, centre, (db) =>
    changeStanding(db, station, { from: ['waiting'], to: 'active', at: headquarters.now() }),
  );
}

export interface AssertionChanges {
  readonly claims?: Record<string, unknown>;
  readonly expiresInSeconds?: number;
  readonly header?: Record<string, unknown>;
  readonly key?: CryptoKey | Uint8Array;
}

/** What a station signs to get a token (RFC 7523). */
export async function assertionOf(
  { signing, enrolled }: Pick<TestStation, 'signing' | 'enrolled'>,
  changes: AssertionChanges = {},
): Promise<string> {
  const pem = signing.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const key = changes.key ?? (await importPKCS8(pem, 'EdDSA'));
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: enrolled.clientId,
    sub: enrolled.clientId,
    aud: enrolled.issuer,
    jti: randomUUID(),
    iat: now,
    exp: now + (changes.expiresInSeconds ?? 50),
    ...changes.claims,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', ...changes.header }).sign(key);
}

export function assertionFields(assertion: string) {
  return {
    client_assertion: assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: 'sync',
  };
}

export function askToken(
  { app }: TestHeadquarters,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return app.inject({
    method: 'POST',
    url: '/oauth/token',
    remoteAddress: anAddress(),
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}
