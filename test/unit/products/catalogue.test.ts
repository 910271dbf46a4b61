import { describe, expect, test } from 'vitest';
import { productSchema } from '../../../contracts/products/product-schema.ts';
import { codesOfAuthorisation } from '../../../domain/certificates/vaccine-codes.ts';
import { isSameSeries, productOf, products } from '../../../domain/products/catalogue.ts';
import { ageWarning, seriesNames } from '../../../domain/products/product.ts';
import { scheduleOf, schedules } from '../../../domain/schedules/plain-schedules.ts';
import { comirnaty } from '../../support/events.ts';

describe('the catalogue', () => {
  test.each(products)('$name is a whole entry', (product) => {
    expect(productSchema.parse(product)).toEqual(product);
  });

  test('names no product twice and has one for every series', () => {
    expect(new Set(products.map(({ productId }) => productId)).size).toBe(products.length);
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
    expect(new Set(products.map(({ series }) => series))).toEqual(new Set(seriesNames));
  });

  test('has a COVID-19 vaccine exactly where the EU value sets have its codes', () => {
    for (const { series, authorisation, diseaseCodes, cvxCode } of products) {
      const codes = authorisation === undefined ? undefined : codesOfAuthorisation(authorisation);
      expect(codes !== undefined).toBe(series === 'covid-19');
      if (codes) expect([codes.disease, codes.cvx]).toEqual([diseaseCodes[0], cvxCode]);
    }
  });

  test.each(products)('$name has a schedule whose intervals are in order and cited', ({ productId }) => {
    const schedule = scheduleOf(productId);
    expect(schedule?.source).not.toBe('');
    expect(schedule?.intervals.map(({ dose }) => dose)).toEqual(
      Array.from({ length: (schedule?.doseCount ?? 0) - 1 }, (_, index) => index + 2),
    );
    for (const each of schedule?.intervals ?? []) {
      expect(each.minimumDays).toBeLessThanOrEqual(each.recommendedFromDays);
      expect(each.recommendedFromDays).toBeLessThanOrEqual(each.recommendedToDays);
    }
  });

  test('has no schedule of a product it does not know', () => {
    expect(schedules.filter(({ productId }) => !productOf(productId))).toEqual([]);
  });

  test('counts the two COVID-19 vaccines as one series and no other two', () => {
    for (const one of products)
      for (const other of products)
        expect(isSameSeries(one.productId, other.productId)).toBe(one.series === other.series);
  });
});

test('age limits speak of full years, and are silent where the birth date is not known to the day', () => {
  const product = { ages: { fromYears: 12, toYears: 17 } };
  expect([11, 12, 17, 18, undefined].map((years) => ageWarning(product, years))).toEqual([
    'too-young',
    undefined,
    undefined,
    'too-old',
    undefined,
  ]);
  expect(productOf(comirnaty)?.ages.fromYears).toBe(12);
});
