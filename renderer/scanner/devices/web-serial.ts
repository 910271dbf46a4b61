/** Web Serial (https://wicg.github.io/serial/) as far as a barcode scanner needs it. */
export interface SerialPort extends EventTarget {
  readonly readable: ReadableStream<Uint8Array> | null;
  getInfo(): { readonly usbVendorId?: number; readonly usbProductId?: number };
  open(options: { readonly baudRate: number; readonly bufferSize?: number }): Promise<void>;
  close(): Promise<void>;
}

export interface SerialPorts extends EventTarget {
  getPorts(): Promise<SerialPort[]>;
  requestPort(options: {
    readonly filters: readonly { readonly usbVendorId: number }[];
  }): Promise<SerialPort>;
}

export function serialPorts(): SerialPorts | undefined {
  return (navigator as { readonly serial?: SerialPorts }).serial;
}
