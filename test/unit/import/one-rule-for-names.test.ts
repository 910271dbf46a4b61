import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../../domain/import/csv-text.ts';
import { guessPlan } from '../../../domain/import/guess-columns.ts';
import { readPersonRow } from '../../../domain/import/read-person-row.ts';
import { recordSplitter } from '../../../domain/import/split-records.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { decideRegister, unknownPerson } from '../../../domain/people/person.ts';
import { personId } from '../../support/events.ts';
import { rowContext } from '../../support/row-context.ts';

const { today } = rowContext;
const header = ['Nachname', 'Vorname', 'Geburtsdatum'];

/** The names as the record would have them; undefined where they are refused at the desk. */
function registered(givenName: string, familyName: string) {
  const details = { givenName, familyName, birthDate: '1985-03-12' as BirthDate, language: 'de' } as const;
  const decided = decideRegister(unknownPerson, { personId, details, source: 'desk', today });
  return decided.ok ? decided.value[0]?.data.personal?.details : undefined;
}

/** The same names, written into a file as an export has them and read from it again. */
function readBack(givenName: string, familyName: string) {
  const splitter = recordSplitter(';');
  const records = [...splitter.push(csvLine([familyName, givenName, '1985-03-12'])), ...splitter.end()];
  const cells = records.flatMap((record) => ('cells' in record ? [record.cells] : []))[0] ?? [];
  return readPersonRow(cells, guessPlan([header, cells]), rowContext);
}

const signs = [
  '-',
  '’',
  "'",
  '.',
  ' ',
  '2',
  '"',
  ';',
  '<',
  '_',
  '😀',
  '\u200b',
  '\u202e',
  '\ufffd',
  '\u0301',
];
const letters = ['a', 'Z', 'ß', 'É', 'ı', 'ş', 'م', 'ح', '李', '𠮷', 'Я', 'ก'];
const name = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...letters, ...signs), maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 110 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

test('what the desk accepts as a name, the import accepts from an exported file', () => {
  let taken = 0;
  fc.assert(
    fc.property(name, name, (givenName, familyName) => {
      const kept = registered(givenName, familyName);
      if (!kept) return;
      taken += 1;
      expect(readBack(kept.givenName, kept.familyName)).toMatchObject({ ok: true });
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(100);
});

test('what the import accepts as a name, the desk accepts too', () => {
  let taken = 0;
  fc.assert(
    fc.property(name, name, (givenName, familyName) => {
      const read = readBack(givenName, familyName);
      if (!read.ok) return;
      taken += 1;
      // A cell of `-` says in lists that there is nothing.
      const { details } = read.value;
      expect(registered(details.givenName, details.familyName)).toBeDefined();
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(100);
});

test.each([
  ['Dopplerich-<i>Ä😀', 'Ina'],
  ['Qqmüller<b>', 'Ina'],
  ['Berg', 'An\u200bna 🎉'],
])('%s, %s is refused both ways', (familyName, givenName) => {
  expect(registered(givenName, familyName)).toBeUndefined();
  expect(readBack(givenName, familyName)).toMatchObject({ ok: false });
});

test.each([
  ['D’Angelo', 'Jean 2'],
  ["O'Neill", 'Anna-Lena'],
  ['’t Hooft', 'J. R. R.'],
  ['‘Okina', 'Kaʻiulani'],
  ['الحسيني', 'محمد'],
  ['李', '小龙'],
  ['Suharto', ''],
])('%s, %s is taken both ways', (familyName, givenName) => {
  expect(registered(givenName, familyName)).toMatchObject({ givenName, familyName });
  expect(readBack(givenName, familyName)).toMatchObject({ value: { details: { givenName, familyName } } });
});
