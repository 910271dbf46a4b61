import type { ProductId } from '../kernel/ids.ts';
import type { TimeZone } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { ConfirmedSchedules } from '../schedules/person-of-course.ts';

/** What a row is evaluated by beside the file itself. */
export interface RowContext {
  readonly today: PlainDate;
  readonly zone: TimeZone;
  /** What the centre gives, never empty: a date without a vaccine is of the first. */
  readonly activeProducts: readonly ProductId[];
  /** Codes of vials (GTIN, PZN) that are known here. */
  readonly vialCodes: ReadonlyMap<string, ProductId>;
  /** What this centre is called: a date that names another one is expected there. */
  readonly centreName: string;
  /** What the centre confirmed: how many doses there are goes by it. */
  readonly confirmed?: ConfirmedSchedules;
}

/** The vaccine of a date that names none. */
export function productOfList({ activeProducts: [first] }: Pick<RowContext, 'activeProducts'>): ProductId {
  if (!first) throw new Error('no product is active');
  return first;
}
