import type { DecodedSymbol } from '../../decoding/decoded-symbol.ts';

/** To the worker: one picture, handed over and not copied. The worker closes it. */
export interface DecodeRequest {
  readonly frame: VideoFrame;
  readonly isThorough: boolean;
}

/** From the worker: what the picture shows and the time that took, or that it cannot work. */
export type DecodeReply =
  | {
      readonly kind: 'decoded';
      readonly symbols: readonly DecodedSymbol[];
      readonly width: number;
      readonly height: number;
      readonly usedMs: number;
    }
  | { readonly kind: 'broken'; readonly message: string };
