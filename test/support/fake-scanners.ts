/** A scanner in HID POS mode, as the page sees it through WebHID. */
export interface FakeHidScanner extends EventTarget {
  readonly vendorId: number;
  readonly productId: number;
  opened: boolean;
  /** Sends a code in as many reports as it takes. */
  scan(aim: string, text: string): void;
  report(bytes: ArrayLike<number>): void;
}

/**
 * Puts a WebHID into this page whose scanners the test plugs in and out. Needs nothing from outside of itself, so
 * that it can be sent into a page of a real window too.
 */
export function installFakeHid() {
  const plugged: FakeHidScanner[] = [];
  const hid = Object.assign(new EventTarget(), {
    getDevices: async () => [...plugged],
    requestDevice: async () => plugged.slice(-1),
  });
  Object.defineProperty(navigator, 'hid', { value: hid, configurable: true });

  const makeScanner = (productName: string, ids: { vendorId: number; productId: number }): FakeHidScanner => {
    const scanner = Object.assign(new EventTarget(), {
      ...ids,
      productName,
      opened: false,
      collections: [{ usagePage: 0x8c, usage: 2 }],
      async open() {
        scanner.opened = true;
      },
      async close() {
        scanner.opened = false;
      },
      async sendFeatureReport() {},
      scan(aim: string, text: string) {
        for (let from = 0; from < text.length; from += 56) {
          const part = text.slice(from, from + 56);
          const bytes = new Uint8Array(63);
          bytes[0] = part.length;
          bytes.set(
            [...aim, ...part].map((character) => character.charCodeAt(0)),
            1,
          );
          bytes[62] = from + 56 < text.length ? 1 : 0;
          scanner.report(bytes);
        }
      },
      report(bytes: ArrayLike<number>) {
        if (!scanner.opened) return;
        const data = new DataView(Uint8Array.from(bytes).buffer);
        scanner.dispatchEvent(
          Object.assign(new Event('inputreport'), { reportId: 2, data, device: scanner }),
        );
      },
    });
    return scanner;
  };
  const tell = (name: string, device: FakeHidScanner) =>
    hid.dispatchEvent(Object.assign(new Event(name), { device }));
  return {
    plugIn(productName: string, ids = { vendorId: 0x0c2e, productId: 0x0b81 }): FakeHidScanner {
      const scanner = makeScanner(productName, ids);
      plugged.push(scanner);
      tell('connect', scanner);
      return scanner;
    },
    pullOut(scanner: FakeHidScanner): void {
      plugged.splice(plugged.indexOf(scanner), 1);
      tell('disconnect', scanner);
    },
  };
}

/** A serial port that sends what the test says. */
export function fakeSerialPort() {
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const port = Object.assign(new EventTarget(), {
    readable: null as ReadableStream<Uint8Array> | null,
    isOpen: false,
    getInfo: () => ({ usbVendorId: 0x05f9, usbProductId: 0x4204 }),
    async open() {
      port.isOpen = true;
      port.readable = newStream();
    },
    async close() {
      port.isOpen = false;
      port.readable = null;
    },
    send(text: string) {
      sink?.enqueue(Uint8Array.from(text, (character) => character.charCodeAt(0)));
    },
    /** A character arrived broken: the stream ends, the port goes on with another one. */
    breakStream() {
      const broken = sink;
      port.readable = newStream();
      broken?.error(new DOMException('framing', 'FramingError'));
    },
    pullOut() {
      port.readable = null;
      sink?.error(new DOMException('gone', 'NetworkError'));
    },
  });
  const newStream = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        sink = controller;
      },
    });
  return port;
}
