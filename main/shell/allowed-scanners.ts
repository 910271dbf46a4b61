import { isHidBarcodeScanner, serialScannerVendors } from '../../domain/scan/devices/allowed-scanners.ts';

/** Which devices the page may open: barcode scanners by their HID usage, serial ports by who made them. */
export interface AllowedScanners {
  /** `device` is what Chromium tells of it: an unknown shape is not allowed. */
  mayUse(deviceType: string, device: object): boolean;
}

/** `moreVendors`: USB vendor ids as `1234,abcd`, for a serial scanner that this list does not know. */
export function allowedScanners(moreVendors = ''): AllowedScanners {
  const more = moreVendors.match(/\b(?:0x)?[0-9a-f]{4}\b/gi) ?? [];
  const vendors = new Set([...serialScannerVendors, ...more.map((id) => Number.parseInt(id.slice(-4), 16))]);
  return {
    mayUse(deviceType, device) {
      const { collections, vendorId } = device as { collections?: unknown; vendorId?: unknown };
      if (deviceType === 'hid') return Array.isArray(collections) && isHidBarcodeScanner({ collections });
      return deviceType === 'serial' && vendors.has(Number(vendorId));
    },
  };
}
