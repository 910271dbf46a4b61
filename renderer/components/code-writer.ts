import type { WriterOptions } from 'zxing-wasm/writer';
import type { BarcodeFormat } from '../../domain/passes/pass-template.ts';

/** A code as a picture of modules: an SVG path in a box of that size, its quiet zone included. */
export interface WrittenCode {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

const formats: Readonly<Record<BarcodeFormat, NonNullable<WriterOptions['format']>>> = {
  qr: 'QRCode',
  aztec: 'Aztec',
  pdf417: 'PDF417',
  code128: 'Code128',
};
/** Lines alone have no height of their own. */
const LINE_HEIGHT = 60;
const QUIET_MODULES = { qr: 4, aztec: 2, pdf417: 2, code128: 10 } as const;
const DARK_BELOW = 128;

/** Draws a text as the code of that format. `wasm` are the bytes of the writer, which is loaded once. */
export async function writeCode(
  text: string,
  format: BarcodeFormat,
  wasm: () => Promise<ArrayBuffer>,
): Promise<WrittenCode> {
  const { prepareZXingModule, writeBarcode } = await import('zxing-wasm/writer');
  ready ??= wasm().then((wasmBinary) =>
    prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }),
  );
  await ready;
  const { symbol, error } = await writeBarcode(text, {
    format: formats[format],
    addQuietZones: false,
    ...(format === 'qr' ? { options: 'ecLevel=M' } : {}),
  });
  if (error !== '') throw new Error(`${format} cannot say this: ${error}`);
  const quiet = QUIET_MODULES[format];
  const isLines = symbol.height === 1 || format === 'code128';
  const rowHeight = isLines ? LINE_HEIGHT / symbol.height : 1;
  return {
    path: pathOf(symbol, quiet, rowHeight),
    width: symbol.width + 2 * quiet,
    height: symbol.height * rowHeight + 2 * quiet,
  };
}

let ready: Promise<unknown> | undefined;

/** One stroke for each run of dark modules. */
function pathOf(
  { data, width, height }: { data: Uint8ClampedArray; width: number; height: number },
  quiet: number,
  rowHeight: number,
): string {
  let path = '';
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = x;
      while (x < width && (data[y * width + x] ?? DARK_BELOW) < DARK_BELOW) x++;
      if (x > from) path += `M${from + quiet} ${y * rowHeight + quiet}h${x - from}v${rowHeight}h${from - x}z`;
    }
  return path;
}
