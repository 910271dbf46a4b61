import { endBySilence, noFrames, takeBytes } from '../../../domain/scan/devices/serial-frames.ts';
import type { ConnectionListener, ScannerConnection } from './scanner-connection.ts';
import { textOfBytes } from './text-of-bytes.ts';
import type { SerialPort } from './web-serial.ts';

/** The usual setting of scanners; over USB the figure means nothing. */
const BAUD_RATE = 9600;
const SILENCE_MS = 80;

/** Opens a scanner in serial mode (USB CDC or a cable). A code is complete with its line end, or after silence. */
export async function openSerialScanner(
  port: SerialPort,
  { onScan, onLost }: ConnectionListener,
): Promise<ScannerConnection> {
  await port.open({ baudRate: BAUD_RATE, bufferSize: 8192 });
  let isClosing = false;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const reading = readAll();
  return {
    async close() {
      isClosing = true;
      await reader?.cancel().catch(() => undefined);
      await reading;
    },
  };

  /** A broken character ends one stream of the port but not the port: there is another one then. */
  async function readAll(): Promise<void> {
    while (port.readable && !isClosing) {
      reader = port.readable.getReader();
      await readCodes(reader, onScan).catch(() => undefined);
      reader.releaseLock();
    }
    await port.close().catch(() => undefined);
    if (!isClosing) onLost();
  }
}

async function readCodes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onScan: (text: string) => void,
): Promise<void> {
  let frames = noFrames;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const endNow = () => {
    const code = endBySilence(frames);
    frames = noFrames;
    if (code) onScan(textOfBytes(code));
  };
  try {
    for (;;) {
      const { value, done } = await reader.read();
      clearTimeout(silence);
      if (done) return;
      const taken = takeBytes(frames, value);
      frames = taken.frames;
      for (const code of taken.complete) onScan(textOfBytes(code));
      silence = setTimeout(endNow, SILENCE_MS);
    }
  } finally {
    clearTimeout(silence);
  }
}
