import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, type PassId } from '../../../domain/kernel/ids.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { taggedBytes } from '../../../domain/passes/barcode.ts';
import { symbols, symbolsToBytes } from '../../../domain/passes/symbols32.ts';
import {
  createPassBarcode,
  identityFits,
  type PassKey,
  verifyPassBarcode,
} from '../../../issuing/barcode/pass-barcode.ts';

const key: PassKey = { keyId: 3, secret: new Uint8Array(32).fill(7) };
const older: PassKey = { keyId: 2, secret: new Uint8Array(32).fill(9) };
const identity = { givenName: 'Jörg', familyName: 'Müller', birthDate: '1950-01-02' as BirthDate };
const fields = {
  passId: idOf<PassId>('0123456789ABCDEF0123'),
  doseCount: 1,
  lastDoseOn: '2026-11-23' as PlainDate,
  identity,
};

function made(by: PassKey = key): string {
  const text = createPassBarcode(by, fields);
  if (!text.ok) throw new Error(text.refusal);
  return text.value;
}

describe('a tagged pass barcode', () => {
  it('is the same for the same key and content for ever', () => {
    expect(made()).toMatchInlineSnapshot(`"2C0J6HB7H6MUTTQ14C0GKMMQVUX1595CFATC108HR8"`);
  });

  it('is accepted under the current and an earlier key', () => {
    for (const by of [key, older])
      expect(verifyPassBarcode([key, older], made(by))).toMatchObject({
        ok: true,
        value: { passId: fields.passId, doseCount: 1, lastDoseOn: '2026-11-23', keyId: by.keyId },
      });
  });

  it('tells a key that is not held from a tag that is wrong', () => {
    expect(verifyPassBarcode([older], made())).toEqual({ ok: false, refusal: 'key-unknown' });
    const stranger = { ...key, secret: new Uint8Array(32).fill(8) };
    expect(verifyPassBarcode([stranger], made())).toEqual({ ok: false, refusal: 'tag-wrong' });
  });

  it('carries the first eight bytes of an HMAC-SHA-256 over label and claims, whatever key and content are', () => {
    const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(
        secrets,
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        fc.nat(15),
        (secret, id, keyId) => {
          const passId = idOf<PassId>(Buffer.from(id).toString('hex').toUpperCase());
          const text = createPassBarcode({ keyId, secret }, { ...fields, passId });
          const bytes = symbolsToBytes(text.ok ? text.value : '') ?? new Uint8Array();
          const claims = bytes.subarray(0, taggedBytes);
          const expected = createHmac('sha256', secret).update('pass-tag-1\0').update(claims).digest();
          expect(Buffer.from(bytes.subarray(taggedBytes))).toEqual(expected.subarray(0, 8));
        },
      ),
    );
  });

  it('is refused when any symbol was changed', () => {
    fc.assert(
      fc.property(fc.nat(41), fc.constantFrom(...symbols), (place, symbol) => {
        const text = made();
        fc.pre(text[place] !== symbol);
        expect(verifyPassBarcode([key], text.slice(0, place) + symbol + text.slice(place + 1)).ok).toBe(
          false,
        );
      }),
    );
  });

  it('confirms the identity document of its holder and of nobody else', () => {
    const content = verifyPassBarcode([key], made());
    if (!content.ok) throw new Error(content.refusal);
    expect(identityFits([key], content.value, { ...identity, familyName: 'MUELLER' })).toBe(true);
    expect(identityFits([key], content.value, { ...identity, familyName: 'Miller' })).toBe(false);
    expect(identityFits([older], content.value, identity)).toBe(false);
  });

  it('has nothing in common with another pass of the same person', () => {
    const other = createPassBarcode(key, { ...fields, passId: idOf<PassId>('FFFFFFFFFFFFFFFFFFFF') });
    const contents = [made(), other.ok ? other.value : ''].map((text) => verifyPassBarcode([key], text));
    const checks = contents.map(
      (content) => content.ok && Buffer.from(content.value.identityCheck).toString('hex'),
    );
    expect(checks[0]).not.toBe(checks[1]);
  });
});
