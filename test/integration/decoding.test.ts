import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import encodeQR from 'qr';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { blurred, doubled, type GreyImage, halved, stretched, turned } from '../../decoding/grey-image.ts';
import { readFrame, readPicture } from '../../decoding/read-symbols.ts';
import { loadReader, readImageFile } from '../../main/scanning/read-image.ts';
import { describeSharedData } from '../support/describe-shared-data.ts';
import { sharedData } from '../support/shared-data.ts';
import { seeded, spoilImage, spoils } from '../support/spoiled-image.ts';
import { writtenCode } from '../support/written-code.ts';

const text = '24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC';

/** The code black on white, `pixels` a module. */
function drawn(pixels: number): GreyImage {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = modules.length * pixels;
  const data = new Uint8Array(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      data[y * side + x] = modules[Math.floor(y / pixels)]?.[Math.floor(x / pixels)] ? 20 : 235;
  return { width: side, height: side, data };
}

function changed(image: GreyImage, change: (value: number) => number): GreyImage {
  return { ...image, data: image.data.map(change) };
}

beforeAll(() => loadReader());

describe('a camera frame is read', () => {
  const image = drawn(5);
  test.each<[string, GreyImage]>([
    ['as it is', image],
    ['upside down', turned(image, 2)],
    ['on its side', turned(image, 1)],
    ['blurred', blurred(blurred(image))],
    ['dim', changed(image, (value) => 30 + value * 0.15)],
  ])('%s', async (_, frame) => {
    const [symbol] = await readFrame(frame, 1_000);
    expect(symbol).toMatchObject({ text, symbology: 'QRCode', isGs1: false });
  });

  test('inverted, as dark screens show it, at the latest as a picture', async () => {
    const [symbol] = await readPicture(changed(image, (value) => 255 - value));
    expect(symbol?.text).toBe(text);
  });

  test('and nothing is found where there is nothing', async () => {
    expect(
      await readFrame({ width: 640, height: 480, data: new Uint8Array(640 * 480).fill(128) }, 100),
    ).toEqual([]);
  });
});

describe.each(['QRCode', 'DataMatrix', 'Aztec', 'PDF417'] as const)('a picture of %s', (format) => {
  // White on black is a form of the square codes alone.
  const known = spoils.filter((spoil) => format !== 'PDF417' || spoil !== 'inverted');
  test.each(known)('is read: %s', async (spoiledBy) => {
    const image = await writtenCode(text, format);
    const [symbol] = await readPicture(spoilImage(image, spoiledBy, seeded(11)));
    expect(symbol).toMatchObject({ text, symbology: format, isGs1: false });
  });

  test.each([1, 2, 3])('is read after %i quarter turns', async (quarters) => {
    const [symbol] = await readPicture(turned(await writtenCode(text, format), quarters));
    expect(symbol?.text).toBe(text);
  });

  test.each([1, 2, 3])('is read with %i pixels a module', async (pixels) => {
    const [symbol] = await readPicture(await writtenCode(text, format, { pixels }));
    expect(symbol?.text).toBe(text);
  });
});

describe('preparing a picture', () => {
  test('changes its size as told and nothing else about its shape', () => {
    const image = drawn(4);
    expect(halved(image)).toMatchObject({ width: image.width / 2, height: image.height / 2 });
    expect(doubled(image)).toMatchObject({ width: image.width * 2, height: image.height * 2 });
    expect([...turned(image, 4).data]).toEqual([...image.data]);
    expect([...turned(turned(image, 1), 3).data]).toEqual([...image.data]);
  });

  test('stretching brings a dim picture back to black and white', () => {
    const dim = stretched(changed(drawn(4), (value) => 90 + value * 0.1));
    expect(Math.min(...dim.data)).toBe(0);
    expect(Math.max(...dim.data)).toBe(255);
  });
});

describe('a picture file', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'station-images-'));
  const { width, height, data } = drawn(6);
  const raw = { raw: { width, height, channels: 1 as const } };

  test.each(['png', 'jpeg', 'webp'] as const)('is read as %s', async (format) => {
    const file = path.join(dir, `code.${format}`);
    await sharp(data, raw).toFormat(format).toFile(file);
    expect(await readImageFile(file)).toMatchObject({ ok: true, value: { text, symbology: 'QRCode' } });
  });

  test('that is none, is missing or shows no code is refused with a reason', async () => {
    const noPicture = path.join(dir, 'text.png');
    writeFileSync(noPicture, 'not a picture');
    expect(await readImageFile(noPicture)).toEqual({ ok: false, refusal: 'image-unreadable' });
    expect(await readImageFile(path.join(dir, 'missing.png'))).toEqual({
      ok: false,
      refusal: 'file-unreadable',
    });
    const svg = path.join(dir, 'drawing.svg');
    writeFileSync(svg, '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
    expect(await readImageFile(svg)).toEqual({ ok: false, refusal: 'image-unreadable' });
    const blank = path.join(dir, 'blank.png');
    await sharp({ create: { width: 200, height: 200, channels: 3, background: '#888' } }).toFile(blank);
    expect(await readImageFile(blank)).toEqual({ ok: false, refusal: 'no-code-found' });
  });

  test.each(['DataMatrix', 'QRCode', 'Code128'] as const)(
    'of a GS1 code in %s keeps its separators and says that it is GS1',
    async (format) => {
      const brackets = '(01)09504000059101(10)ABC123(17)270331(21)S1';
      const code = await writtenCode(brackets, format, { isGs1: true });
      const file = path.join(dir, `gs1-${format}.png`);
      await sharp(code.data, { raw: { width: code.width, height: code.height, channels: 1 } }).toFile(file);
      expect(await readImageFile(file)).toMatchObject({
        ok: true,
        value: { symbology: format, isGs1: true, text: '010950400005910110ABC123\u001d1727033121S1' },
      });
    },
  );
});

describeSharedData('a picture by others', () => {
  test('of a GS1 DataMatrix keeps its separators and says that it is GS1', async () => {
    const file = sharedData('barcodes', 'datamatrix-1', 'gs1-figure-4.15.1-2-32x32.png');
    const read = await readImageFile(file);
    expect(read).toMatchObject({ ok: true, value: { symbology: 'DataMatrix', isGs1: true } });
    expect(read.ok && read.value.text).toContain('\u001d');
  });
});
