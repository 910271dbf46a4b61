import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { matchSentence } from '../../../domain/people/matching/match-sentence.ts';
import { trialPeople } from '../../../main/centre/trial-people.ts';
import { searchPeople, suggestPeople } from '../../../main/queries/people/search-people.ts';
import { readScan } from '../../../main/queries/scanning/read-scan.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { prefixesInUse } from '../../../main/store/tables/people/people-search.ts';
import { aPerson, expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
const known: { personId: PersonId; details: ReturnType<typeof aPerson> }[] = [];
const givenNames = [
  'Anna',
  'Jörg',
  'Zoë',
  'Hans-Peter',
  'Thi Hoa',
  'Łukasz',
  'Katharina',
  'François',
  'Ayşe',
  'Björn',
];
const familyNames = [
  'Großmann',
  'Müller-Weiß',
  'von der Heide',
  'Yıldız',
  'D’Angelo',
  'Schäfer',
  'Öztürk',
  'Wiśniewski',
];

beforeAll(async () => {
  opened = await openTestStation();
  for (const [index, details] of trialPeople.entries())
    known.push({
      details,
      personId: expectPerson(opened.station, aPerson({ ...details, phone: `0171 55500${index + 10}` })),
    });
  for (const [at, givenName] of givenNames.entries())
    for (const [index, familyName] of familyNames.entries()) {
      const birthDate = `19${50 + index}-0${1 + (at % 9)}-${12 + at}` as BirthDate;
      const details = aPerson({ givenName, familyName, birthDate });
      known.push({ details, personId: expectPerson(opened.station, details) });
    }
});
afterAll(() => opened.close());

function idsFor(text: string): string[] {
  return searchPeople(opened.station, text).map(({ row }) => row.person_id);
}

const written = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' } as Record<string, string>;
const nameForms: Record<string, (name: string) => string> = {
  'as it stands': (name) => name,
  'umlauts written out': (name) =>
    name.replace(/[äöüß]/gi, (letter) => written[letter.toLowerCase()] ?? letter),
  'without accents': (name) =>
    name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').replace(/ı/g, 'i'),
  'in capitals': (name) => name.toUpperCase(),
  'in small letters': (name) => name.toLowerCase(),
  'with a blank for the hyphen': (name) => name.replace(/[-’]/g, ' '),
  'decomposed as some systems send it': (name) => name.normalize('NFD'),
};
const slips: Record<string, (name: string) => string> = {
  'one letter left out': (name) => name.slice(0, 3) + name.slice(4),
  'two letters changed over': (name) => name.slice(0, 2) + name.charAt(3) + name.charAt(2) + name.slice(4),
  'one letter doubled': (name) => name.slice(0, 3) + name.charAt(2) + name.slice(3),
};
const dateForms: Record<string, (date: string[]) => string> = {
  iso: ([y, m, d]) => `${y}-${m}-${d}`,
  dots: ([y, m, d]) => `${d}.${m}.${y}`,
  short: ([y, m, d]) => `${Number(d)}.${Number(m)}.${y?.slice(2)}`,
  digits: ([y, m, d]) => `${d}${m}${y}`,
  slashes: ([y, m, d]) => `${d}/${m}/${y}`,
  swapped: ([y, m, d]) => (Number(d) <= 12 ? `${m}.${d}.${y}` : `${d}.${m}.${y}`),
};

const whoever = fc.nat().map((seed) => known[seed % known.length] as (typeof known)[number]);

describe('a person is found under every way to write their own name and birth date', () => {
  test('whatever the spelling, the order and the date', () => {
    fc.assert(
      fc.property(
        whoever,
        fc.constantFrom(...Object.values(nameForms)),
        fc.constantFrom(...Object.values(dateForms)),
        fc.constantFrom('family first', 'given first'),
        fc.boolean(),
        ({ personId, details }, write, date, order, isDated) => {
          const [given, family] = [write(details.givenName), write(details.familyName)];
          const name = order === 'family first' ? `${family} ${given}` : `${given} ${family}`;
          const parts = details.birthDate.split('-');
          const text = isDated && parts.length === 3 ? `${name} ${date(parts)}` : name;
          expect(idsFor(text), text).toContain(personId);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('with a slip in the family name', () => {
    fc.assert(
      fc.property(
        whoever.filter(({ details }) => /^\p{L}{6,}$/u.test(details.familyName.replace('ß', '-'))),
        fc.constantFrom(...Object.values(slips)),
        fc.boolean(),
        ({ personId, details }, slip, isAlone) => {
          const text = isAlone
            ? slip(details.familyName)
            : `${slip(details.familyName)} ${details.givenName}`;
          expect(idsFor(text), text).toContain(personId);
        },
      ),
      { numRuns: 150 },
    );
  });

  const apart = (name: string) => /\p{L}\P{L}+\p{L}/u.test(name);
  // Without accents is a slip of its own: two at once are not looked for.
  const { 'without accents': _, ...ownForms } = nameForms;
  const inOne = (name: string) => name.replace(/[^\p{L}\d]+/gu, '');
  test('with a family name that papers write apart typed in one', () => {
    fc.assert(
      fc.property(
        whoever.filter(({ details }) => apart(details.familyName)),
        fc.constantFrom(...Object.values(ownForms)),
        fc.constantFrom('family first', 'given first', 'given name begun'),
        ({ personId, details }, write, order) => {
          const family = inOne(write(details.familyName).normalize('NFC'));
          const given = write(details.givenName);
          const name = order === 'given first' ? `${given} ${family}` : `${family} ${given}`;
          const text = order === 'given name begun' ? name.slice(0, family.length + 3) : name;
          expect(idsFor(text), text).toContain(personId);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    ['Dangelo', 'D’Angelo'],
    ['DANGELO', 'D’Angelo'],
    ['vonderheide', 'von der Heide'],
    ['vonder heide', 'von der Heide', 'Name teilweise gleich'],
    ['von derheide', 'von der Heide'],
    ['Alsayed', 'Al-Sayed'],
    ['Grosslindemann', 'Groß-Lindemann'],
    ['Großlindemann', 'Groß-Lindemann'],
    ['Kirch Hoff', 'Kirchhoff'],
  ])(
    '%s finds %s, whatever the given name, before anybody else',
    (typed, familyName, reason = 'Name nur anders zusammengeschrieben') => {
      for (const givenName of ['Yara', 'Quirin'])
        expectPerson(opened.station, aPerson({ familyName, givenName }));
      const found = searchPeople(opened.station, typed);
      expect(found[0]?.row.family_name).toBe(familyName);
      expect(found.map(({ row }) => row.given_name)).toEqual(expect.arrayContaining(['Quirin']));
      expect(found.every(({ isExact }) => !isExact)).toBe(true);
      const [hit] = searchPeople(opened.station, `Quirin ${typed}`);
      expect(hit?.row).toMatchObject({ family_name: familyName, given_name: 'Quirin' });
      expect(hit && matchSentence(hit.reasons).de).toBe(reason);
    },
  );

  test('by one part of a double name', () => {
    const anna = known.find(
      ({ details }) => details.familyName === 'Müller-Weiß' && details.givenName === 'Anna',
    );
    for (const text of ['Müller Anna', 'Weiß Anna', 'Anna Weiss', 'weiss an'])
      expect(idsFor(text), text).toContain(anna?.personId);
    const peter = known.find(
      ({ details }) => details.familyName === 'Müller' && details.givenName === 'Hans-Peter',
    );
    for (const text of ['Peter Müller', 'Müller Hans', 'Müller, Hans Peter'])
      expect(idsFor(text), text).toContain(peter?.personId);
  });
});

describe('the reason is told', () => {
  function reasonFor(text: string, givenName: string): string | undefined {
    const hit = searchPeople(opened.station, text).find(({ row }) => row.given_name === givenName);
    return hit && matchSentence(hit.reasons).de;
  }
  test.each([
    ['Mustremann 12.8.64', 'Erika', 'gleiches Geburtsdatum, Name fast gleich geschrieben'],
    ['Schmitt Katharina 11.10.1969', 'Katharina', 'gleiches Geburtsdatum, Name fast gleich geschrieben'],
    ['Mustermann Erika 8.12.1964', 'Erika', 'Tag und Monat vertauscht, gleicher Name'],
    ['Mustermann Erika', 'Erika', 'gleicher Name'],
    ['Muster', 'Erika', 'Name beginnt so'],
    ['Al-Sayed 5.6.1983', 'Amira', 'Geburtsdatum passt, soweit bekannt, gleicher Name'],
    ['+49 171 5550010', 'Erika', 'gleiche Telefonnummer'],
    ['0171 555001', 'Erika', 'Telefonnummer beginnt so'],
  ])('%s', (text, givenName, reason) => {
    expect(reasonFor(text, givenName)).toBe(reason);
  });

  test('the exact hit comes first', () => {
    const [first] = searchPeople(opened.station, 'Meyer Dieter');
    expect(first?.row).toMatchObject({ given_name: 'Dieter', family_name: 'Meyer' });
    expect(first?.isExact).toBe(true);
  });
});

test('a pass number finds its person, however it was typed', () => {
  const { personId } = known[0] as (typeof known)[number];
  const number = shortNumberOf(passOf(opened.station.db, personId)?.pass_id as never);
  expect(idsFor(number.replaceAll('-', '').toLowerCase())).toEqual([personId]);
});

test('nothing, signs and hostile text find nobody and break nothing', () => {
  for (const text of [
    '',
    '   ',
    '%',
    '_',
    "'; DROP TABLE person; --",
    '😀😀',
    '\u202e',
    '<script>',
    'x'.repeat(4000),
  ])
    expect(() => searchPeople(opened.station, text)).not.toThrow();
  expect(idsFor('%')).toEqual([]);
});

test('of many prefixes just those are in use that a name begins with', () => {
  const { db } = opened.station;
  const keys = db.all<{ search_key: string }>('SELECT search_key FROM person').map((row) => row.search_key);
  const begun = fc.tuple(fc.constantFrom(...keys), fc.nat(12)).map(([key, length]) => key.slice(0, length));
  const made = fc.string({ unit: fc.constantFrom('a', 'e', 'm', 's', 'z', ' '), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.oneof(begun, made), { maxLength: 40 }), (prefixes) => {
      const inUse = prefixes.filter((prefix) => keys.some((key) => key.startsWith(prefix)));
      expect(prefixesInUse(db, prefixes)).toEqual(inUse.sort());
    }),
  );
});

test('what is typed so far is answered from the beginning of any name', () => {
  const begun = suggestPeople(opened.station, 'wis', 8).map(({ row }) => row.family_name);
  expect(begun.length).toBeGreaterThan(0);
  expect(new Set(begun)).toEqual(new Set(['Wiśniewski']));
});

test('at the desk more than twenty are never called twenty, and a day that does not exist is named', () => {
  const hamster = (index: number) =>
    aPerson({ givenName: `Ina${String.fromCharCode(97 + index)}`, familyName: 'Hamster' });
  for (let index = 0; index < 20; index++) expectPerson(opened.station, hamster(index));
  const typed = (text: string) => readScan(opened.station, [text], 'typed');
  expect(typed('Hamster')).toMatchObject({ kind: 'people', hasMore: false });
  for (let index = 20; index < 25; index++) expectPerson(opened.station, hamster(index));
  const reading = typed('Hamster');
  expect(reading).toMatchObject({ kind: 'people', hasMore: true, hasBirthDate: false });
  expect(typed('Hamster 1950')).toMatchObject({ kind: 'people', hasBirthDate: true });
  expect(reading.kind === 'people' && reading.people).toHaveLength(20);
  expect(typed('31.02.1990')).toMatchObject({ kind: 'refused', reason: 'no-such-day' });
  expect(typed('Xqzw')).toMatchObject({ kind: 'refused', reason: 'nobody-found' });
});

test('a suggestion for a date with day and month changed over says so', () => {
  const [hit] = suggestPeople(opened.station, '08/12/1964', 8);
  expect(hit && matchSentence(hit.reasons).de).toContain('Tag und Monat vertauscht');
});
