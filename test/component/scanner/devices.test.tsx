import WebSerialBarcodeScanner from '@point-of-sale/webserial-barcode-scanner';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openHidScanner } from '../../../renderer/scanner/devices/hid-scanner.ts';
import { rememberedScanners } from '../../../renderer/scanner/devices/remembered-scanners.ts';
import { ScannerFleet, type ScannerView } from '../../../renderer/scanner/devices/scanner-fleet.ts';
import { openSerialScanner } from '../../../renderer/scanner/devices/serial-scanner.ts';
import type { HidDevice } from '../../../renderer/scanner/devices/web-hid.ts';
import { fakeSerialPort, installFakeHid } from '../../support/fake-scanners.ts';

let hid: ReturnType<typeof installFakeHid>;
let printed: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  localStorage.clear();
  hid = installFakeHid();
  printed = vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'hid');
  printed.mockRestore();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A fleet, what it heard and what it shows. */
function aFleet() {
  const heard: string[] = [];
  let shown: readonly ScannerView[] = [];
  const fleet = new ScannerFleet({
    onScan: ({ text, scanner }) => heard.push(`${scanner.name} ${scanner.number}: ${text}`),
    onScanners: (scanners) => {
      shown = scanners;
    },
  });
  return { fleet, heard, shown: () => shown.map(({ name, number, state }) => `${name} ${number} ${state}`) };
}

test('a chosen scanner sends its codes with their symbology, and nothing of them is printed', async () => {
  const scanner = hid.plugIn('Voyager');
  const { fleet, heard } = aFleet();
  expect(await fleet.add('hid')).toBe(true);
  scanner.scan(']d2', '0104012345123456\u001d10AB12');
  scanner.scan(']Q1', 'X'.repeat(200));
  await settled();
  expect(heard).toEqual(['Voyager 1: ]d20104012345123456\u001d10AB12', `Voyager 1: ]Q1${'X'.repeat(200)}`]);
  expect(JSON.stringify(printed.mock.calls)).not.toMatch(/0401234|XXX/);
  fleet.close();
});

test('a scanner comes back by itself, after being pulled out and after a new start', async () => {
  const first = hid.plugIn('Voyager');
  const { fleet, heard, shown } = aFleet();
  await fleet.add('hid');
  hid.pullOut(first);
  await settled();
  expect(shown()).toEqual([]);
  const again = hid.plugIn('Voyager');
  await settled();
  expect(shown()).toEqual(['Voyager 1 connected']);
  again.scan(']Q1', 'ONE');
  await settled();
  expect(heard).toEqual(['Voyager 1: ]Q1ONE']);
  fleet.close();
  await settled();
  const next = aFleet();
  await settled();
  expect(next.shown()).toEqual(['Voyager 1 connected']);
  next.fleet.close();
});

test('several scanners are told apart, and one that was never chosen or was disconnected stays silent', async () => {
  const other = hid.plugIn('Datalogic', { vendorId: 0x05f9, productId: 1 });
  const one = hid.plugIn('Voyager');
  const { fleet, heard, shown } = aFleet();
  await fleet.add('hid');
  const two = hid.plugIn('Voyager');
  await settled();
  for (const scanner of [one, two, other]) scanner.scan(']Q1', 'CODE');
  await settled();
  expect(heard).toEqual(['Voyager 1: ]Q1CODE', 'Voyager 2: ]Q1CODE']);
  expect(shown()).toEqual(['Voyager 1 connected', 'Voyager 2 connected']);
  await fleet.forget('hid-1');
  expect(rememberedScanners()).toEqual([]);
  expect(shown()).toEqual(['Voyager 2 connected']);
  fleet.close();
});

test('hostile reports stop no scanner: the next code is read whole', async () => {
  const scanner = hid.plugIn('Voyager');
  const onScan = vi.fn();
  const connection = await openHidScanner(scanner as unknown as HidDevice, { onScan });
  scanner.scan(']Q1', 'https://example.invalid/01/04012345123456%E0%A4');
  scanner.report([]);
  scanner.report([255, 0x5d, 0x51]);
  const endless = new Uint8Array(63).fill(0x41);
  endless.set([56, 0x5d, 0x51, 0x31]);
  for (let count = 0; count < 500; count++) scanner.report(endless);
  await settled();
  onScan.mockClear();
  scanner.report(endless.map((byte, at) => (at === 62 ? 0 : byte)));
  await settled();
  onScan.mockClear();
  scanner.scan(']Q1', 'GOOD');
  await settled();
  expect(onScan.mock.calls).toEqual([[']Q1GOOD']]);
  await connection.close();
  scanner.scan(']Q1', 'LATE');
  await settled();
  expect(onScan).toHaveBeenCalledTimes(1);
});

test('a serial scanner is read at its line end at once, or after silence', async () => {
  const port = fakeSerialPort();
  const onScan = vi.fn();
  const connection = await openSerialScanner(port, { onScan, onLost: () => {} });
  port.send(']d20104012');
  port.send('345123456\r\n');
  port.send('A\rB\r');
  await settled();
  expect(onScan.mock.calls).toEqual([[']d20104012345123456'], ['A'], ['B']]);
  port.send('NO END');
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(onScan).toHaveBeenLastCalledWith('NO END');
  await connection.close();
  expect(port.isOpen).toBe(false);
});

test('a serial scanner goes on after a broken character and tells when it is gone', async () => {
  const port = fakeSerialPort();
  const [onScan, onLost] = [vi.fn(), vi.fn()];
  await openSerialScanner(port, { onScan, onLost });
  port.send('HALF');
  port.breakStream();
  await settled();
  port.send('WHOLE\r');
  await settled();
  expect(onScan.mock.calls).toEqual([['WHOLE']]);
  port.pullOut();
  await settled();
  expect(onLost).toHaveBeenCalledTimes(1);
});

test('a serial scanner is read as the library for it reads, without its 300 ms of silence', async () => {
  Object.defineProperty(navigator, 'serial', { value: new EventTarget(), configurable: true });
  const [ours, theirs] = [fakeSerialPort(), fakeSerialPort()];
  const [onScan, onBarcode] = [vi.fn(), vi.fn()];
  const library = new WebSerialBarcodeScanner();
  library.addEventListener('barcode', ({ value, aim = '' }) => onBarcode(`${aim}${value}`));
  void library.open(theirs);
  await openSerialScanner(ours, { onScan, onLost: () => {} });
  await settled();
  for (const port of [ours, theirs]) port.send(']d20104012345123456\u001d10AB12\r\n');
  await settled();
  expect([onScan.mock.calls.length, onBarcode.mock.calls.length]).toEqual([1, 0]);
  await vi.waitFor(() => expect(onBarcode.mock.calls).toEqual(onScan.mock.calls), { timeout: 3000 });
  Reflect.deleteProperty(navigator, 'serial');
});
