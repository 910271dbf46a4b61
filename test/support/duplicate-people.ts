import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { MatchPerson } from '../../domain/people/matching/compare-persons.ts';
import type { DuplicatePair } from '../../domain/people/matching/find-duplicates.ts';
import { familyNames, givenNames } from './common-names.ts';
import { sharedData } from './shared-data.ts';

export interface PeopleWithTruth {
  readonly people: MatchPerson[];
  /** For each person the true one behind it: equal means one person. */
  readonly truth: number[];
}

/** The published file of 500 German records, 50 of them there twice with slips. */
export function rlData500(): PeopleWithTruth {
  const rows = parse(readFileSync(sharedData('persons', 'RLdata500.csv')), { from_line: 2 }) as string[][];
  const truth = parse(readFileSync(sharedData('persons', 'identity.RLdata500.csv')), {
    from_line: 2,
  }) as string[][];
  return { people: rows.map(personOfRow), truth: truth.map(([, id]) => Number(id)) };
}

/** Whom nobody ever was: names as unevenly common as in life. */
export function inventedPeople(count: number, seed: number): MatchPerson[] {
  const random = seededRandom(seed);
  // The square makes the first names of a list the common ones.
  const pick = (names: readonly string[]) => names[Math.floor(random() ** 2 * names.length)] as string;
  return Array.from({ length: count }, () => ({
    givenName: pick(givenNames),
    familyName: pick(familyNames),
    birthDate: someDate(random),
  }));
}

/** A longer file, with the names of `known`; every tenth record is a second one with one slip or two. */
export function manyPeople(count: number, seed: number, known: readonly MatchPerson[]): PeopleWithTruth {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const originals = Array.from({ length: Math.round(count * 0.9) }, () => ({
    givenName: pick(known).givenName,
    familyName: pick(known).familyName,
    birthDate: someDate(random),
  }));
  const people: MatchPerson[] = [...originals];
  const truth = originals.map((_, index) => index);
  while (people.length < count) {
    const index = Math.floor(random() * originals.length);
    const once = withSlip(originals[index] as MatchPerson, random);
    people.push(random() < 0.1 ? withSlip(once, random) : once);
    truth.push(index);
  }
  return { people, truth };
}

/** How many of the pairs found are true, and how many true ones were found. */
export function precisionAndRecall(found: readonly DuplicatePair[], truth: readonly number[]) {
  const sizes = new Map<number, number>();
  for (const id of truth) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const right = found.filter(({ one, other }) => truth[one] === truth[other]).length;
  return { precision: right / found.length, recall: right / all };
}

function personOfRow(row: string[]): MatchPerson {
  const [, given1, given2, family1, family2, year, month, day] = row;
  const name = (...parts: (string | undefined)[]) => parts.filter((part) => part && part !== 'NA').join(' ');
  return {
    givenName: name(given1, given2),
    familyName: name(family1, family2),
    birthDate: date(Number(year), Number(month), Number(day)),
  };
}

function withSlip(person: MatchPerson, random: () => number): MatchPerson {
  const [year = 0, month = 0, day = 0] = (person.birthDate ?? '').split('-').map(Number);
  const step = random() < 0.5 ? 1 : -1;
  const within = (value: number, most: number) => Math.min(most, Math.max(1, value));
  const kind = random();
  if (kind < 0.25) return { ...person, givenName: slipped(person.givenName, random) };
  if (kind < 0.55) return { ...person, familyName: slipped(person.familyName, random) };
  if (kind < 0.75) return { ...person, birthDate: date(year + step * (random() < 0.7 ? 10 : 3), month, day) };
  if (kind < 0.87) return { ...person, birthDate: date(year, within(month + step, 12), day) };
  return { ...person, birthDate: date(year, month, within(day + step * (random() < 0.6 ? 1 : 9), 28)) };
}

function slipped(name: string, random: () => number): string {
  const at = Math.floor(random() * name.length);
  const letter = String.fromCharCode(65 + Math.floor(random() * 26));
  const kind = random();
  if (kind < 0.4) return name.slice(0, at) + letter + name.slice(at);
  if (kind < 0.75 || name.length < 4) return name.slice(0, at) + letter + name.slice(at + 1);
  return name.slice(0, at) + name.slice(at + 1);
}

function someDate(random: () => number): string {
  return date(1925 + Math.floor(random() * 80), 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28));
}

function date(year: number, month: number, day: number): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** mulberry32: small, seeded, good enough to make test data. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
