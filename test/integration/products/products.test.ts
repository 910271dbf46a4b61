import { afterEach, beforeEach, expect, test } from 'vitest';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { activateProduct, deactivateProduct } from '../../../main/commands/products/activate-product.ts';
import { activeProductIds } from '../../../main/queries/products/active-products.ts';
import { productList } from '../../../main/queries/products/product-list.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const [comirnaty, spikevax] = ['comirnaty', 'spikevax'].map((id) => idOf<ProductId>(id)) as [
  ProductId,
  ProductId,
];
let open: TestStation;

beforeEach(async () => {
  open = await openTestStation();
});
afterEach(() => open.close());

test('a directory in which nobody chose a product gives the one it always gave', () => {
  expect(activeProductIds(open.station.db)).toEqual([comirnaty]);
});

test('a centre changes what it gives by events, and the read model can be made again from them', () => {
  const { station } = open;
  must(activateProduct(station, 'operator', { productId: spikevax }));
  expect(activeProductIds(station.db)).toEqual([comirnaty, spikevax]);
  must(deactivateProduct(station, 'operator', { productId: comirnaty }));
  expect(activeProductIds(station.db)).toEqual([spikevax]);
  expect(deactivateProduct(station, 'operator', { productId: spikevax })).toMatchObject({
    refusal: 'last-product',
  });
  const before = digestOfProjections(station.db);
  rebuildProjections(station.db);
  expect(digestOfProjections(station.db)).toBe(before);
  expect(
    productList(station.db)
      .products.filter(({ isActive }) => isActive)
      .map(({ name }) => name),
  ).toEqual(['Spikevax']);
});
