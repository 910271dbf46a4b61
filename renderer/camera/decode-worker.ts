import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { readFrame } from '../../decoding/read-symbols.ts';
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
    const symbols = await readFrame(image, isThorough ? THOROUGH_MS : QUICK_MS);
    const usedMs = performance.now() - startedAt;
    return { kind: 'decoded', symbols, width: image.width, height: image.height, usedMs };
  } catch (error) {
    return { kind: 'broken', message: String(error) };
  } finally {
    frame.close();
  }
}
