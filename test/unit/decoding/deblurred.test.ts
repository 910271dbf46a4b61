import encodeQR from 'qr';
import { beforeAll, expect, test } from 'vitest';
import { deblurred } from '../../../decoding/deblurred.ts';
import { blurred, type GreyImage, repeated } from '../../../decoding/grey-image.ts';
import { readFrame } from '../../../decoding/read-symbols.ts';
import { loadReader } from '../../../main/scanning/read-image.ts';

beforeAll(loadReader);

test('a picture without blur stays as it is, and an even one too', () => {
  const even: GreyImage = { width: 20, height: 20, data: new Uint8Array(400).fill(90) };
  expect(deblurred(even, { blurs: 2, rounds: 4 }).data).toEqual(even.data);
});

test('a code out of focus, of three pixels a module, is read', async () => {
  const text = 'OUT-OF-FOCUS-0123456789-ABCDEFGHJK';
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = modules.length;
  const data = Uint8Array.from({ length: side * side }, (_, at) =>
    modules[Math.floor(at / side)]?.[at % side] ? 25 : 235,
  );
  const sharp = repeated({ width: side, height: side, data }, 3);
  const soft = blurred(blurred(blurred(sharp)));
  const found = await readFrame(soft, Number.POSITIVE_INFINITY);
  expect(found.map((symbol) => symbol.text)).toEqual([text]);
});
