import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePersons,
  type MatchPerson,
  type NameFrequencies,
  ordinaryNames,
  preparePerson,
} from '../../../domain/people/matching/compare-persons.ts';
import { findDuplicates } from '../../../domain/people/matching/find-duplicates.ts';
import { matchSentence } from '../../../domain/people/matching/match-sentence.ts';
import { describeSharedData } from '../../support/describe-shared-data.ts';
import {
  inventedPeople,
  manyPeople,
  type PeopleWithTruth,
  precisionAndRecall,
  rlData500,
} from '../../support/duplicate-people.ts';

function compare(one: MatchPerson, other: MatchPerson) {
  return comparePersons(preparePerson(one), preparePerson(other));
}

const anna: MatchPerson = { givenName: 'Anna', familyName: 'Müller', birthDate: '1992-07-08' };
/** What a register would ask before it calls two people of a town one. */
const likelyBits = 12;

describe('two records look like one person', () => {
  test.each<[string, MatchPerson, string]>([
    ['spelled with ue', { ...anna, familyName: 'Mueller' }, 'gleiches Geburtsdatum, gleicher Name'],
    [
      'without the umlaut',
      { ...anna, familyName: 'Muller' },
      'gleiches Geburtsdatum, Name fast gleich geschrieben',
    ],
    [
      'married, with a double name',
      { ...anna, familyName: 'Müller-Weiß' },
      'gleiches Geburtsdatum, Name teilweise gleich',
    ],
    [
      'names in the wrong fields',
      { ...anna, givenName: 'Müller', familyName: 'Anna' },
      'gleiches Geburtsdatum, Vor- und Nachname vertauscht',
    ],
    [
      'day and month swapped',
      { ...anna, birthDate: '1992-08-07' },
      'Tag und Monat vertauscht, gleicher Name',
    ],
    [
      'one digit of the year wrong',
      { ...anna, birthDate: '1982-07-08' },
      'Geburtsdatum fast gleich, gleicher Name',
    ],
    [
      'one slip in the given name',
      { ...anna, givenName: 'Ana' },
      'gleiches Geburtsdatum, Name fast gleich geschrieben',
    ],
  ])('%s', (_, other, reason) => {
    const { bits, reasons } = compare(anna, other);
    expect(matchSentence(reasons).de).toBe(reason);
    expect(bits).toBeGreaterThan(likelyBits - 4);
  });

  test('a name that sounds alike is told as such', () => {
    const { reasons } = compare({ ...anna, familyName: 'Schmidt' }, { ...anna, familyName: 'Schmiedd' });
    expect(['name-similar', 'name-sounds-alike', 'name-partly-same']).toContain(reasons[1]);
  });

  test('the same insurance number outweighs a changed name', () => {
    const number = { insuranceNumber: 'A123456780' };
    expect(
      compare({ ...anna, ...number }, { ...anna, ...number, familyName: 'Yıldız' }).bits,
    ).toBeGreaterThan(likelyBits);
  });
});

describe('two records do not look like one person', () => {
  test.each<[string, MatchPerson]>([
    ['namesakes', { ...anna, birthDate: '1951-03-22' }],
    ['strangers', { givenName: 'Hans', familyName: 'Weiß', birthDate: '1951-03-02' }],
  ])('%s', (_, other) => {
    expect(compare(anna, other).bits).toBeLessThan(likelyBits);
  });

  test('twins look less alike than one person with a slip in the name', () => {
    const twin = compare(anna, { ...anna, givenName: 'Lena' });
    const slip = compare(anna, { ...anna, givenName: 'Ana' });
    expect(slip.bits - twin.bits).toBeGreaterThan(4);
    expect(twin.reasons).toEqual(['same-birth-date']);
  });
});

describe('whichever record comes first, a comparison says the same', () => {
  const graphemes = fc.string({ maxLength: 12, unit: 'grapheme' });
  /** Of few letters, so that words of two names meet often. */
  const fewLetters = fc.string({ maxLength: 9, unit: fc.constantFrom('a', 'b', 'n', ' ') });
  const name = fc.oneof(graphemes, fewLetters);
  const birthDate = fc.constantFrom('1950', '1950-02', '1950-02-11', '1950-11-02', '2001-02-28', undefined);
  const person = fc.record({ givenName: name, familyName: name, birthDate });
  /** As in a file, where each name is as common as it is. */
  const byLength = (folded: string) => 0.001 * (1 + folded.length + (folded.charCodeAt(0) % 7));
  const asInAFile: NameFrequencies = { given: byLength, family: byLength };

  test.each([
    ['ordinary names', ordinaryNames],
    ['names that are each as common as in a file', asInAFile],
  ])('for %s, and whatever the names and dates', (_, frequencies) => {
    fc.assert(
      fc.property(person, person, (one, other) => expectSymmetric(one, other, frequencies)),
      { numRuns: 2_000 },
    );
  });

  test.each<[string, MatchPerson, MatchPerson]>([
    [
      'a word of two letters beside one of three',
      { givenName: '', familyName: 'aaa', birthDate: '1950' },
      { givenName: 'aa aa', familyName: 'b', birthDate: '1950' },
    ],
    [
      'a character beyond the 16 bits of a code unit',
      { givenName: '', familyName: '0 𐿂', birthDate: '1950' },
      { givenName: '𐿂聠', familyName: 'A', birthDate: '1950' },
    ],
    [
      'names in the other order, one more common than the other',
      { ...anna, givenName: 'Anna Maria' },
      { ...anna, givenName: 'Maria Anna' },
    ],
    [
      'double names that share a word with a slip',
      { ...anna, familyName: 'Müller Weiß' },
      { ...anna, familyName: 'Möller' },
    ],
  ])('%s', (_, one, other) => {
    expectSymmetric(one, other, ordinaryNames);
    expectSymmetric(one, other, asInAFile);
  });
});

function expectSymmetric(one: MatchPerson, other: MatchPerson, frequencies: NameFrequencies): void {
  const [first, second] = [preparePerson(one), preparePerson(other)];
  const there = comparePersons(first, second, frequencies);
  const back = comparePersons(second, first, frequencies);
  expect(there.bits).toBeCloseTo(back.bits, 9);
  expect(there.reasons).toEqual(back.reasons);
  expect(Number.isFinite(there.bits)).toBe(true);
}

function measured({ people, truth }: PeopleWithTruth) {
  return precisionAndRecall(findDuplicates(people), truth);
}

test.each([500, 3_000])(
  'of the duplicates among %i invented people 95 in 100 are found, and 95 in 100 of what is found is right',
  (count) => {
    const { precision, recall } = measured(manyPeople(count, 11, inventedPeople(500, 3)));
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  },
);

describeSharedData('published people', () => {
  test.each<[string, () => PeopleWithTruth]>([
    ['the 500 records of RLdata500', rlData500],
    ['3,000 records with their names', () => manyPeople(3_000, 11, rlData500().people)],
  ])('are matched as well: %s', (_, people) => {
    const { precision, recall } = measured(people());
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});
