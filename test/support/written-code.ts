import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type WriterOptions, writeBarcode } from 'zxing-wasm/writer';
import type { GreyImage } from '../../decoding/grey-image.ts';

/** How a code is drawn. */
export interface CodeLook {
  /** Pixels a module. */
  readonly pixels?: number;
  /** The text is in brackets, `(01)…(10)…`, and the code says that it is of GS1. */
  readonly isGs1?: boolean;
}

const QUIET_MODULES = 6;

/** The code black on white, with its quiet zone, drawn by another program than the one that reads. */
export async function writtenCode(
  text: string,
  format: NonNullable<WriterOptions['format']>,
  { pixels = 5, isGs1 = false }: CodeLook = {},
): Promise<GreyImage> {
  ready ??= loadWriter();
  await ready;
  const written = await writeBarcode(text, { format, addQuietZones: false, options: isGs1 ? 'gs1' : '' });
  if (written.error !== '') throw new Error(written.error);
  const { width, height, data } = written.symbol;
  const [wide, high] = [width, height].map((modules) => (modules + 2 * QUIET_MODULES) * pixels) as [
    number,
    number,
  ];
  const image = new Uint8Array(wide * high).fill(235);
  for (let i = 0; i < image.length; i++) {
    const [u, v] = [i % wide, Math.floor(i / wide)].map((at) => Math.floor(at / pixels) - QUIET_MODULES) as [
      number,
      number,
    ];
    if (u >= 0 && v >= 0 && u < width && v < height && (data[v * width + u] as number) < 128) image[i] = 20;
  }
  return { width: wide, height: high, data: image };
}

let ready: Promise<unknown> | undefined;

async function loadWriter(): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const wasmBinary = (await readFile(file)).buffer as ArrayBuffer;
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
