import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { DecodedSymbol } from './decoded-symbol.ts';
import type { GreyImage } from './grey-image.ts';

/** Every symbology a desk meets; fewer would be quicker, but a person does not know what they hold. */
const formats: ReaderOptions['formats'] = [
  'QRCode',
  'DataMatrix',
  'Aztec',
  'PDF417',
  'Code128',
  'EAN13',
  'EAN8',
  'UPCA',
  'ITF',
  'Code39',
  'MicroQRCode',
  'DataBar',
  'DataBarExp',
];

/** Loads the reader from its WASM bytes: nothing is ever fetched from elsewhere. */
export async function loadZxing(wasm: ArrayBuffer): Promise<void> {
  await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true });
}

/** How hard one attempt tries. */
export interface Effort {
  readonly isThorough: boolean;
  readonly turns?: boolean;
  readonly inverts?: boolean;
  readonly denoises?: boolean;
  readonly downscales?: boolean;
  readonly binarizer?: ReaderOptions['binarizer'];
}

/** The symbols that the reader is sure of: checksums hold, two lines agree. */
export async function readWithZxing(image: GreyImage, effort: Effort): Promise<DecodedSymbol[]> {
  // The reader throws at a picture without pixels, as a camera shows before its first one.
  if (image.data.length === 0) return [];
  const results = await readBarcodes(rgbaOf(image), {
    formats,
    tryHarder: effort.isThorough,
    tryRotate: effort.turns ?? effort.isThorough,
    tryInvert: effort.inverts ?? effort.isThorough,
    tryDenoise: effort.denoises ?? false,
    tryDownscale: effort.downscales ?? effort.isThorough,
    binarizer: effort.binarizer ?? 'LocalAverage',
    textMode: 'Plain',
    maxNumberOfSymbols: 4,
    minLineCount: 2,
  });
  return (
    results
      // Bytes in a character set that nobody knows have no text, but are what the symbol says.
      .filter(({ isValid, text, bytes }) => isValid && (text !== '' || bytes.length > 0))
      .map((result) => ({
        text: result.text,
        symbology: result.format,
        isGs1: result.contentType === 'GS1',
        bytes: result.bytes,
        corners: [
          result.position.topLeft,
          result.position.topRight,
          result.position.bottomRight,
          result.position.bottomLeft,
        ],
      }))
  );
}

/** The reader takes coloured pixels only. */
function rgbaOf({ width, height, data }: GreyImage): Parameters<typeof readBarcodes>[0] {
  const words = new Uint32Array(data.length);
  for (let i = 0; i < data.length; i++) words[i] = ((data[i] as number) * 0x010101) | 0xff000000;
  const pixels = new Uint8ClampedArray(words.buffer);
  // Node has no ImageData; the reader asks for its fields only.
  return { width, height, data: pixels, colorSpace: 'srgb' } as unknown as Parameters<typeof readBarcodes>[0];
}
