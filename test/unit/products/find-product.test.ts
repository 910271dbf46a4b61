import { expect, test } from 'vitest';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { products } from '../../../domain/products/catalogue.ts';
import { findProduct } from '../../../domain/products/find-product.ts';
import { comirnaty } from '../../support/events.ts';

const none = new Map<string, ProductId>();

test.each(products)('a list may call $name by its name, however it is written', ({ productId, name }) => {
  for (const text of [name, name.toUpperCase(), name.replaceAll(' ', ''), productId])
    expect(findProduct(text, [], none)).toBe(productId);
});

test('an ATC code names the one product of it that the centre gives, and none where it gives both', () => {
  expect(findProduct('J07BN01', [comirnaty], none)).toBe(comirnaty);
  expect(findProduct('J07BN01', [comirnaty, idOf<ProductId>('spikevax')], none)).toBeUndefined();
  expect(findProduct('j07bx01', [comirnaty], none)).toBe('imvanex');
});

test('a PZN or GTIN is known once a vaccinator confirmed it', () => {
  const codes = new Map([['16753298', comirnaty]]);
  expect(findProduct('PZN - 16753298', [], codes)).toBe(comirnaty);
  expect(findProduct('16753298', [], none)).toBeUndefined();
});

test('what is not known is not guessed', () => {
  for (const text of ['', 'Vaxzevria', 'Impfung', '2'])
    expect(findProduct(text, [comirnaty], none)).toBeUndefined();
});
