import { encode, Tag } from 'cbor2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from '../../../../issuing/certificate/encoding/base45.ts';
import { readCbor } from '../../../../issuing/certificate/encoding/read-cbor.ts';
import { type CborSource, writeCbor } from '../../../../issuing/certificate/encoding/write-cbor.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('Base45', () => {
  it('writes what RFC 9285 writes', () => {
    expect(encodeBase45(Buffer.from('Hello!!'))).toBe('%69 VD92EX0');
    expect(encodeBase45(Buffer.from('base-45'))).toBe('UJCLQE7W581');
  });

  it('reads back every bytes it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  it('refuses what no encoder writes', () => {
    expect(decodeBase45('A')).toMatchObject({ refusal: 'base45-length' });
    expect(decodeBase45('ab')).toMatchObject({ refusal: 'base45-character' });
    expect(decodeBase45('GGW')).toMatchObject({ refusal: 'base45-overflow' });
    expect(decodeBase45('::')).toMatchObject({ refusal: 'base45-overflow' });
  });
});

describe('CBOR', () => {
  it('reads what a general encoder writes', () => {
    const json = fc.jsonValue({ maxDepth: 5 }).filter((value) => !JSON.stringify(value).includes('-0'));
    fc.assert(
      fc.property(json, (value) => {
        const read = readCbor(encode(value));
        expect(read.ok && plain(read.value)).toEqual(value);
      }),
    );
    expect(readCbor(encode(new Tag(18, ['x'])))).toMatchObject({ value: { tag: 18, content: ['x'] } });
  });

  it('reads back what it writes', () => {
    const value = new Map<number, CborSource>([
      [1, 'DE'],
      [-260, [70_000, -1, 2 ** 40]],
    ]);
    expect(readCbor(writeCbor(value))).toEqual({ ok: true, value });
  });

  it('reads indefinite lengths and integers wider than needed', () => {
    expect(readCbor(hex('bf61611b0000000000000001ff'))).toEqual({ ok: true, value: new Map([['a', 1]]) });
    expect(readCbor(hex('9f7f61616162ff5f4101ffff'))).toMatchObject({ ok: true });
    expect(readCbor(hex('f93e00'))).toEqual({ ok: true, value: 1.5 });
  });

  it.each([
    ['a26161016161 02', 'cbor-duplicate-key'],
    ['0000', 'cbor-trailing-bytes'],
    ['7bffffffffffffffff', 'cbor-truncated'],
    ['9bffffffffffffffff', 'cbor-truncated'],
    ['81'.repeat(40), 'cbor-too-deep'],
    [`9f${'00'.repeat(5000)}ff`, 'cbor-too-many-items'],
    ['62c328', 'cbor-text-encoding'],
    ['ff', 'cbor-malformed'],
    ['', 'cbor-truncated'],
  ])('refuses %s: %s', (bytes, refusal) => {
    expect(readCbor(hex(bytes.replace(' ', '')))).toEqual({ ok: false, refusal });
  });

  it('answers any bytes without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => typeof readCbor(bytes).ok === 'boolean'),
    );
  });
});

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
}
