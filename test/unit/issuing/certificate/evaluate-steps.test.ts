import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { recogniseScan } from '../../../../domain/scan/recognise-scan.ts';
import { encodeBase45 } from '../../../../issuing/certificate/encoding/base45.ts';
import { createSignerCache, evaluateLine } from '../../../../main/cli/certificate-batch.ts';
import {
  seconds,
  signedHcert,
  type TestSigner,
  testSigner,
  vaccinated,
} from '../../../support/signed-hcert.ts';

const usage = '1.3.6.1.4.1.1847.2021.1';
let signer: TestSigner;
let another: TestSigner;
let forTests: TestSigner;
let rsa: TestSigner;

beforeAll(async () => {
  [signer, another, forTests, rsa] = await Promise.all([
    testSigner('ec'),
    testSigner('ec'),
    testSigner('ec', [`${usage}.1`]),
    testSigner('rsa', [`${usage}.2`]),
  ]);
});

const good = {
  unprefix: true,
  base45: true,
  compression: true,
  decode: true,
  schema: true,
  signature: true,
  expiry: true,
  keyUsage: true,
};
const untilUnpacked = { unprefix: true, base45: true };

/** Each step of a batch line's evaluation: which it says, and which it cannot say. */
const cases: [name: string, text: () => string, steps: Record<string, boolean>, by?: () => TestSigner][] = [
  ['a certificate by ES256', () => signedHcert({ by: signer }), good],
  [
    'a certificate by PS256, by a key for vaccinations alone',
    () => signedHcert({ by: rsa }),
    good,
    () => rsa,
  ],
  ['no prefix', () => signedHcert({ by: signer }).slice(4), { unprefix: false }],
  ['another prefix', () => signedHcert({ by: signer }).replace('HC1', 'HC2'), { unprefix: false }],
  ['a prefix without its colon', () => signedHcert({ by: signer }).replace(':', ''), { unprefix: false }],
  [
    'a letter that is not of Base45',
    () => `${signedHcert({ by: signer })}!!`,
    { unprefix: true, base45: false },
  ],
  ['bytes that are not packed', () => packed(Buffer.from('plain')), { ...untilUnpacked, compression: false }],
  [
    'half of a packed stream',
    () => packed(deflateSync('half').subarray(0, 5)),
    { ...untilUnpacked, compression: false },
  ],
  [
    'a packed text',
    () => packed(deflateSync('text')),
    { ...untilUnpacked, compression: true, decode: false, signature: false },
  ],
  [
    'no certificate by the schema',
    () => signedHcert({ by: signer, certificate: vaccinated({ ver: 1 }) }),
    { ...good, schema: false },
  ],
  [
    'another signer’s name',
    () => signedHcert({ by: { ...another, signer: signer.signer } }),
    { ...good, signature: false },
  ],
  [
    'an end that is past',
    () => signedHcert({ by: signer, claims: new Map([[4, seconds('2026-07-01')]]) }),
    { ...good, expiry: false },
  ],
  ['a key for tests', () => signedHcert({ by: forTests }), { ...good, keyUsage: false }, () => forTests],
];

describe('each step of a batch is evaluated by itself', () => {
  test.each(cases)('%s', (name, text, steps, by = () => signer) => {
    const line = { id: name, text: text(), certificates: [certificateOf(by())], at: '2026-11-23T09:00:00Z' };
    const answer = evaluateLine(JSON.stringify(line), createSignerCache(), () => 0) as Record<
      string,
      unknown
    >;
    expect(answer.id).toBe(name);
    expect(stepsOf(answer)).toEqual(steps);
    if (steps.decode && steps.schema) expect(answer.payload).toEqual(vaccinated());
  });

  test.each(cases)(
    'and the desk takes a code for a certificate by its prefix and letters alone: %s',
    (_, text, steps) => {
      const scanned = recogniseScan(text(), { referenceYear: 2026, isTyped: false });
      expect(scanned.ok && scanned.value.kind === 'hcert').toBe(Boolean(steps.unprefix && steps.base45));
    },
  );
});

function packed(bytes: Uint8Array): string {
  return `HC1:${encodeBase45(bytes)}`;
}

function certificateOf({ certificate }: TestSigner): string {
  return Buffer.from(certificate).toString('base64');
}

function stepsOf(answer: Record<string, unknown>): Record<string, unknown> {
  const { id: _, payload: __, ...steps } = answer;
  return Object.fromEntries(Object.entries(steps).filter(([, value]) => value !== undefined));
}
