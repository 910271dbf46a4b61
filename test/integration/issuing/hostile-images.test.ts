import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { prepareTemplateImage } from '../../../main/images/prepare-template-image.ts';
import { readImageFile } from '../../../main/scanning/read-image.ts';
import { temporaryDirectory } from '../../support/test-station.ts';

const MEGABYTE = 1024 * 1024;

/** A PNG in shades of two, of as many pixels as it says: black, and so of few bytes. */
function aPng(width: number, height: number, { isInterlaced = false, rows = height } = {}): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, isInterlaced ? 1 : 0], 8);
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function measured<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; ms: number; grown: number }> {
  const [began, before] = [performance.now(), process.memoryUsage().rss];
  const value = await work();
  return { value, ms: performance.now() - began, grown: process.memoryUsage().rss - before };
}

describe('an image of few bytes that unpacks to a wall of pixels', () => {
  test.each([
    ['a square of 900 million pixels', 'icon', aPng(30_000, 30_000), 'image-too-heavy'],
    [
      'one that says it has more than it has',
      'icon',
      aPng(2_000_000, 2_000_000, { rows: 10 }),
      'image-too-heavy',
    ],
    [
      'a strip of 600 million',
      'strip',
      aPng(42_000, 15_000, { isInterlaced: true, rows: 100 }),
      'image-too-heavy',
    ],
  ] as const)('is refused before it is unpacked: %s', async (_what, slot, bytes, refusal) => {
    expect(bytes.length).toBeLessThan(MEGABYTE);
    const { value, ms, grown } = await measured(() => prepareTemplateImage(slot, bytes));
    expect(value).toEqual({ ok: false, refusal });
    expect(ms).toBeLessThan(1_000);
    expect(grown).toBeLessThan(100 * MEGABYTE);
  });

  test('is refused as a picture with a code, too', async () => {
    const dir = temporaryDirectory();
    mkdirSync(dir);
    const file = path.join(dir, 'code.png');
    writeFileSync(file, aPng(30_000, 30_000));
    const { value, ms } = await measured(() => readImageFile(file));
    expect(value).toMatchObject({ ok: false });
    expect(ms).toBeLessThan(1_000);
  });
});

describe('a file that is no image which phones show', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "${'ha'.repeat(50)}">${Array.from(
    { length: 12 },
    (_, at) =>
      `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(12)}">`,
  ).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><text>&m;</text></svg>`;

  test.each([
    ['SVG that unfolds', Buffer.from(laughs)],
    ['SVG with a byte order mark', Buffer.from(`\ufeff  ${laughs}`)],
    [
      'SVG that draws without end',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><filter id="f"><feGaussianBlur stdDeviation="99999"/></filter><rect width="1e9" height="1e9" filter="url(#f)"/></svg>',
      ),
    ],
    ['packed SVG', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['TIFF', Buffer.from('II*\0\x08\0\0\0')],
    ['GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
  ])('is not opened at all: %s', async (_what, bytes) => {
    const { value, ms } = await measured(() => prepareTemplateImage('icon', bytes));
    expect(value).toEqual({ ok: false, refusal: 'image-kind-unknown' });
    expect(ms).toBeLessThan(1_000);
  });
});
