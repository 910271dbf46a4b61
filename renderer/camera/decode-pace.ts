/** What the next picture may cost. */
export type Turn =
  /** Let this picture pass: the decoder has used its share. */
  | 'rest'
  /** Only the cheap attempt, which every picture gets. */
  | 'quick'
  /** The dear attempts too. */
  | 'thorough';

const MOST_SAVED_MS = 150;
const MOST_OWED_MS = -60;

/**
 * Shares a core between the decoder and everything else. Time that passes earns `share` of itself, decoding
 * spends it: on a slow machine dear attempts become rarer first, and only then pictures are let pass.
 */
export function createDecodePace(share: number) {
  let savedMs = MOST_SAVED_MS;
  let earnedAt: number | undefined;
  return {
    /** `nowMs` must never go back. */
    next(nowMs: number): Turn {
      savedMs = Math.min(MOST_SAVED_MS, savedMs + (nowMs - (earnedAt ?? nowMs)) * share);
      earnedAt = nowMs;
      if (savedMs > 0) return 'thorough';
      return savedMs > MOST_OWED_MS ? 'quick' : 'rest';
    },
    spend(usedMs: number): void {
      savedMs -= usedMs;
    },
  };
}

export type DecodePace = ReturnType<typeof createDecodePace>;
