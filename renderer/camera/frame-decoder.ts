import type { DecodedSymbol } from '../../decoding/decoded-symbol.ts';

/** Whatever finds symbols in a camera picture. The camera does not know which library that is. */
export interface FrameDecoder {
  /**
   * The symbols in the picture that the video shows now; undefined where the decoder let this picture pass
   * because it was busy or had to rest. Never rejects: a decoder that breaks mends itself.
   */
  decode(video: HTMLVideoElement): Promise<DecodedFrame | undefined>;
  close(): void;
}

/** What was found in one picture. An empty picture has no symbols. */
export interface DecodedFrame {
  readonly symbols: readonly DecodedSymbol[];
  /** Size of the picture that was searched, in pixels: corners are measured in it. */
  readonly width: number;
  readonly height: number;
}
