import { type Product, products } from '../../../domain/schedules/products.ts';

/** The vaccine this centre gives. */
export function centreProduct(): Product {
  const [product] = products;
  if (!product) throw new Error('no product is configured');
  return product;
}
