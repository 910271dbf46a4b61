import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSigner } from '../../../../issuing/certificate/hcert/document-signer.ts';
import type { TrustList } from '../../../../issuing/certificate/trust/trust-list.ts';
import { verifyCertificate } from '../../../../issuing/certificate/verify-certificate.ts';
import {
  type HcertParts,
  seconds,
  signedHcert,
  type TestSigner,
  testSigner,
  vaccinated,
} from '../../../support/signed-hcert.ts';

const usage = '1.3.6.1.4.1.1847.2021.1';
const now = seconds('2026-11-23') * 1000;
let ec: TestSigner;
let rsa: TestSigner;
let forTests: TestSigner;
let forVaccinations: TestSigner;

beforeAll(async () => {
  ec = await testSigner('ec');
  rsa = await testSigner('rsa');
  forTests = await testSigner('ec', [`${usage}.1`]);
  forVaccinations = await testSigner('ec', ['1.3.6.1.5.5.7.3.2', `${usage}.2`]);
});

function trusting(...documentSigners: DocumentSigner[]): TrustList {
  return {
    issuedAtMs: now,
    maximumAgeMs: 3_600_000,
    documentSigners,
    healthCardIssuers: new Map(),
    revokedKids: new Set(),
    revokedHashes: new Set(),
  };
}

/** `valid`, or why not. */
function evaluated(parts: Omit<HcertParts, 'by'>, by = ec, trust = trusting(ec.signer, rsa.signer)): string {
  const verified = verifyCertificate(signedHcert({ by, ...parts }), trust, now);
  return verified.ok ? 'valid' : verified.refusal.reason;
}

const kid = () => Buffer.from(ec.signer.kid, 'hex');
const strange = Buffer.from('0102030405060708', 'hex');
const none = new Map<number, unknown>();

describe('what an HCERT states', () => {
  test.each([
    ['dose 3 of a series of 2', vaccinated({}, { dn: 3, sd: 2 }), 'valid'],
    ['dose 2 of a series of 1', vaccinated({}, { dn: 2, sd: 1 }), 'valid'],
    ['dose 0', vaccinated({}, { dn: 0 }), 'unreadable'],
    ['half a dose', vaccinated({}, { dn: 1.5 }), 'unreadable'],
    ['two vaccinations', { ...vaccinated(), v: [...vaccinations(), ...vaccinations()] }, 'unreadable'],
    ['a vaccination beside an empty group of tests', vaccinated({ t: [] }), 'valid'],
    ['no group at all', vaccinated({ v: undefined }), 'unreadable'],
    ['a birth date that is a year', vaccinated({ dob: '1958' }), 'valid'],
    ['a birth date that is a month', vaccinated({ dob: '1958-11' }), 'valid'],
    ['no birth date known', vaccinated({ dob: '' }), 'valid'],
    ['a birth date in words', vaccinated({ dob: '11 November' }), 'unreadable'],
    ['a vaccination with a time', vaccinated({}, { dt: '2026-05-01T10:00:00Z' }), 'valid'],
    ['a name in small machine letters', vaccinated({ nam: { fnt: 'gross' } }), 'unreadable'],
    ['a family name alone', vaccinated({ nam: { fnt: 'GROSS' } }), 'valid'],
  ])('%s: %#', (_, certificate, expected) => {
    expect(evaluated({ certificate })).toBe(expected);
  });
});

function vaccinations(): object[] {
  return vaccinated().v as object[];
}

describe('who signed an HCERT', () => {
  test('is found by the key id of either header, or without one by trying all', () => {
    expect(evaluated({})).toBe('valid');
    expect(evaluated({ protectedHeader: none, unprotectedHeader: new Map([[4, kid()]]) })).toBe('valid');
    expect(evaluated({ protectedHeader: none })).toBe('valid');
    expect(
      evaluated({
        protectedHeader: none,
        unprotectedHeader: new Map<number, unknown>([
          [1, -7],
          [4, kid()],
        ]),
      }),
    ).toBe('valid');
  });

  test('the protected key id counts against another one outside', () => {
    const [right, wrong] = [new Map([[4, kid()]]), new Map([[4, strange]])];
    expect(evaluated({ protectedHeader: right, unprotectedHeader: wrong })).toBe('valid');
    expect(evaluated({ protectedHeader: wrong, unprotectedHeader: right })).toBe('signer-unknown');
  });

  test('a key id that is text or of nobody is refused', () => {
    expect(evaluated({ protectedHeader: new Map([[4, 'text']]) })).toBe('unreadable');
    expect(evaluated({ protectedHeader: new Map([[4, strange]]) })).toBe('signer-unknown');
  });

  test('every signer of one key id is tried', () => {
    const other = { ...rsa.signer, kid: ec.signer.kid };
    expect(evaluated({}, ec, trusting(other, ec.signer))).toBe('valid');
    expect(evaluated({}, ec, trusting(other))).toBe('signature-wrong');
  });

  test('with ES256 and PS256 only, each by a key of its own kind', () => {
    expect(evaluated({}, rsa)).toBe('valid');
    const rsaKid = Buffer.from(rsa.signer.kid, 'hex');
    const claiming = (algorithm: number, id: Buffer) =>
      new Map<number, unknown>([
        [1, algorithm],
        [4, id],
      ]);
    expect(evaluated({ protectedHeader: claiming(-7, rsaKid) }, rsa)).toBe('signature-wrong');
    expect(evaluated({ protectedHeader: claiming(-37, kid()) })).toBe('signature-wrong');
    expect(evaluated({ protectedHeader: claiming(-257, rsaKid), signature: 'pkcs1' }, rsa)).toBe(
      'signature-wrong',
    );
    expect(evaluated({ signature: 'pkcs1' }, rsa)).toBe('signature-wrong');
    expect(evaluated({ signature: 'der' })).toBe('signature-wrong');
  });

  test('only for what the certificate of the signer allows', () => {
    expect(evaluated({}, forTests, trusting(forTests.signer))).toBe('signer-not-allowed');
    expect(evaluated({}, forVaccinations, trusting(forVaccinations.signer))).toBe('valid');
  });
});

describe('when an HCERT holds', () => {
  const [issuedAt, notBefore, expiresAt] = [6, 5, 4];
  test.each([
    ['expired yesterday', new Map([[expiresAt, seconds('2026-11-22')]]), 'expired'],
    ['without an end', new Map([[expiresAt, undefined]]), 'expiry-missing'],
    ['longer than its signer', new Map([[expiresAt, seconds('2028-06-01')]]), 'outside-signer-validity'],
    ['issued tomorrow', new Map([[issuedAt, seconds('2026-11-24')]]), 'not-yet-valid'],
    ['from tomorrow on', new Map([[notBefore, seconds('2026-11-24')]]), 'not-yet-valid'],
    ['with fractions of seconds', new Map([[expiresAt, seconds('2027-06-01') + 0.5]]), 'valid'],
    ['without a day of issue', new Map([[issuedAt, undefined]]), 'valid'],
    ['with an end in words', new Map<number, unknown>([[expiresAt, 'never']]), 'expiry-missing'],
  ])('%s', (_, claims, expected) => {
    expect(evaluated({ claims })).toBe(expected);
  });
});

describe('how an HCERT is packed', () => {
  test.each([
    ['without a tag', { tags: [] }, 'valid'],
    ['as a web token', { tags: [18, 61] }, 'valid'],
    ['under a tag of something else', { tags: [98] }, 'unreadable'],
    ['with bytes behind it', { trailing: Uint8Array.of(0) }, 'unreadable'],
  ])('%s', (_, parts, expected) => {
    expect(evaluated(parts)).toBe(expected);
  });
});
