import type { ProductId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { courseOn } from '../products/course.ts';
import type { HistoryDose, PersonHistory } from './evaluation/assessment.ts';
import type { CompiledBook, CompiledGroup } from './evaluation/compiled-book.ts';
import { evaluateGroup } from './evaluation/evaluate-group.ts';
import type { SeriesStatus } from './evaluation/forecast-series.ts';

/** What a schedule has against a date that is planned. */
export type DateMisfit =
  | { readonly kind: 'too-early'; readonly earliest: PlainDate }
  /** Still counts; only said while the date could be moved forward. */
  | { readonly kind: 'late'; readonly recommendedUntil: PlainDate }
  | { readonly kind: 'not-due'; readonly series: SeriesStatus };

/** As one dose comes after the other, also where a date was moved past a later one: by season, dose and moment. */
export function inSequence<
  Date extends {
    readonly productId: ProductId;
    readonly day: PlainDate;
    readonly plannedDose: number;
    readonly startsAt: Instant;
  },
>(dates: readonly Date[]): Date[] {
  const season = ({ productId, day }: Date) => courseOn(productId, day).season ?? 0;
  return dates.toSorted(
    (one, other) =>
      season(one) - season(other) ||
      one.plannedDose - other.plannedDose ||
      (one.startsAt < other.startsAt ? -1 : 1),
  );
}

/**
 * What a schedule has against each planned date of one person, in their order (the first dose first). A date is looked at as
 * if the ones before it were kept, or moved to where they are possible.
 */
export function misfitsOfDates(
  { book, group }: { readonly book: CompiledBook; readonly group: CompiledGroup },
  person: PersonHistory,
  planned: readonly HistoryDose[],
  today: PlainDate,
): (DateMisfit | undefined)[] {
  const doses = [...person.doses];
  return planned.map((date) => {
    const { next, series } = evaluateGroup(book, group, { ...person, doses }, date.on);
    if (!next) return { kind: 'not-due', series };
    const isEarly = date.on < next.earliest;
    doses.push(isEarly ? { ...date, on: next.earliest } : date);
    if (isEarly) return { kind: 'too-early', earliest: next.earliest };
    const { pastDue } = next;
    if (pastDue !== undefined && date.on > pastDue && pastDue >= today)
      return { kind: 'late', recommendedUntil: pastDue };
    return undefined;
  });
}
