import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, type PassId } from '../../../domain/kernel/ids.ts';
import { dateOfDayNumber, dayNumber, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import {
  type BarcodeContent,
  encodeBarcode,
  looksLikeBarcode,
  parseBarcode,
} from '../../../domain/passes/barcode.ts';
import { symbols } from '../../../domain/passes/symbols32.ts';

const firstDay = dayNumber('2020-01-01' as PlainDate);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const contents: fc.Arbitrary<BarcodeContent> = fc
  .record({
    keyId: fc.nat(15),
    id: bytesOf(10),
    doseCount: fc.option(fc.nat(255), { nil: undefined }),
    day: fc.nat(65535),
    identityCheck: bytesOf(4),
    tag: bytesOf(8),
  })
  .map(({ id, day, doseCount, ...rest }) => ({
    version: 1,
    ...rest,
    passId: idOf<PassId>(hex(id)),
    ...(doseCount === undefined ? {} : { doseCount }),
    ...(!doseCount ? {} : { lastDoseOn: dateOfDayNumber(firstDay + day) }),
  }));

const golden: BarcodeContent = {
  version: 1,
  keyId: 3,
  passId: idOf<PassId>('0123456789ABCDEF0123'),
  doseCount: 1,
  lastDoseOn: '2026-11-23' as PlainDate,
  identityCheck: Uint8Array.of(0xde, 0xad, 0xbe, 0xef),
  tag: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7),
};

describe('the barcode of a pass', () => {
  it('has the same 42 symbols for the same content for ever', () => {
    expect(encodeBarcode(golden)).toEqual({ ok: true, value: '2C0J6HB7H6MUTTQ14C0GKMNWMNXEW001081G81860U' });
  });

  it('lays out the content bit by bit as agreed', () => {
    const text = encodeBarcode(golden);
    if (!text.ok) throw new Error(text.refusal);
    const bits = [...text.value]
      .map((symbol) => symbols.indexOf(symbol).toString(2).padStart(5, '0'))
      .join('');
    const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
    expect(hex(Uint8Array.from(bytes))).toBe('130123456789ABCDEF01230109D6DEADBEEF0001020304050607');
    expect(bits.slice(208)).toBe('00');
  });

  it('reads back what it was made from, whatever that is', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const text = encodeBarcode(content);
        if (!text.ok) throw new Error(text.refusal);
        expect(text.value).toMatch(/^[0-9A-HJ-NP-X]{42}$/);
        expect(parseBarcode(text.value)).toMatchObject({ ok: true, value: content });
        expect(parseBarcode(text.value.toLowerCase())).toMatchObject({ ok: true, value: content });
      }),
    );
  });

  it('has one text for each content: what is read and written again is unchanged', () => {
    const texts = fc.array(fc.constantFrom(...symbols), { minLength: 42, maxLength: 42 });
    fc.assert(
      fc.property(texts, (letters) => {
        const text = `2${letters.slice(1).join('')}`;
        const parsed = parseBarcode(text);
        if (parsed.ok) expect(encodeBarcode(parsed.value)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('may keep the dose state to itself, which is not the same as no dose', () => {
    const { doseCount: _, lastDoseOn: __, ...untold } = golden;
    const text = encodeBarcode(untold);
    if (!text.ok) throw new Error(text.refusal);
    const read = parseBarcode(text.value);
    expect(read).toMatchObject({ ok: true, value: untold });
    expect(read.ok && Object.keys(read.value)).not.toContain('doseCount');
    expect(read.ok && Object.keys(read.value)).not.toContain('lastDoseOn');
    expect(encodeBarcode({ ...untold, doseCount: 0 })).not.toEqual(text);
    expect(encodeBarcode({ ...untold, lastDoseOn: '2026-11-23' as PlainDate }).ok).toBe(false);
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseBarcode(text).ok && !looksLikeBarcode(text)).toBe(false);
      }),
    );
  });

  it.each([
    ['a shorter text', '2C0J6HB7', 'length-wrong'],
    ['a letter of no pass', '2C0J6HB7H6MUTTQ14C0GKMNWMNXEW001081G81860Z', 'symbol-foreign'],
    ['a fill bit that is set', '2C0J6HB7H6MUTTQ14C0GKMNWMNXEW001081G81860V', 'symbol-foreign'],
    ['a letter that upper case makes two of', `${'ß'.repeat(42)}`, 'symbol-foreign'],
    ['a version to come', '4C0J6HB7H6MUTTQ14C0GKMNWMNXEW001081G81860U', 'version-unknown'],
    ['no dose but a day', '2C0J6HB7H6MUTTQ14C00KMNWMNXEW001081G81860U', 'dose-state-malformed'],
  ])('refuses %s', (_case, text, reason) => {
    expect(parseBarcode(text)).toEqual({ ok: false, refusal: reason });
  });

  it.each([
    [{ keyId: 16 }, 'key-id-out-of-range'],
    [{ version: 2 }, 'version-unknown'],
    [{ passId: idOf<PassId>('0123') }, 'pass-id-malformed'],
    [{ doseCount: 256 }, 'dose-count-out-of-range'],
    [{ doseCount: 0 }, 'last-dose-without-dose'],
    [{ lastDoseOn: undefined }, 'last-dose-missing'],
    [{ lastDoseOn: '2019-12-31' as PlainDate }, 'last-dose-out-of-range'],
    [{ lastDoseOn: '2199-06-07' as PlainDate }, 'last-dose-out-of-range'],
    [{ identityCheck: Uint8Array.of(1) }, 'identity-check-malformed'],
  ] as [Partial<BarcodeContent>, string][])('is not made from %j', (change, reason) => {
    expect(encodeBarcode({ ...golden, ...change })).toEqual({ ok: false, refusal: reason });
  });
});
