import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import { loadZxing, readWithZxing } from '../../decoding/zxing-reader.ts';
import { barcodeFormats } from '../../domain/passes/pass-template.ts';
import { type WrittenCode, writeCode } from '../../renderer/components/code-writer.ts';

const text = '2C0J6HB7H6MUTTQ14C0GKMNWMNXEW001081G81860U';
const scale = 3;

const wasm = async (kind: 'reader' | 'writer') => {
  const file = createRequire(import.meta.url).resolve(`zxing-wasm/${kind}/zxing_${kind}.wasm`);
  return (await readFile(file)).buffer as ArrayBuffer;
};
beforeAll(async () => loadZxing(await wasm('reader')));

/** Paints the rectangles of the path as a screen would. */
function painted({ path, width, height }: WrittenCode) {
  const data = new Uint8Array(width * scale * height * scale).fill(255);
  for (const [, x, y, w, h] of path.matchAll(/M(\S+) (\S+?)h(\S+?)v(\S+?)h\S+?z/g)) {
    const [left, top, wide, high] = [x, y, w, h].map((part) => Math.round(Number(part) * scale)) as [
      number,
      number,
      number,
      number,
    ];
    for (let row = top; row < top + high; row++)
      data.fill(0, row * width * scale + left, row * width * scale + left + wide);
  }
  return { width: width * scale, height: height * scale, data };
}

test.each(barcodeFormats)('a pass drawn as %s is read back by the desk', async (format) => {
  const written = await writeCode(text, format, () => wasm('writer'));
  const symbols = await readWithZxing(painted(written), { isThorough: true });
  expect(symbols.map((symbol) => symbol.text)).toEqual([text]);
  expect(symbols[0]?.symbology.toLowerCase()).toContain(format === 'qr' ? 'qrcode' : format);
});
