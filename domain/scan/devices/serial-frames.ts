/** A serial scanner sends bytes without borders: a line end closes a code, or silence where none is sent. */
export interface SerialFrames {
  readonly pending: readonly number[];
  readonly isTooLong: boolean;
}

export const noFrames: SerialFrames = { pending: [], isTooLong: false };

/** More than any code holds; a device that never ends a code must not fill the memory. */
const MOST_BYTES = 8_600;
const lineEnds: ReadonlySet<number> = new Set([0x0d, 0x0a, 0x09]);

/** Cuts at line ends. Answers the codes that are complete now. */
export function takeBytes(
  frames: SerialFrames,
  bytes: Uint8Array,
): { readonly frames: SerialFrames; readonly complete: readonly Uint8Array[] } {
  const complete: Uint8Array[] = [];
  let pending = [...frames.pending];
  let { isTooLong } = frames;
  for (const byte of bytes) {
    if (lineEnds.has(byte)) {
      if (pending.length > 0 && !isTooLong) complete.push(Uint8Array.from(pending));
      pending = [];
      isTooLong = false;
    } else if (pending.length < MOST_BYTES) pending.push(byte);
    else isTooLong = true;
  }
  return { frames: { pending, isTooLong }, complete };
}

/** The code that silence ends; undefined where nothing, or too much, was sent. */
export function endBySilence({ pending, isTooLong }: SerialFrames): Uint8Array | undefined {
  return pending.length > 0 && !isTooLong ? Uint8Array.from(pending) : undefined;
}
