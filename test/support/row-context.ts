import type { RowContext } from '../../domain/import/row-context.ts';
import { idOf, type ProductId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';

/** What rows are judged by in tests: a day in November 2026 at a centre that gives Comirnaty. */
export const rowContext: RowContext = {
  today: '2026-11-25' as PlainDate,
  zone: 'Europe/Berlin',
  schedule: scheduleOf(idOf<ProductId>('comirnaty')) as Schedule,
  centreName: 'Impfzentrum Süd',
};
