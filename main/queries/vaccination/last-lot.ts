import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import { settingOf } from '../../store/settings.ts';
import { centreProduct } from '../centre/centre-product.ts';

/** The lot that was used last at this station, if any was, and the codes of vials that are known here. */
export function lastLot({ db }: Reads): {
  lot?: string;
  expiresOn?: PlainDate;
  knownVials: string[];
} {
  const knownVials = settingOf(db, 'vial-codes')?.[centreProduct().productId] ?? [];
  return { ...settingOf(db, 'last-lot'), knownVials: [...knownVials] };
}
