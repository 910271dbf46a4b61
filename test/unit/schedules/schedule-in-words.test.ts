import { expect, test } from 'vitest';
import type { ScheduleBook, TargetDoseRule } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { covid19Campaign } from '../../../domain/schedules/german/covid-19-campaign.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { influenza } from '../../../domain/schedules/german/influenza.ts';
import { scheduleTitle } from '../../../domain/schedules/german/schedule-titles.ts';
import { doseInWords } from '../../../domain/schedules/words/dose-in-words.ts';
import { spanInWords } from '../../../domain/schedules/words/span-in-words.ts';

test.each([
  ['21 days', '21 Tagen', '21 days'],
  ['1 year', '1 Jahr', '1 year'],
  ['12 months - 4 days', '12 Monaten minus 4 Tagen', '12 months minus 4 days'],
  ['3 months + 1 week', '3 Monaten und 1 Woche', '3 months and 1 week'],
])('a span of %s reads: nach %s', (span, de, en) => {
  expect(spanInWords(span)).toEqual({ de, en });
});

const dosesOf = (book: ScheduleBook): readonly TargetDoseRule[] =>
  book.antigens.flatMap(({ series }) => series.flatMap(({ doses }) => doses));
const wordsOf = (book: ScheduleBook) =>
  dosesOf(book).map((dose) =>
    doseInWords(dose, (code) => book.products.find((product) => product.code === code)?.name ?? code),
  );

test('the campaign reads: from 12 years, the second dose 21 to 28 days after the first', () => {
  expect(wordsOf(covid19Campaign).map((dose) => dose.map(({ de }) => de))).toEqual([
    ['Alter: ab 12 Jahren.', 'Impfstoff: COVID-19, mRNA.'],
    [
      'Abstand zur Dosis davor: frühestens nach 21 Tagen, empfohlen ab 21 Tagen, empfohlen bis 28 Tagen.',
      'Impfstoff: COVID-19, mRNA.',
    ],
  ]);
});

test('a yearly dose names its season, for whom each vaccine is, and when it is not needed', () => {
  expect(wordsOf(influenza)[1]?.map(({ en }) => en)).toEqual([
    'Age: from 6 months.',
    'Interval from the dose before: at the earliest after 4 weeks.',
    'Every year from 1 October to 31 March; a dose from 1 July on counts for it.',
    'Vaccine: Influenza, Standarddosis (below 60 years); Influenza, Hochdosis oder adjuvantiert (from 50 years).',
    'Also counts: Influenza, Standarddosis (from 60 years).',
    'Not needed from the age of 9 years or after more than 1 valid dose.',
  ]);
});

test.each(germanSchedules.map((book) => [book.book, book] as const))(
  '%s has a title, and every rule of it words in both languages',
  (name, book) => {
    expect(scheduleTitle(name).de).not.toBe(name);
    for (const sentences of wordsOf(book)) {
      expect(sentences.length).toBeGreaterThan(0);
      for (const { de, en } of sentences) {
        expect(de).toMatch(/^[A-ZÄÖÜ].*\S\.$/);
        expect(en).toMatch(/^[A-Z].*\S\.$/);
        expect(`${de}${en}`).not.toMatch(/undefined|: \.|\(\)/);
      }
    }
  },
);
