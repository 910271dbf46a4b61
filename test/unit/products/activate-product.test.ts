import { expect, test } from 'vitest';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { decideActivate, decideDeactivate } from '../../../domain/products/activate-product.ts';
import { comirnaty } from '../../support/events.ts';

const imvanex = idOf<ProductId>('imvanex');

test('a product of the catalogue is activated once', () => {
  expect(decideActivate([comirnaty], imvanex)).toEqual({
    ok: true,
    value: [{ type: 'ProductActivated', version: 1, data: { productId: imvanex } }],
  });
  expect(decideActivate([comirnaty], comirnaty)).toMatchObject({ refusal: 'product-already-active' });
  expect(decideActivate([comirnaty], idOf<ProductId>('water'))).toMatchObject({ refusal: 'product-unknown' });
});

test('the last active product stays: a centre without one could give nothing', () => {
  expect(decideDeactivate([comirnaty, imvanex], comirnaty).ok).toBe(true);
  expect(decideDeactivate([imvanex], imvanex)).toMatchObject({ refusal: 'last-product' });
  expect(decideDeactivate([imvanex], comirnaty)).toMatchObject({ refusal: 'product-inactive' });
});
