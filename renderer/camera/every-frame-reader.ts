import { BrowserCodeReader, type IScannerControls } from '@zxing/browser';
import { MultiFormatReader } from '@zxing/library';
import type { DecodedFrame, FrameDecoder } from './frame-decoder.ts';

/**
 * The camera and its controls are the library's; only its loop is replaced. The library's own one decodes on
 * the main thread and rests between attempts, this one offers every picture to a decoder of our choice.
 */
export class EveryFrameReader extends BrowserCodeReader {
  readonly #decoder: FrameDecoder;
  readonly #onFrame: (frame: DecodedFrame) => void;

  constructor(decoder: FrameDecoder, onFrame: (frame: DecodedFrame) => void) {
    super(new MultiFormatReader());
    this.#decoder = decoder;
    this.#onFrame = onFrame;
  }

  /** Opens the camera, shows it in `video` and searches its pictures until the controls stop it. */
  start(constraints: MediaStreamConstraints, video: HTMLVideoElement): Promise<IScannerControls> {
    return this.decodeFromConstraints(constraints, video, () => undefined);
  }

  /** The latest picture that comes while the decoder is busy is searched right after it; older ones are let pass. */
  override scan(video: HTMLVideoElement, _onResult: unknown, onEnd?: () => void): IScannerControls {
    let isStopped = false;
    let isBusy = false;
    let isWaiting = false;
    let request = 0;
    const search = () => {
      isWaiting = isBusy;
      if (isBusy || isStopped || document.hidden) return;
      isBusy = true;
      void this.#decoder.decode(video).then((frame) => {
        isBusy = false;
        if (frame && !isStopped) this.#onFrame(frame);
        if (isWaiting) search();
      });
    };
    const next = () => {
      if (isStopped) return;
      request = video.requestVideoFrameCallback(next);
      search();
    };
    request = video.requestVideoFrameCallback(next);
    return {
      stop() {
        isStopped = true;
        video.cancelVideoFrameCallback(request);
        onEnd?.();
      },
    };
  }
}
