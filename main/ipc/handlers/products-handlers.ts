import type { productsContract } from '../../../contracts/ipc/products-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { activateProduct, deactivateProduct } from '../../commands/products/activate-product.ts';
import { productList } from '../../queries/products/product-list.ts';
import type { HandlersOf } from '../handler.ts';

export const productsHandlers: HandlersOf<keyof typeof productsContract> = {
  'products.list': (station) => accept(productList(station.db)),
  'products.activate': (station, input, { actor }) => activateProduct(station, actor, input),
  'products.deactivate': (station, input, { actor }) => deactivateProduct(station, actor, input),
};
