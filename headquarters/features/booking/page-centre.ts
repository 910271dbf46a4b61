import type { Centre } from '../../store/centres.ts';

/** A centre as the pages for citizens name it. */
export function pageCentre({ name, address, phone }: Centre) {
  return { name, address: address || undefined, phone: phone || undefined };
}
