import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePersons,
  type MatchPerson,
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

test('comparing is symmetric, whatever the names and dates', () => {
  const name = fc.string({ maxLength: 12, unit: 'grapheme' });
  const birthDate = fc.constantFrom('1950', '1950-02', '1950-02-11', '1950-11-02', '2001-02-28', undefined);
  const person = fc.record({ givenName: name, familyName: name, birthDate });
  fc.assert(
    fc.property(person, person, (one, other) => {
      const there = compare(one, other);
      const back = compare(other, one);
      expect(there.bits).toBeCloseTo(back.bits, 9);
      expect(there.reasons).toEqual(back.reasons);
      expect(Number.isFinite(there.bits)).toBe(true);
    }),
  );
});

function judged({ people, truth }: PeopleWithTruth) {
  return precisionAndRecall(findDuplicates(people), truth);
}

test.each([500, 3_000])(
  'of the duplicates among %i invented people 95 in 100 are found, and 95 in 100 of what is found is right',
  (count) => {
    const { precision, recall } = judged(manyPeople(count, 11, inventedPeople(500, 3)));
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  },
);

describeSharedData('published people', () => {
  test.each<[string, () => PeopleWithTruth]>([
    ['the 500 records of RLdata500', rlData500],
    ['3,000 records with their names', () => manyPeople(3_000, 11, rlData500().people)],
  ])('are judged as well: %s', (_, people) => {
    const { precision, recall } = judged(people());
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});
