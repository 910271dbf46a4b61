import {
  barcodeScannerUsage,
  isHidBarcodeScanner,
  serialScannerVendors,
} from '../../../domain/scan/devices/allowed-scanners.ts';
import { openHidScanner } from './hid-scanner.ts';
import type { RememberedScanner } from './remembered-scanners.ts';
import type { ConnectionListener, ScannerConnection } from './scanner-connection.ts';
import { openSerialScanner } from './serial-scanner.ts';
import { type HidDevice, hidDevices } from './web-hid.ts';
import { type SerialPort, serialPorts } from './web-serial.ts';

/** A scanner that is plugged in and that the page may use, connected or not. */
export interface ScannerPort extends RememberedScanner {
  /** The browser's object: the same one for as long as the scanner stays plugged in. */
  readonly device: EventTarget;
  /** What the scanner calls itself; serial ones do not. */
  readonly name: string;
  open(listener: ConnectionListener): Promise<ScannerConnection>;
}

export type ScannerKind = RememberedScanner['kind'];

/** Which ways there are here: not every browser has them. */
export function scannerKinds(): ScannerKind[] {
  return [...(hidDevices() ? ['hid' as const] : []), ...(serialPorts() ? ['serial' as const] : [])];
}

/** Every scanner that is plugged in and allowed. */
export async function pluggedScanners(): Promise<ScannerPort[]> {
  const hid = (await hidDevices()?.getDevices()) ?? [];
  const serial = (await serialPorts()?.getPorts()) ?? [];
  return [...hid.filter(isHidBarcodeScanner).map(hidPort), ...serial.map(serialPort)];
}

/** Lets the person choose one; undefined where they chose none or there is none. Needs a press of theirs. */
export async function requestScanner(kind: ScannerKind): Promise<ScannerPort[]> {
  if (kind === 'hid') {
    const devices = await hidDevices()?.requestDevice({ filters: [barcodeScannerUsage] });
    return (devices ?? []).filter(isHidBarcodeScanner).map(hidPort);
  }
  const filters = serialScannerVendors.map((usbVendorId) => ({ usbVendorId }));
  try {
    const port = await serialPorts()?.requestPort({ filters });
    return port ? [serialPort(port)] : [];
  } catch (error) {
    if ((error as DOMException).name === 'NotFoundError') return []; // nothing was chosen
    throw error;
  }
}

/** Calls back whenever a scanner is plugged in or pulled out. Answers a function that stops it. */
export function onPlugged(plugged: () => void, pulled: (device: EventTarget) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const [hid, serial] = [hidDevices(), serialPorts()];
  hid?.addEventListener('connect', plugged, { signal });
  hid?.addEventListener('disconnect', (event) => pulled((event as Event & { device: HidDevice }).device), {
    signal,
  });
  serial?.addEventListener('connect', plugged, { signal });
  serial?.addEventListener('disconnect', ({ target }) => target && pulled(target), { signal });
  return () => listening.abort();
}

function hidPort(device: HidDevice): ScannerPort {
  const { vendorId, productId, productName } = device;
  const open = (listener: ConnectionListener) => openHidScanner(device, listener);
  return { kind: 'hid', vendorId, productId, name: productName, device, open };
}

function serialPort(device: SerialPort): ScannerPort {
  const { usbVendorId = 0, usbProductId = 0 } = device.getInfo();
  const open = (listener: ConnectionListener) => openSerialScanner(device, listener);
  return { kind: 'serial', vendorId: usbVendorId, productId: usbProductId, name: '', device, open };
}
