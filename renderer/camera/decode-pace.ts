/** What the next picture may cost. */
export type Turn =
  /** Let this picture pass: the decoder has used its share. */
  | 'rest'
  /** Only the cheap attempt, which every picture gets. */
  | 'quick'
  /** The dear attempts too. */
  | 'thorough';

const MOST_SAVED_MS = 100;
/** A picture that got every attempt may be dear: the next ones still get theirs, and it is paid back meanwhile. */
const MOST_OWED_MS = -140;
/** However slow the machine: a dim or slanted code needs the dear attempts while it is held up. */
const LONGEST_WITHOUT_THOROUGH_MS = 1_500;

/**
 * Shares a core between the decoder and everything else. Time that passes earns `share` of itself, decoding
 * spends it: on a slow machine dear attempts become rarer first, then pictures are let pass. Dear attempts never stop.
 */
export function createDecodePace(share: number) {
  let savedMs = MOST_SAVED_MS;
  let earnedAt: number | undefined;
  let thoroughAt = 0;
  return {
    /** `nowMs` must never go back. */
    next(nowMs: number): Turn {
      savedMs = Math.min(MOST_SAVED_MS, savedMs + (nowMs - (earnedAt ?? nowMs)) * share);
      earnedAt = nowMs;
      if (savedMs <= MOST_OWED_MS) return 'rest';
      if (savedMs <= 0 && nowMs - thoroughAt < LONGEST_WITHOUT_THOROUGH_MS) return 'quick';
      thoroughAt = nowMs;
      return 'thorough';
    },
    spend(usedMs: number): void {
      savedMs -= usedMs;
    },
  };
}

export type DecodePace = ReturnType<typeof createDecodePace>;
