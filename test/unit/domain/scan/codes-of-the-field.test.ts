import { expect, test } from 'vitest';
import { recogniseScan, recogniseVial } from '../../../../domain/scan/recognise-scan.ts';

const context = { referenceYear: 2026, handOverBase: 'https://hq.example/p/', isTyped: false };
const certificate = 'HC1:6BF+70790T9WJWG.FKY*4GO0.A';

test.each([
  ['with the character set in front', `\\000026${certificate}`],
  ['with symbology and character set in front', `]Q2\\000026${certificate}`],
  ['between the signs for start and end of a text', `\u0002${certificate}\u0003`],
  ['behind a blank', ` ${certificate}`],
  ['with a byte order mark', `\ufeff${certificate}\r\n`],
])('a certificate %s is read', (_how, text) => {
  expect(recogniseScan(text, context)).toMatchObject({ value: { kind: 'hcert', text: certificate } });
});

test.each([
  ['WIFI:T:WPA;S:Gast;P:geheim123;;', 'unknown-code'],
  ['BEGIN:VCARD\r\nVERSION:3.0\r\nN:Berg;Anna\r\nEND:VCARD', 'unknown-code'],
  ['BCD\n002\n1\nSCT\n\nImpf\nDE02120300000000202051', 'unknown-code'],
  ['M1BERG/ANNA           EABC123 FRAJFKLH 0400 338Y025C0010 100', 'unknown-code'],
  ['<MP v="026" U="1234567890ABCDEF"/>', 'unknown-code'],
  ['{"urls":["Task/160.000.000.000.000.01/$accept?ac=abc"]}', 'unknown-code'],
  ['IDD<<T220001293<<<<<<<<<<<<<<<', 'unknown-code'],
  ['80276881025512345678', 'unknown-code'],
  ['4006381333931', 'unknown-code'],
  ['abc\u001b\ndef', 'control-characters'],
  ['\u0002abc', 'control-characters'],
  ['mailto:a@b.de', 'foreign-link'],
  ['HTTP://EVIL.EXAMPLE/', 'foreign-link'],
  ['openid4vp://x', 'foreign-link'],
  ['shlink:/eyJ1cmwiOiJodHRwczovL2V4YW1wbGUifQ', 'certificate-foreign'],
  ['https://viewer.example/#shlink:/eyJ1cmwiOiJodHRwczovL2V4YW1wbGUifQ', 'certificate-foreign'],
  ['{"data":{"hdr":{"is":"AUS","t":"icao.vacc","v":1}}}', 'certificate-foreign'],
  ['LT1:6BF', 'certificate-foreign'],
  ['NL2:ABC', 'certificate-foreign'],
  ['DC04FR0000011E6A1E6A', 'certificate-foreign'],
  ['HC1:', 'certificate-truncated'],
  ['hc1:', 'certificate-truncated'],
  ['shc:/', 'certificate-truncated'],
])('%j is refused: %s', (text, reason) => {
  expect(recogniseScan(text, context)).toMatchObject({ ok: false, refusal: { reason } });
});

test.each(['-03752864', 'PZN-03752864', 'PZN 03752864'])(
  'the bars of a box, %s, name its product',
  (text) => {
    expect(recogniseVial(text, context)).toMatchObject({
      value: { kind: 'gs1', gtin: '04150037528643', pzn: '03752864' },
    });
  },
);

test('a pharmacy number with a wrong check digit names none', () => {
  expect(recogniseVial('-03752865', context)).toMatchObject({ ok: false });
});

test.each([
  ['lot, expiry, serial', '10AB\u001d17270200\u001d21S1', 'S1'],
  ['serial, expiry, lot', '21S1\u001d1727020010AB', 'S1'],
  ['expiry, serial, lot', '1727020021S1\u001d10AB', 'S1'],
  ['expiry, lot', '1727020010AB', undefined],
])('a vial says the same in the order %s, before and behind its product', (_order, elements, serial) => {
  const product = '0109504000059101';
  const behind =
    elements.endsWith('AB') || elements.endsWith('S1') ? `${elements}\u001d${product}` : elements + product;
  for (const text of [`]d2${product}${elements}`, `]d2${behind}`])
    expect(recogniseVial(text, context)).toMatchObject({
      value: { gtin: '09504000059101', lot: 'AB', expiry: '2027-02-28', ...(serial ? { serial } : {}) },
    });
});
