import { expect, test } from 'vitest';
import { allowedScanners } from '../../../main/shell/allowed-scanners.ts';

const { mayUse } = allowedScanners();

test('of the HID devices only barcode scanners are allowed', () => {
  const scanner = { vendorId: 1, collections: [{ usagePage: 0x8c, usage: 2 }] };
  expect(mayUse('hid', scanner)).toBe(true);
  expect(mayUse('hid', { ...scanner, collections: [{ usagePage: 1, usage: 6 }] })).toBe(false);
  expect(mayUse('hid', { vendorId: 0x05e0 })).toBe(false);
});

test('serial ports are allowed by their maker, whom the command line can add to', () => {
  expect(mayUse('serial', { vendorId: '1529' })).toBe(true);
  expect(mayUse('serial', { vendorId: '9999' })).toBe(false);
  expect(mayUse('serial', {})).toBe(false);
  expect(allowedScanners('abcd,0x270f').mayUse('serial', { vendorId: '9999' })).toBe(true);
});

test('nothing else is allowed', () => {
  expect(mayUse('usb', { vendorId: 0x05e0, collections: [{ usagePage: 0x8c, usage: 2 }] })).toBe(false);
});
