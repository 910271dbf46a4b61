import { distance } from 'fastest-levenshtein';

const MOST_EDITS = 2;
const SHORTEST_FOR_EDITS = 6;

/**
 * Whether two names (folded, family name first) born on one day are likely one person's: same, changed over, one
 * part of the other, or a slip of the pen apart. Only ever a reason to ask.
 */
export function namesAreLikelySame(one: string, other: string): boolean {
  if (one === other) return true;
  if (
    Math.abs(one.length - other.length) <= MOST_EDITS &&
    Math.min(one.length, other.length) >= SHORTEST_FOR_EDITS
  )
    if (distance(one, other) <= MOST_EDITS) return true;
  const [words, others] = [one.split(' '), other.split(' ')];
  const [fewer, more] = words.length <= others.length ? [words, others] : [others, words];
  return fewer.length > 1 && fewer.every((word) => more.includes(word));
}
