import { expect, test } from 'vitest';
import { products } from '../../../domain/products/catalogue.ts';
import { vialDataOf } from '../../../domain/products/vial-data.ts';

test('every vaccine of the catalogue says what a vial of it holds, for how long, and by which source', () => {
  for (const { productId } of products) {
    const { dosesPerVial, countsFrom, usableHours, source } = vialDataOf(productId);
    expect([productId, source]).not.toEqual([productId, '']);
    expect(dosesPerVial).toBeGreaterThan(0);
    expect(countsFrom === undefined).toBe(usableHours === undefined);
    // What holds several doses has a time to give them in.
    if (dosesPerVial > 1) expect(usableHours).toBeGreaterThan(0);
  }
});
