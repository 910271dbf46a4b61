import { expect, test } from 'vitest';
import { idOf, type PassId } from '../../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import { encodeBarcode } from '../../../../domain/passes/barcode.ts';
import { recogniseScan } from '../../../../domain/scan/recognise-scan.ts';
import { burstsOf } from '../../../../domain/scan/wedge/bursts-of.ts';
import type { LayoutName } from '../../../../domain/scan/wedge/layouts.ts';
import { readWedge } from '../../../../domain/scan/wedge/read-wedge.ts';
import { type ScannerKeys, scannerKeys } from '../../../support/scanner-keys.ts';

const context = { referenceYear: 2026, isTyped: false };
const codes: Record<string, string> = {
  pass: passBarcode(),
  hcert:
    'HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N IOP-IA%NFQGRJPC%OQHIZC4.OI1RM8ZA.A5:S9MKN4NN3F85QNCY0O%0VZ0',
  shc: 'shc:/5676290952432060346029243740446031222959532654603460292540772804336028702864716745222809286241',
  vial: ']d2010950400005910121SYZ-1/a\u001d10LOT_zy(1)\u001d17270200',
  ppn: '[)>\u001e06\u001d9N110375286414\u001d1TAZY12\u001dD271200\u001dS1-z\u001e\u0004',
};
const hosts: LayoutName[] = ['us', 'de', 'ch-de', 'ch-fr', 'fr'];
const ways: ScannerKeys[] = [
  { gapMs: 1 },
  { gapMs: 30, suffix: 'Tab' },
  { gapMs: 12, suffix: 'none' },
  { capsLock: 'letters' },
  { capsLock: 'all' },
  { mode: 'alt', gapMs: 20 },
  { mode: 'alt-controls' },
  { isBare: true },
];

const matrix = Object.keys(codes).flatMap((code) => hosts.map((host): [string, LayoutName] => [code, host]));

test.each(matrix)(
  'a %s code from a US scanner is read on a computer set to %s, however it is sent',
  (code, host) => {
    const text = codes[code] ?? '';
    const meant = recogniseScan(text, context);
    if (!meant.ok) throw new Error(`${code} is no code: ${meant.refusal.reason}`);
    for (const way of ways) {
      const [burst, ...others] = burstsOf(scannerKeys(text, { ...way, host }));
      if (!burst) throw new Error(`no scan: ${JSON.stringify(way)}`);
      expect(others).toEqual([]);
      const read = readWedge(burst, (reading) => recogniseScan(reading, context));
      expect(read, JSON.stringify(way)).toMatchObject({ kind: 'read', value: meant.value });
    }
  },
);

function passBarcode(): string {
  const barcode = encodeBarcode({
    version: 1,
    keyId: 2,
    passId: idOf<PassId>('F0E1D2C3B4A5968778A9'),
    doseCount: 1,
    lastDoseOn: '2026-11-02' as PlainDate,
    identityCheck: new Uint8Array([1, 250, 3, 99]),
    tag: new Uint8Array([200, 7, 6, 5, 4, 3, 2, 1]),
  });
  if (!barcode.ok) throw new Error(barcode.refusal);
  return barcode.value;
}
