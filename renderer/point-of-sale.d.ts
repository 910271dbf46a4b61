/** The library has no types of its own. Only what we use of it; `open` also begins afresh. */
declare module '@point-of-sale/webhid-barcode-scanner' {
  // biome-ignore lint/style/noDefaultExport: the library's own shape
  export default class WebHIDBarcodeScanner {
    constructor(options?: object);
    open(device: object): Promise<void>;
    reconnect(): Promise<void>;
    addEventListener(
      name: 'barcode',
      listener: (barcode: { readonly value: string; readonly aim?: string }) => void,
    ): void;
  }
}

/** Used in tests only, as the yardstick for our own reading. */
declare module '@point-of-sale/webserial-barcode-scanner' {
  // biome-ignore lint/style/noDefaultExport: the library's own shape
  export default class WebSerialBarcodeScanner {
    open(port: object): Promise<void>;
    addEventListener(
      name: 'barcode',
      listener: (barcode: { readonly value: string; readonly aim?: string }) => void,
    ): void;
  }
}
