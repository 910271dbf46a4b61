/** WebHID (https://wicg.github.io/webhid/) as far as a barcode scanner needs it; the DOM library does not know it. */
export interface HidDevice extends EventTarget {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly { readonly usagePage?: number; readonly usage?: number }[];
  open(): Promise<void>;
  close(): Promise<void>;
  sendFeatureReport(reportId: number, data: Uint8Array): Promise<void>;
}

export interface HidReportEvent extends Event {
  readonly reportId: number;
  readonly data: DataView;
}

export interface HidDevices extends EventTarget {
  getDevices(): Promise<HidDevice[]>;
  requestDevice(options: {
    readonly filters: readonly { readonly usagePage?: number; readonly usage?: number }[];
  }): Promise<HidDevice[]>;
}

/** Undefined where the browser has no WebHID or the page may not use it. */
export function hidDevices(): HidDevices | undefined {
  return (navigator as { readonly hid?: HidDevices }).hid;
}
