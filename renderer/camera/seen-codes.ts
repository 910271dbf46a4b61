/** A code that was out of the picture for so long has left it; a shorter gap is a blurred picture. */
export const GONE_AFTER_MS = 1500;

/** Tells a code once for as long as it stays in the picture, and again when it comes back. */
export function createSeenCodes(goneAfterMs = GONE_AFTER_MS) {
  const seenAt = new Map<string, number>();
  return {
    /** Is this code new in the picture? `nowMs` must never go back. */
    isNew(text: string, nowMs: number): boolean {
      for (const [known, at] of seenAt) if (nowMs - at > goneAfterMs) seenAt.delete(known);
      const isKnown = seenAt.has(text);
      seenAt.set(text, nowMs);
      return !isKnown;
    },
  };
}
