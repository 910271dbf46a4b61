/** A small seeded generator (mulberry32): a campaign can be repeated exactly. */
export function randomSource(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A text like the given one, changed in one to six places, never longer than a little over the limit. */
export function mutate(text: string, other: string, { random, words, codes = 128 }: Mutation): string {
  let changed = text;
  for (let i = random(6); i >= 0; i--) changed = changeOnce(changed, other, { random, words, codes });
  return changed.slice(0, 4400);
}

export interface Mutation {
  readonly random: (below: number) => number;
  /** Pieces that the readers look for. */
  readonly words: readonly string[];
  /** How many different characters there are: 128 in texts, 256 where a character stands for a byte. */
  readonly codes?: number;
}

function changeOnce(text: string, other: string, { random, words, codes = 128 }: Mutation): string {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + 1 + random(8));
  const word = words[random(words.length)] ?? '';
  switch (random(8)) {
    case 0:
      return text.slice(0, at) + word + text.slice(at);
    case 1:
      return text.slice(0, at) + word + text.slice(end);
    case 2:
      return text.slice(0, at) + text.slice(end);
    case 3:
      return text.slice(0, at) + text.slice(at, end) + text.slice(at);
    case 4:
      return text.slice(0, at) + String.fromCharCode(random(codes)) + text.slice(at + 1);
    case 5:
      return text.slice(0, at) + other.slice(random(other.length + 1));
    case 6:
      return text.slice(0, at) + text.slice(at, end).repeat(1 + random(12)) + text.slice(end);
    default:
      return text.slice(0, at) + String(random(10)) + text.slice(at + 1);
  }
}
