import { distance } from 'fastest-levenshtein';
import type { BirthDate } from '../kernel/plain-date.ts';
import type { PersonDetails } from '../people/events.ts';
import { searchKeyOf } from '../people/search-key.ts';

const MOST_EDITS = 2;
const SHORTEST_FOR_EDITS = 6;

/**
 * Whether two names (folded, family name first) born on one day are likely one person's: same, changed over, one
 * part of the other, or a slip of the pen apart; another figure is no slip. Only ever a reason to ask.
 */
export function namesAreLikelySame(one: string, other: string): boolean {
  if (one === other) return true;
  if (
    Math.abs(one.length - other.length) <= MOST_EDITS &&
    Math.min(one.length, other.length) >= SHORTEST_FOR_EDITS
  )
    if (distance(one, other) <= MOST_EDITS && !/\d/.test(one + other)) return true;
  const [words, others] = [one.split(' '), other.split(' ')];
  const [fewer, more] = words.length <= others.length ? [words, others] : [others, words];
  return fewer.length > 1 && fewer.every((word) => more.includes(word));
}

/** The same words, whichever stands first. */
export function wordsInOrder(name: string): string {
  const space = name.indexOf(' ');
  if (space < 0) return name;
  if (name.includes(' ', space + 1)) return name.split(' ').sort().join(' ');
  // Nearly every name of a list.
  const [first, second] = [name.slice(0, space), name.slice(space + 1)];
  return first <= second ? name : `${second} ${first}`;
}

/** 4 March for 3 April; `undefined` where only one of both exists, or both are one. */
export function swappedBirthDate(date: BirthDate): BirthDate | undefined {
  if (date.length < 10) return undefined;
  const [year, month = '', day = ''] = date.split('-');
  return day > '12' || day === month ? undefined : (`${year}-${day}-${month}` as BirthDate);
}

/** Whether two birth dates may be one: as much of them as both know, or day and month changed over. */
export function birthDatesMayBeOne(one: BirthDate, other: BirthDate): boolean {
  return one.startsWith(other) || other.startsWith(one) || swappedBirthDate(one) === other;
}

/**
 * Whether a number names two people: neither the name nor the birth date agrees. One of them alone may have been
 * corrected, or have come with a marriage.
 */
export function isSomebodyElse(known: PersonDetails, listed: PersonDetails): boolean {
  return (
    !birthDatesMayBeOne(known.birthDate, listed.birthDate) &&
    !namesAreLikelySame(searchKeyOf(known), searchKeyOf(listed))
  );
}
