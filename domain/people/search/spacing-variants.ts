import { isParticle } from '../search-key.ts';

const shortest = 4;
/** Longer ones cost too many look-ups. */
const longest = 40;
/** `d angelo`, but not `angel o`: what stands behind is a name. */
const shortestBehind = 2;

/**
 * A folded name as others space it: one space more or less at any place, and two more behind a particle
 * (`vonderheide`, `von der heide`). Papers write D’Angelo, Al-Sayed and Groß-Lindemann, people type them in one.
 */
export function spacingVariants(name: string): Set<string> {
  const found = new Set<string>();
  if (name.length < shortest || name.length > longest) return found;
  for (const [front, back] of cutsOf(name)) {
    found.add(`${front} ${back}`);
    if (isParticle(front)) for (const [second, rest] of cutsOf(back)) found.add(`${front} ${second} ${rest}`);
  }
  for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1))
    found.add(name.slice(0, at) + name.slice(at + 1));
  return found;
}

/** The places where a space can be put in. */
function cutsOf(name: string): [string, string][] {
  const cuts: [string, string][] = [];
  for (let at = 1; at <= name.length - shortestBehind; at++)
    if (name.charAt(at - 1) !== ' ' && name.charAt(at) !== ' ')
      cuts.push([name.slice(0, at), name.slice(at)]);
  return cuts;
}
