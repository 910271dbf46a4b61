import { expect, test } from 'vitest';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { Product } from '../../../domain/products/product.ts';
import { bornYearsBefore, isFirstDateFor } from '../../../domain/schedules/first-date-for.ts';

const day = '2026-11-30' as PlainDate;
const product = productOf('comirnaty' as never) as Product;

test.each([
  ['2014-11-30', true],
  ['2014-12-01', false],
  ['1964-08-12', true],
])('somebody born on %s has a first date of a vaccine from 12 years on: %s', (birthDate, isOffered) => {
  expect(isFirstDateFor(birthDate as never, day, { product, confirmed: new Map() })).toBe(isOffered);
});

test('somebody of so many years has their birthday on that day, also on 29 February', () => {
  expect(bornYearsBefore(day, 12)).toBe('2014-11-30');
  expect(bornYearsBefore('2028-02-29' as PlainDate, 4)).toBe('2024-02-29');
  expect(bornYearsBefore('2028-02-29' as PlainDate, 5)).toBe('2023-02-28');
});
