import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { readBarcodes } from 'zxing-wasm/reader';
import type { GreyImage } from '../../../decoding/grey-image.ts';
import { readFrame, readPicture } from '../../../decoding/read-symbols.ts';

/** What one reader makes of a picture: the texts it found. */
export type Reader = (image: GreyImage) => Promise<readonly FoundText[]>;
export interface FoundText {
  readonly text: string;
  readonly bytes?: Uint8Array;
}

export const ours: Reader = (image) => readPicture(image);

/** A frame has the time until the next one at ten a second. */
export const oursOnFrames: Reader = (image) => readFrame(image, 60);

/** zxing-wasm as it comes out of the box. */
export const zxingWasm: Reader = async ({ width, height, data }) => {
  const pixels = new Uint8ClampedArray(data.length * 4);
  for (let i = 0; i < data.length; i++)
    pixels.fill(data[i] as number, 4 * i, 4 * i + 3).fill(255, 4 * i + 3, 4 * i + 4);
  const found = await readBarcodes({ width, height, data: pixels } as never, { textMode: 'Plain' });
  return found.filter(({ isValid }) => isValid);
};

const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);

/** The engine of @zxing/browser. It logs each failure; the log is kept quiet. */
export const zxingLibrary: Reader = async ({ width, height, data }) => {
  const { warn } = console;
  console.warn = () => {};
  try {
    const source = new RGBLuminanceSource(new Uint8ClampedArray(data), width, height);
    const result = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)), hints);
    return [{ text: result.getText() }];
  } catch {
    return [];
  } finally {
    console.warn = warn;
  }
};
