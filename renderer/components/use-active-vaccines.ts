import type { ProductId } from '../../domain/kernel/ids.ts';
import { useStationQuery } from '../station-context.tsx';

/** What the centre gives; nothing until it is known. */
export function useActiveVaccines(): { productId: ProductId; name: string }[] {
  const { data } = useStationQuery('products.list', {}, ['products']);
  return data?.ok ? data.value.products.filter(({ isActive }) => isActive) : [];
}
