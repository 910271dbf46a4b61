import encodeQR from 'qr';
import { beforeAll, expect, test } from 'vitest';
import { deblurred } from '../../../decoding/deblurred.ts';
import { blurred, doubled, type GreyImage } from '../../../decoding/grey-image.ts';
import { readFrame } from '../../../decoding/read-symbols.ts';
import { readWithZxing } from '../../../decoding/zxing-reader.ts';
import { loadReader } from '../../../main/scanning/read-image.ts';

beforeAll(loadReader);

test('a picture without blur stays as it is, and an even one too', () => {
  const even: GreyImage = { width: 20, height: 20, data: new Uint8Array(400).fill(90) };
  expect(deblurred(even, { blurs: 2, rounds: 4 }).data).toEqual(even.data);
});

test('a slanted code out of focus, of three pixels a module, is read only with deblurring', async () => {
  const text = 'OUT-OF-FOCUS-0123456789-ABCDEFGHJK';
  const soft = blurred(blurred(blurred(slanted(text, 3, 13))));
  const read = async (image: GreyImage) =>
    (await readWithZxing(doubled(image), { isThorough: true })).map((symbol) => symbol.text);
  expect(await read(soft)).toEqual([]);
  expect(await read(deblurred(soft, { blurs: 2, rounds: 4 }))).toEqual([text]);
  expect(await readFrame(soft, Number.POSITIVE_INFINITY)).toMatchObject([{ text }]);
});

/** A QR code turned by some degrees on grey, each pixel the mean of nine samples. */
function slanted(text: string, modulePixels: number, degrees: number): GreyImage {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = modules.length;
  const size = 2 * side * modulePixels;
  const [cos, sin] = [Math.cos, Math.sin].map((of) => of((degrees * Math.PI) / 180) / modulePixels) as [
    number,
    number,
  ];
  const data = Uint8Array.from({ length: size * size }, (_, at) => {
    let sum = 0;
    for (let part = 0; part < 9; part++) {
      const x = (at % size) + (part % 3) / 3 - size / 2;
      const y = Math.floor(at / size) + Math.floor(part / 3) / 3 - size / 2;
      const module =
        modules[Math.floor(y * cos - x * sin + side / 2)]?.[Math.floor(x * cos + y * sin + side / 2)];
      sum += module === undefined ? 140 : module ? 25 : 235;
    }
    return sum / 9;
  });
  return { width: size, height: size, data };
}
