import WebHIDBarcodeScanner from '@point-of-sale/webhid-barcode-scanner';
import type { ConnectionListener, ScannerConnection } from './scanner-connection.ts';
import { textOfBytes } from './text-of-bytes.ts';
import type { HidDevice, HidReportEvent } from './web-hid.ts';

/** The longest code needs 77 reports of 56 characters. */
const MOST_REPORTS = 80;

/** Reports are the library's to read; which scanner is connected when is decided here, for several at once. */
class ReportReader extends WebHIDBarcodeScanner {
  override async reconnect(): Promise<void> {}
}

/**
 * Opens a scanner in HID POS mode. The library knows the makers' reports, but it prints every code and stumbles
 * over hostile ones: it sees the device through a stand-in, silenced, and begins afresh after it stumbled.
 */
export async function openHidScanner(
  device: HidDevice,
  { onScan }: Pick<ConnectionListener, 'onScan'>,
): Promise<ScannerConnection> {
  const reader = new ReportReader();
  let readReport: ((event: HidReportEvent) => void) | undefined;
  let reports = 0;
  const standIn = {
    vendorId: device.vendorId,
    productId: device.productId,
    productName: device.productName,
    open: async () => {
      if (!device.opened) await device.open();
    },
    sendFeatureReport: (reportId: number, data: Uint8Array) =>
      // Scanners that are in this mode already may refuse to be switched to it.
      device.sendFeatureReport(reportId, data).catch(() => undefined),
    addEventListener: (_name: string, listener: (event: HidReportEvent) => void) => {
      readReport = listener;
    },
  };
  const beginAfresh = () => {
    reports = 0;
    void silently(() => reader.open(standIn)).catch(() => undefined);
  };
  const onReport = (event: Event) => {
    reports++;
    try {
      silently(() => readReport?.(event as HidReportEvent));
    } catch {
      beginAfresh();
    }
    if (reports > MOST_REPORTS) beginAfresh();
  };
  reader.addEventListener('barcode', ({ value, aim = '' }) => {
    reports = 0;
    onScan(`${aimOf(aim)}${textOfBytes(Uint8Array.from(value, (unit) => unit.charCodeAt(0)))}`);
  });
  await silently(() => reader.open(standIn));
  device.addEventListener('inputreport', onReport);
  return {
    async close() {
      device.removeEventListener('inputreport', onReport);
      await device.close().catch(() => undefined);
    },
  };
}

function aimOf(identifier: string): string {
  return /^\][A-Za-z][0-9A-Za-z]$/.test(identifier) ? identifier : '';
}

/** Codes are health data: what a library would print of them stays unprinted. */
function silently<Value>(work: () => Value): Value {
  const { log } = console;
  console.log = () => {};
  try {
    return work();
  } finally {
    console.log = log;
  }
}
