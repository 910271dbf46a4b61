import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { DecodedSymbol } from '../../decoding/decoded-symbol.ts';
import type { GreyImage } from '../../decoding/grey-image.ts';
import { readFrame } from '../../decoding/read-symbols.ts';
import { createSceneMemory } from '../../decoding/scene-memory.ts';
import { loadZxing } from '../../decoding/zxing-reader.ts';
import type { DecodeReply, DecodeRequest } from './decode-message.ts';
import { greyOfFrame } from './grey-of-frame.ts';

const QUICK_MS = 0;
const THOROUGH_MS = 60;

const ready = fetch(wasmUrl)
  .then((response) => response.arrayBuffer())
  .then(loadZxing);

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  void answer(data).then((reply) => postMessage(reply));
});

async function answer({ frame, isThorough }: DecodeRequest): Promise<DecodeReply> {
  try {
    await ready;
    const startedAt = performance.now();
    const image = await greyOfFrame(frame);
    const symbols = await searched(image, isThorough);
    const usedMs = performance.now() - startedAt;
    return { kind: 'decoded', symbols, width: image.width, height: image.height, usedMs };
  } catch (error) {
    return { kind: 'broken', message: String(error) };
  } finally {
    frame.close();
  }
}

const scene = createSceneMemory();

/** A desk on which nothing moves costs a look: what that leaves over goes into the dear attempts. */
async function searched(image: GreyImage, isThorough: boolean): Promise<readonly DecodedSymbol[]> {
  if (!isThorough && scene.showsTheSame(image)) return [];
  const symbols = await readFrame(image, isThorough ? THOROUGH_MS : QUICK_MS);
  if (symbols.length > 0) scene.forget();
  else scene.remember(image);
  return symbols;
}
