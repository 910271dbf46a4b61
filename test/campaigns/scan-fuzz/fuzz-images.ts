import encodeQR from 'qr';
import sharp from 'sharp';
import type { GreyImage } from '../../../decoding/grey-image.ts';
import { readFrame, readPicture } from '../../../decoding/read-symbols.ts';
import { greyImageOf, loadReader } from '../../../main/scanning/read-image.ts';
import { type FuzzOptions, type FuzzReport, usedHeap } from './fuzz-scans.ts';
import { mutate, randomSource } from './mutate.ts';

/** A picture waits for nobody at the desk, yet it must come to an end; a camera frame holds up the next one. */
const slowPictureMs = 15_000;
const slowFrameMs = 3_000;
/** As the worker of the camera asks for. */
const frameMs = 100;

type Random = (below: number) => number;

/** Damaged and hostile pictures and camera frames: no crash, an end in time, no growth. */
export async function fuzzImages({ seed, goesOn }: FuzzOptions): Promise<FuzzReport> {
  await loadReader();
  const random = randomSource(seed);
  const seeds = await pictures();
  const failures: { text: string; problem: string }[] = [];
  const startedAt = performance.now();
  let [executions, slowestMs, heapAtStart] = [0, 0, 0];
  while (goesOn(executions, performance.now() - startedAt)) {
    const isFrame = executions % 2 === 1;
    const text = isFrame ? '' : damaged(seeds, random);
    const frame = isFrame ? hostileFrame(random) : undefined;
    const from = performance.now();
    try {
      if (frame) await readFrame(frame, frameMs);
      else await readBytes(Buffer.from(text, 'latin1'));
    } catch (error) {
      failures.push({
        text,
        problem: `${frame ? `frame ${frame.width} x ${frame.height}` : 'picture'}: ${String(error)}`,
      });
    }
    const tookMs = performance.now() - from;
    slowestMs = Math.max(slowestMs, tookMs);
    if (tookMs > (isFrame ? slowFrameMs : slowPictureMs))
      failures.push({
        text,
        problem: `${frame ? `frame ${frame.width} x ${frame.height}` : 'picture'} took ${Math.round(tookMs)} ms`,
      });
    executions++;
    if (heapAtStart === 0 && executions >= 60) heapAtStart = usedHeap();
  }
  return {
    set: 'images',
    seed,
    executions,
    elapsedMs: Math.round(performance.now() - startedAt),
    blocks: 0,
    corpus: seeds.length,
    slowestMs: Math.round(slowestMs),
    heapGrowthMiB: heapAtStart === 0 ? 0 : Math.round((usedHeap() - heapAtStart) / 1024 / 102.4) / 10,
    failures,
  };
}

async function readBytes(bytes: Uint8Array): Promise<void> {
  const grey = await greyImageOf(bytes);
  if (grey) await readPicture(grey, slowPictureMs / 2);
}

/** Small good pictures of each format, as texts whose characters stand for bytes. */
async function pictures(): Promise<string[]> {
  const modules = encodeQR('21000000000000000000000000000000000000000A', 'raw', { border: 4 });
  const side = modules.length * 3;
  const grey = Buffer.alloc(side * side);
  for (let i = 0; i < grey.length; i++)
    grey[i] = modules[Math.floor(i / side / 3)]?.[Math.floor((i % side) / 3)] ? 0 : 255;
  const picture = () => sharp(grey, { raw: { width: side, height: side, channels: 1 } });
  const files = [
    picture().png(),
    picture().png({ palette: true }),
    picture().jpeg(),
    picture().jpeg({ progressive: true }),
    picture().webp({ lossless: true }),
    picture().webp(),
    picture()
      .withExif({ IFD0: { Orientation: '6' } })
      .jpeg(),
    // Huge when it is unpacked: beyond the limit, and just below it.
    sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } }).png(),
    sharp({ create: { width: 16_000, height: 3_000, channels: 3, background: '#fff' } }).png(),
  ];
  return Promise.all(files.map(async (file) => (await file.toBuffer()).toString('latin1')));
}

const words = [
  '\u0000\u0000\u00ff\u00ff',
  '\u007f\u00ff\u00ff\u00ff',
  'IHDR\u0000\u0000\u0075\u0030\u0000\u0000\u0001\u0000',
  'IDAT',
  'acTL\u0000\u0000\u0000\u0008\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000',
  'iCCP',
  'zTXt',
  '\u00ff\u00c0\u0000\u0011\u0008\u00ff\u00ff\u00ff\u00ff',
  '\u00ff\u00c4',
  '\u00ff\u00da',
  '\u00ff\u00e1\u0000\u0010Exif',
  'VP8X\u0000\u0000\u0000\u000a\u0010\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff',
  'ANIM',
  'ALPH',
  '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
  'GIF89a',
  '%PDF-1.4',
];

function damaged(seeds: readonly string[], random: Random): string {
  const one = seeds[random(seeds.length)] ?? '';
  const other = seeds[random(seeds.length)] ?? '';
  if (random(8) === 0) return one.slice(0, random(one.length));
  // The mutator works on the head of a file; the rest stays, so that damage far inside is found too.
  const at = random(3) === 0 ? random(Math.max(1, one.length - 400)) : 0;
  const changed = mutate(one.slice(at, at + 4_000), other.slice(0, 400), { random, words, codes: 256 });
  return one.slice(0, at) + changed + one.slice(at + 4_000);
}

/** What confuses the finders: nothing, noise, grids, finder patterns everywhere, sizes at the edges. */
function hostileFrame(random: Random): GreyImage {
  const sides = [0, 1, 2, 3, 7, 64, 321, 640, 1280];
  const width = sides[random(sides.length)] ?? 0;
  const height = Math.min(sides[random(sides.length)] ?? 0, 720);
  const data = new Uint8Array(width * height);
  const pitch = 1 + random(24);
  const paint = [
    () => random(256),
    (x: number, y: number) => (((x / pitch) & 1) ^ ((y / pitch) & 1) ? 255 : 0),
    (x: number, y: number) => finderAt(Math.floor(x / pitch) % 9, Math.floor(y / pitch) % 9),
    (x: number) => ((x / pitch) & 1 ? 255 : 0),
    (x: number, y: number) => (x * x + y * y) & 255,
    () => 255,
  ][random(6)] as (x: number, y: number) => number;
  for (let i = 0; i < data.length; i++) data[i] = paint(i % width, Math.floor(i / width));
  return { width, height, data };
}

function finderAt(x: number, y: number): number {
  const ring = Math.max(Math.abs(x - 4), Math.abs(y - 4));
  return ring === 2 || ring === 4 ? 255 : 0;
}
