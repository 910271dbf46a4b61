/** HID usage of barcode scanners in point-of-sale mode (USB HID POS usage tables 1.02: page 0x8C, usage 2). */
export const barcodeScannerUsage = { usagePage: 0x8c, usage: 2 } as const;

/** Makers of scanners (USB vendor ids), and of the chips that scanners with a serial cable are attached through. */
export const serialScannerVendors: readonly number[] = [
  0x05e0, // Zebra, Symbol
  0x0c2e, // Honeywell, Metrologic
  0x05f9, // Datalogic
  0x1eab, // Newland
  0x065a, // Opticon
  0x11fa, // Code
  0x0403, // FTDI
  0x067b, // Prolific
  0x10c4, // Silicon Labs
  0x1a86, // QinHeng
];

export function isHidBarcodeScanner(device: {
  readonly collections: readonly { readonly usagePage?: number; readonly usage?: number }[];
}): boolean {
  return device.collections.some(
    ({ usagePage, usage }) =>
      usagePage === barcodeScannerUsage.usagePage && usage === barcodeScannerUsage.usage,
  );
}
