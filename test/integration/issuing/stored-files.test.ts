import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsRecords } from '../../../issuing/apple/stored-files.ts';
import { zipAfter, zipBlock, zipRecord } from '../../../issuing/apple/zip-record.ts';

const block = zipBlock([
  zipRecord('icon.png', Buffer.from('an icon')),
  zipRecord('logo.png', Buffer.from('a logo')),
]);
const records = [
  zipRecord('pass.json', Buffer.from('{"serialNumber":"1"}')),
  zipRecord('de.lproj/pass.strings', Buffer.from('"a" = "ä";')),
  zipRecord('signature', Buffer.from('signed')),
];

test('what was written behind the images is recognised', () => {
  expect(holdsRecords(zipAfter(block, records), block, records)).toBe(true);
});

test('no byte of it can be another one', () => {
  const written = zipAfter(block, records);
  for (let at = 0; at < written.length; at++)
    for (const bit of [1, 0x80]) {
      const changed = Buffer.from(written);
      changed[at] = (changed[at] ?? 0) ^ bit;
      expect(holdsRecords(changed, block, records), `byte ${at}`).toBe(false);
    }
});

test('nothing is missing, in another order, or behind other images', () => {
  const written = zipAfter(block, records);
  const other = zipBlock([zipRecord('icon.png', Buffer.from('an icon'))]);
  expect(holdsRecords(zipAfter(block, records.slice(1)), block, records)).toBe(false);
  expect(holdsRecords(zipAfter(block, [...records].reverse()), block, records)).toBe(false);
  expect(holdsRecords(written, other, records)).toBe(false);
  expect(holdsRecords(Buffer.alloc(0), block, records)).toBe(false);
});

test('whatever else is there is answered, not thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(300), (bytes, length) => {
      const cut = zipAfter(block, records).subarray(0, length);
      expect(holdsRecords(Buffer.from([...cut, ...bytes]), block, records)).toBe(false);
    }),
  );
});
