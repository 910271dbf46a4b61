import {
  comparePersons,
  type MatchPerson,
  type MatchReason,
  type NameFrequencies,
  type PreparedPerson,
  preparePerson,
} from './compare-persons.ts';

export interface DuplicatePair {
  /** Indexes into the list, the smaller first. */
  readonly one: number;
  readonly other: number;
  /** How likely both are one person, 0 to 1. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

const LEAST_SCORE = 0.4;
const PRIOR_ROUNDS = 20;
/** A block of this size is a value that everybody has: it brings nobody together. */
const MOST_IN_BLOCK = 400;

/**
 * The pairs of a list that are likelier one person than two. How common each name is and how many duplicates to
 * expect are both taken from the list itself, so that a file of ten thousand is compared more strictly than a short one.
 */
export function findDuplicates(people: readonly MatchPerson[]): DuplicatePair[] {
  const prepared = people.map(preparePerson);
  const frequencies = frequenciesIn(prepared);
  const compared = candidatePairs(prepared).map(([one, other]) => {
    const pair = [prepared[one] as PreparedPerson, prepared[other] as PreparedPerson] as const;
    return { one, other, ...comparePersons(...pair, frequencies) };
  });
  const priorBits = estimatePrior(
    compared.map(({ bits }) => bits),
    people.length,
  );
  return compared
    .map(({ one, other, bits, reasons }) => ({ one, other, score: probability(bits + priorBits), reasons }))
    .filter(({ score }) => score > LEAST_SCORE)
    .sort((a, b) => a.one - b.one || a.other - b.other);
}

/** Pairs that share something a single error cannot take away, whichever field the error is in. */
function candidatePairs(people: readonly PreparedPerson[]): [number, number][] {
  const blocks = new Map<string, number[]>();
  for (const [index, person] of people.entries())
    for (const key of blockKeys(person)) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
  const seen = new Set<number>();
  const pairs: [number, number][] = [];
  for (const block of blocks.values()) {
    if (block.length > MOST_IN_BLOCK) continue;
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1)) {
        const key = one * people.length + other;
        if (one === other || seen.has(key)) continue;
        seen.add(key);
        pairs.push([one, other]);
      }
  }
  return pairs;
}

/** Each leaves out another part of the record; names in alphabetical order, so that swapped ones meet. */
export function blockKeys({ given, family, birth }: PreparedPerson): string[] {
  const names = [given.words[0] ?? '', family.words[0] ?? ''].sort();
  const sounds = [given.sound.split(' ')[0] ?? '', family.sound.split(' ')[0] ?? ''].sort();
  const keys = [`n ${names.join(' ')}`, `s ${sounds.join(' ')}`];
  if (!birth) return keys;
  const { year, month = 0, day = 0 } = birth;
  keys.push(`d ${year} ${Math.min(month, day)} ${Math.max(month, day)}`);
  for (const name of new Set([...given.words, ...family.words])) {
    const start = name.slice(0, 3);
    keys.push(`ym ${start} ${year} ${month}`, `yd ${start} ${year} ${day}`, `md ${start} ${month} ${day}`);
  }
  return keys;
}

function frequenciesIn(people: readonly PreparedPerson[]): NameFrequencies {
  return {
    given: frequencyOf(people.map(({ given }) => given.folded)),
    family: frequencyOf(people.map(({ family }) => family.folded)),
  };
}

/** Half a count less: a spelling that stands in one record only is most often a slip, and rarer than it seems. */
function frequencyOf(names: readonly string[]): (folded: string) => number {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (folded) => ((counts.get(folded) ?? 1) - 0.5) / names.length;
}

/** The share of duplicates that explains the comparisons best, as log2 odds of any pair (EM on the prior alone). */
function estimatePrior(bits: readonly number[], people: number): number {
  const pairs = Math.max(1, (people * (people - 1)) / 2);
  let expected = Math.max(1, people * 0.05);
  for (let round = 0; round < PRIOR_ROUNDS; round++) {
    const odds = oddsBits(expected, pairs);
    expected = Math.max(
      0.5,
      bits.reduce((sum, each) => sum + probability(each + odds), 0),
    );
  }
  return oddsBits(expected, pairs);
}

function oddsBits(expected: number, pairs: number): number {
  const share = Math.min(expected / pairs, 0.5);
  return Math.log2(share / (1 - share));
}

function probability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}
