import { expect, test } from 'vitest';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { products } from '../../../domain/products/catalogue.ts';
import { compileBook } from '../../../domain/schedules/evaluation/compile-book.ts';
import type { Sex } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { scheduleCodeOf } from '../../../domain/schedules/german/catalogue-codes.ts';
import { covid19Campaign } from '../../../domain/schedules/german/covid-19-campaign.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { misfitsOfDates } from '../../../domain/schedules/planned-dates.ts';
import { misfitSentence } from '../../../domain/schedules/words/misfit-sentence.ts';

const book = compileBook(covid19Campaign);
const [group] = book.groups.values();
if (!group) throw new Error('the campaign without a group');
const schedule = { book, group };
const date = (on: string) => ({ on: on as PlainDate, product: 'covid-mrna' });

function said(bornOn: string, given: string[], planned: string[]) {
  const person = { bornOn: bornOn as PlainDate, sex: 'unknown' as Sex, doses: given.map(date) };
  return misfitsOfDates(schedule, person, planned.map(date), '2021-06-20' as PlainDate).map(
    (misfit) => misfit && misfitSentence(misfit).de,
  );
}

test.each([
  ['a first and a second date that fit', [], ['2021-07-01', '2021-07-22'], [undefined, undefined]],
  [
    'a second date too early after the first one that is planned',
    [],
    ['2021-07-01', '2021-07-21'],
    [undefined, 'Zu früh: frühestens am 22.07.2021.'],
  ],
  [
    'a second date too early after the dose that was given',
    ['2021-06-15'],
    ['2021-07-05'],
    ['Zu früh: frühestens am 06.07.2021.'],
  ],
  [
    'a second date later than recommended',
    ['2021-06-15'],
    ['2021-09-01'],
    ['Später als empfohlen (bis 12.07.2021); die Dosis zählt trotzdem.'],
  ],
  [
    'a date after a series that is complete',
    ['2021-05-01', '2021-06-01'],
    ['2021-09-01'],
    ['Die Impfserie ist vollständig.'],
  ],
])('%s', (_, given, planned, expected) => {
  expect(said('1980-05-01', given, planned)).toEqual(expected);
});

test('a date of a child who is too young is too early until the twelfth birthday', () => {
  expect(said('2013-05-01', [], ['2021-07-01'])).toEqual(['Zu früh: frühestens am 01.05.2025.']);
});

test('every vaccine of the catalogue has its name in a schedule', () => {
  for (const { productId } of products) {
    const code = scheduleCodeOf(productId);
    expect(germanSchedules.some((german) => german.products.some((product) => product.code === code))).toBe(
      true,
    );
  }
});
