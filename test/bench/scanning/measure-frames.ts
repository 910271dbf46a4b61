import { oursOnFrames, type Reader, zxingLibrary } from './readers.ts';
import { emptyFrame, syntheticFrames } from './synthetic-frames.ts';

export interface FrameResult {
  readonly frames: number;
  readonly read: { readonly ours: number; readonly zxingLibrary: number };
  readonly ratioToZxingLibrary: number;
  /** Of the frames where a module has 3 pixels or more. */
  readonly shareAt3px: number;
  readonly misreads: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p50RatioToZxingLibrary: number;
  readonly emptyFrameMs: number;
}

const ENOUGH_PIXELS = 3;
const EMPTY_RUNS = 15;

/** Frames as a webcam gives them, ours and the engine of @zxing/browser one after the other on each. */
export async function measureFrames(firstSeed: number): Promise<FrameResult> {
  const frames = syntheticFrames(firstSeed);
  const read = { ours: 0, zxingLibrary: 0 };
  const took = { ours: [] as number[], zxingLibrary: [] as number[] };
  let misreads = 0;
  let readAt3px = 0;
  for (const { image, text, modulePixels } of frames) {
    const [mine, mineMs] = await timed(oursOnFrames, image);
    const [theirs, theirsMs] = await timed(zxingLibrary, image);
    took.ours.push(mineMs);
    took.zxingLibrary.push(theirsMs);
    const isRight = mine.some((found) => found.text === text);
    if (isRight) read.ours += 1;
    if (isRight && modulePixels >= ENOUGH_PIXELS) readAt3px += 1;
    if (mine.length > 0 && !isRight) misreads += 1;
    if (theirs.some((found) => found.text === text)) read.zxingLibrary += 1;
  }
  const empty: number[] = [];
  for (let run = 0; run < EMPTY_RUNS; run++) empty.push((await timed(oursOnFrames, emptyFrame()))[1]);
  const large = frames.filter(({ modulePixels }) => modulePixels >= ENOUGH_PIXELS).length;
  return {
    frames: frames.length,
    read,
    ratioToZxingLibrary: read.ours / Math.max(1, read.zxingLibrary),
    shareAt3px: readAt3px / large,
    misreads,
    p50Ms: quantile(took.ours, 0.5),
    p95Ms: quantile(took.ours, 0.95),
    p50RatioToZxingLibrary: quantile(took.ours, 0.5) / quantile(took.zxingLibrary, 0.5),
    emptyFrameMs: quantile(empty, 0.5),
  };
}

async function timed(reader: Reader, image: Parameters<Reader>[0]) {
  const started = performance.now();
  const found = await reader(image);
  return [found, performance.now() - started] as const;
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}
