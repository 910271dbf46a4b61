import type { DecodeReply, DecodeRequest } from './decode-message.ts';
import { createDecodePace, type DecodePace } from './decode-pace.ts';
import type { DecodedFrame, FrameDecoder } from './frame-decoder.ts';
import { startDecodeWorker } from './start-decode-worker.ts';

/** The decoder's part of one core: with the picture on the screen it stays under 60%. */
const SHARE = 0.35;
/** A picture takes a tenth of a second. A worker that is silent for so long is replaced. */
const SILENT_AFTER_MS = 4000;

/** Decodes in a worker, so that the desk stays quick whatever the camera shows. Replaces a worker that fails. */
export function createWorkerDecoder(
  startWorker: () => Worker = startDecodeWorker,
  pace: DecodePace = createDecodePace(SHARE),
): FrameDecoder {
  let worker: Worker | undefined;
  const discard = () => {
    worker?.terminate();
    worker = undefined;
  };
  return {
    async decode(video) {
      const turn = pace.next(performance.now());
      const frame = turn === 'rest' ? undefined : frameOf(video);
      if (!frame) return undefined;
      worker ??= startWorker();
      const reply = await replyOf(worker, { frame, isThorough: turn === 'thorough' });
      if (reply?.kind !== 'decoded') {
        discard();
        pace.spend(SILENT_AFTER_MS); // a second try right away would fail as well
        return undefined;
      }
      pace.spend(reply.usedMs);
      const { symbols, width, height } = reply;
      return { symbols, width, height } satisfies DecodedFrame;
    },
    close: discard,
  };
}

/** The picture that is shown now; undefined while the video has none. */
function frameOf(video: HTMLVideoElement): VideoFrame | undefined {
  try {
    return new VideoFrame(video);
  } catch {
    return undefined;
  }
}

function replyOf(worker: Worker, request: DecodeRequest): Promise<DecodeReply | undefined> {
  return new Promise((resolve) => {
    const silence = setTimeout(() => resolve(undefined), SILENT_AFTER_MS);
    const end = (reply?: DecodeReply) => {
      clearTimeout(silence);
      resolve(reply);
    };
    worker.onmessage = ({ data }: MessageEvent<DecodeReply>) => end(data);
    worker.onerror = () => end();
    worker.postMessage(request, [request.frame]);
  });
}
