import type { RowContext } from '../../domain/import/row-context.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../domain/products/catalogue.ts';

/** What rows are evaluated by in tests: a day in November 2026 at a centre that gives Comirnaty. */
export const rowContext: RowContext = {
  today: '2026-11-25' as PlainDate,
  zone: 'Europe/Berlin',
  activeProducts: [productActiveUnasked],
  vialCodes: new Map(),
  centreName: 'Impfzentrum Süd',
};
