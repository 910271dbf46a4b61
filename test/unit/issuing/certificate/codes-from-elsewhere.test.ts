import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../../issuing/certificate/certificate-history.ts';
import { encodeBase45 } from '../../../../issuing/certificate/encoding/base45.ts';
import { healthCardText } from '../../../../issuing/certificate/shc/health-card-text.ts';
import { parseTrustList, type TrustList } from '../../../../issuing/certificate/trust/trust-list.ts';
import { verifyCertificate } from '../../../../issuing/certificate/verify-certificate.ts';
import {
  type HcertParts,
  seconds,
  signedHcert,
  type TestSigner,
  testSigner,
  vaccinated,
} from '../../../support/signed-hcert.ts';
import { must } from '../../../support/test-station.ts';

const atMs = Date.parse('2026-11-23T09:00:00Z');
const iss = 'https://cards.example.invalid/issuer';

let by: TestSigner;
let stranger: TestSigner;
let card: { key: KeyObject; jwk: { kty: string; crv: string; x: string; y: string; kid: string } };
let trust: TrustList;

function cardKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const members = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  const kid = createHash('sha256').update(members).digest('base64url');
  return { key: privateKey, jwk: { kty: 'EC', crv: 'P-256', x, y, kid } };
}

beforeAll(async () => {
  [by, stranger] = [await testSigner('ec'), await testSigner('ec')];
  card = cardKey();
  const file = {
    version: 1,
    issuedAt: '2026-11-23T08:00:00Z',
    hcert: [{ certificate: Buffer.from(by.certificate).toString('base64') }],
    shc: [{ iss, keys: [card.jwk] }],
  };
  trust = must(parseTrustList(JSON.stringify(file)));
});

/** What the desk is told, and that it was told at once and without an exception. */
function told(text: string): string {
  const begun = performance.now();
  const verified = verifyCertificate(text, trust, atMs);
  expect(performance.now() - begun).toBeLessThan(500);
  return verified.ok ? 'good' : verified.refusal.reason;
}

const hcert = (parts: Omit<HcertParts, 'by'> = {}) => signedHcert({ by, ...parts });
const packed = (bytes: Uint8Array) => `HC1:${encodeBase45(deflateSync(bytes))}`;
/** So many bytes into a code that was whole. */
const cut = (text: string, share: number) => {
  const body = Math.floor((text.length - 4) * share);
  return text.slice(0, 4 + body - (body % 3 === 1 ? 1 : 0));
};

const hostile: [string, () => string, string][] = [
  ['a whole certificate', () => hcert(), 'good'],
  ...[0.01, 0.3, 0.6, 0.9, 0.99].map((share): [string, () => string, string] => [
    `a certificate of which ${share * 100} % were read`,
    () => cut(hcert(), share),
    'unreadable',
  ]),
  ['nothing behind the prefix', () => 'HC1:', 'unreadable'],
  ['an end without an expiry', () => hcert({ claims: new Map([[4, undefined]]) }), 'expiry-missing'],
  ['an expiry of 64 bits', () => hcert({ claims: new Map([[4, 2n ** 63n]]) }), 'expiry-missing'],
  ['an expiry as text', () => hcert({ claims: new Map([[4, '2027-06-01']]) }), 'expiry-missing'],
  ['an expiry that is no number', () => hcert({ claims: new Map([[4, Number.NaN]]) }), 'expiry-missing'],
  ['an expiry before its issue', () => hcert({ claims: new Map([[4, seconds('2026-05-01')]]) }), 'expired'],
  ['an expiry of yesterday', () => hcert({ claims: new Map([[4, seconds('2026-11-22')]]) }), 'expired'],
  ['an issue in a year', () => hcert({ claims: new Map([[6, seconds('2027-05-01')]]) }), 'not-yet-valid'],
  ['a begin in a year', () => hcert({ claims: new Map([[5, seconds('2027-05-01')]]) }), 'not-yet-valid'],
  [
    'an expiry after that of its signer',
    () => hcert({ claims: new Map([[4, seconds('2030-01-01')]]) }),
    'outside-signer-validity',
  ],
  [
    'an issue before its signer was one',
    () => hcert({ claims: new Map([[6, seconds('2020-01-01')]]) }),
    'outside-signer-validity',
  ],
  ['a signer that nobody knows', () => signedHcert({ by: stranger }), 'signer-unknown'],
  [
    'the id of a known signer and another key',
    () => signedHcert({ by: { ...stranger, signer: by.signer } }),
    'signature-wrong',
  ],
  ['an algorithm of nobody', () => hcert({ unprotectedHeader: new Map([[1, -999]]) }), 'signature-wrong'],
  [
    'an algorithm of 64 bits',
    () => hcert({ unprotectedHeader: new Map([[1, 2n ** 60n]]) }),
    'signature-wrong',
  ],
  ['no tag', () => hcert({ tags: [] }), 'good'],
  ['the tag of a web token', () => hcert({ tags: [18, 61] }), 'good'],
  ['a tag of another message', () => hcert({ tags: [17] }), 'unreadable'],
  ['a hundred tags', () => hcert({ tags: Array.from({ length: 100 }, () => 18) }), 'unreadable'],
  ['bytes behind it', () => hcert({ trailing: Uint8Array.of(0) }), 'unreadable'],
  ['a bomb', () => packed(new Uint8Array(2_000_000)), 'unreadable'],
  ['lists in lists', () => packed(Buffer.from(`${'81'.repeat(5000)}00`, 'hex')), 'unreadable'],
  ['lists without an end', () => packed(Buffer.from('9f'.repeat(5000), 'hex')), 'unreadable'],
  ['a text of 2^63 characters', () => packed(Buffer.from('7b7fffffffffffffff', 'hex')), 'unreadable'],
  ['a text of pieces without an end', () => packed(Buffer.from('7f6161'.repeat(2000), 'hex')), 'unreadable'],
  [
    'a map that names a key twice',
    () => packed(Buffer.from('d284a2010201030040a04040', 'hex')),
    'unreadable',
  ],
  [
    '60,000 numbers',
    () => packed(Buffer.concat([Buffer.from('99ea60', 'hex'), new Uint8Array(60_000)])),
    'unreadable',
  ],
  [
    'two vaccinations',
    () => hcert({ certificate: { ...vaccinated(), v: [vaccinated().v, vaccinated().v].flat() } }),
    'unreadable',
  ],
  [
    'a name of a million letters',
    () => hcert({ certificate: vaccinated({ nam: { fnt: 'A'.repeat(60_000) } }) }),
    'unreadable',
  ],
];

test.each(hostile)('%s: %s', (_, text, reason) => {
  expect(told(text())).toBe(reason);
});

describe('what a genuine certificate says of somebody', () => {
  const said = (changes: object, entry: object = {}) => {
    const verified = must(verifyCertificate(hcert({ certificate: vaccinated(changes, entry) }), trust, atMs));
    return historyOf(verified);
  };

  test.each([
    [
      'nothing but the machine line',
      { fnt: 'MUELLER<GROSS', gnt: 'ANNA<MARIA' },
      'ANNA MARIA',
      'MUELLER GROSS',
    ],
    ['empty names beside it', { fn: '', gn: ' ', fnt: 'MUELLER', gnt: 'ANNA' }, 'ANNA', 'MUELLER'],
    ['null beside it', { fn: null, gn: null, fnt: 'MUELLER', gnt: 'ANNA' }, 'ANNA', 'MUELLER'],
    ['one name only', { fn: 'Suharto', fnt: 'SUHARTO' }, '', 'Suharto'],
    ['a given name only', { gn: 'Suharto', gnt: 'SUHARTO' }, 'Suharto', ''],
  ])('by %s', (_, nam, givenName, familyName) => {
    expect(said({ nam })).toMatchObject({ givenName, familyName, doses: [{ ordinal: 1 }] });
  });

  test.each(['1964', '1964-08', '1964-08-12', ''])('born %s', (dob) => {
    expect(said({ dob })?.birthDate).toBe(dob);
  });

  test.each([
    ['1964-00-00', '1964'],
    ['1964-08-00', '1964-08'],
  ])('born %s, of which no more than %s is known', (dob, birthDate) => {
    expect(said({ dob })?.birthDate).toBe(birthDate);
  });

  test.each(['1964-8', '1964-08-XX', '12.08.1964', '64'])('not as %s', (dob) => {
    expect(told(hcert({ certificate: vaccinated({ dob }) }))).toBe('unreadable');
  });
});

interface CardParts {
  readonly header?: object;
  readonly claims?: object;
  readonly payload?: Uint8Array;
  readonly key?: KeyObject;
}

function healthCard({ header = {}, claims = {}, payload, key = card.key }: CardParts = {}): string {
  const head = { alg: 'ES256', zip: 'DEF', kid: card.jwk.kid, ...header };
  const resources = [
    { resourceType: 'Patient', name: [{ family: 'Groß', given: ['Jürgen'] }], birthDate: '1958-11-11' },
    {
      resourceType: 'Immunization',
      status: 'completed',
      vaccineCode: { coding: [{ code: '208' }] },
      occurrenceDateTime: '2026-05-01',
    },
  ];
  const content = {
    iss,
    nbf: seconds('2026-06-01'),
    vc: {
      type: ['https://smarthealth.cards#health-card'],
      credentialSubject: {
        fhirBundle: { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) },
      },
    },
    ...claims,
  };
  const body = payload ?? deflateRawSync(JSON.stringify(content));
  const signed = [JSON.stringify(head), body]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return healthCardText(`${signed}.${signature.toString('base64url')}`);
}

/** Two digits each. */
const digits = (text: string, share: number) =>
  text.slice(0, 5 + 2 * Math.floor(((text.length - 5) / 2) * share));

const cards: [string, () => string, string][] = [
  ['a whole card', () => healthCard(), 'good'],
  ['a card of which half was read', () => digits(healthCard(), 0.5), 'unreadable'],
  ['a card whose last characters are missing', () => healthCard().slice(0, -2), 'unreadable'],
  ['a card that was cut within its signature', () => digits(healthCard(), 0.95), 'unreadable'],
  ['nothing behind the prefix', () => 'shc:/', 'unreadable'],
  ['no algorithm', () => healthCard({ header: { alg: 'none' } }), 'signature-wrong'],
  ['another algorithm', () => healthCard({ header: { alg: 'HS256' } }), 'signature-wrong'],
  ['another key', () => healthCard({ key: cardKey().key }), 'signature-wrong'],
  [
    'a key that is not on the list',
    () => healthCard({ header: { kid: cardKey().jwk.kid } }),
    'signer-unknown',
  ],
  [
    'an issuer that is not on the list',
    () => healthCard({ claims: { iss: 'https://other.invalid' } }),
    'signer-unknown',
  ],
  ['a begin in a year', () => healthCard({ claims: { nbf: seconds('2027-05-01') } }), 'not-yet-valid'],
  ['an end of yesterday', () => healthCard({ claims: { exp: seconds('2026-11-22') } }), 'expired'],
  ['a bomb', () => healthCard({ payload: deflateRawSync(new Uint8Array(3_000_000)) }), 'unreadable'],
  ['lists in lists', () => healthCard({ payload: deflateRawSync('['.repeat(60_000)) }), 'unreadable'],
  ['a name twice', () => healthCard({ payload: deflateRawSync('{"iss":"a","iss":"b"}') }), 'unreadable'],
  ['a payload that is not packed', () => healthCard({ payload: Buffer.from('{}') }), 'unreadable'],
  ['a token of two parts', () => healthCardText('abc.def'), 'unreadable'],
];

test.each(cards)('%s: %s', (_, text, reason) => {
  expect(told(text())).toBe(reason);
});
