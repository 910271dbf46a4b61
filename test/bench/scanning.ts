import { parseArgs } from 'node:util';
import { loadReader } from '../../main/scanning/read-image.ts';
import { sharedData } from '../support/shared-data.ts';
import { measureFrames } from './scanning/measure-frames.ts';
import { measurePhotos } from './scanning/measure-photos.ts';
import { photosIn } from './scanning/photo-folder.ts';

const rounded = (_key: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(4)) : value;

/** `npm run -s bench -- scanning [--images DIR] [--seed N] [--json]`: what is read, how quickly, and by whom else. */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { images: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  await loadReader();
  const { shares, ...photos } = await measurePhotos(await photosIn(values.images ?? sharedData('barcodes')));
  const frames = await measureFrames(Number(values.seed));
  const result = {
    qrShare: shares.qrcode,
    aztecShare: shares.aztec,
    dataMatrixShare: shares.datamatrix,
    pdf417Share: shares.pdf417,
    shareOfAnyReader: photos.shareOfAnyReader,
    misreads: photos.misreads + frames.misreads,
    syntheticRatioToZxingLibrary: frames.ratioToZxingLibrary,
    syntheticShareAt3px: frames.shareAt3px,
    p50RatioToZxingLibrary: frames.p50RatioToZxingLibrary,
    p95Ms: frames.p95Ms,
    emptyFrameMs: frames.emptyFrameMs,
    photos,
    frames,
  };
  if (json) console.log(JSON.stringify(result, rounded));
  else console.log(JSON.stringify(result, rounded, 2));
}
