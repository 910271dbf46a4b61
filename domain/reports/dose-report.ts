import { ageOn } from '../kernel/age.ts';
import type { ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type AgeGroup, ageGroupOf, ageGroups, type ReportedDose } from './reported-dose.ts';

/** How many doses were given on a day, of a product and lot, as which dose, to an age group. */
export interface DoseReportRow {
  readonly day: PlainDate;
  readonly productId: ProductId;
  readonly lot: string;
  readonly ordinal: number;
  readonly ageGroup: AgeGroup;
  readonly doses: number;
}

/** One row for each difference, in the order of day, product, lot, ordinal and age; the doses add up to all of them. */
export function doseReport(doses: Iterable<ReportedDose>): DoseReportRow[] {
  const rows = new Map<string, DoseReportRow>();
  for (const { givenOn: day, productId, lot, ordinal, birthDate } of doses) {
    const ageGroup = ageGroupOf(birthDate && ageOn(birthDate, day));
    const name = JSON.stringify([day, productId, lot, ordinal, ageGroup]);
    const counted = rows.get(name)?.doses ?? 0;
    rows.set(name, { day, productId, lot, ordinal, ageGroup, doses: counted + 1 });
  }
  return [...rows.values()].sort(compareRows);
}

function compareRows(one: DoseReportRow, other: DoseReportRow): number {
  return (
    compare(one.day, other.day) ||
    compare(one.productId, other.productId) ||
    compare(one.lot, other.lot) ||
    one.ordinal - other.ordinal ||
    ageGroups.indexOf(one.ageGroup) - ageGroups.indexOf(other.ageGroup)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
