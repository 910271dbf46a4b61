import type { AgeRange, InForce, Span } from '../schedule-book.ts';
import { addSpan, parseSpan } from '../span.ts';
import type { BookFault } from './book-fault.ts';

type Path = readonly (string | number)[];

/** How long a span is, told from one day; good enough to say which of two is longer. */
export function lengthOf(span: Span): number {
  const parsed = parseSpan(span);
  return parsed ? addSpan(0, parsed) : 0;
}

/** Spans that must not become shorter from one to the next; those that are absent are passed over. */
export function orderFaults(
  spans: readonly (readonly [key: string, span: Span | undefined])[],
  path: Path,
): BookFault[] {
  const given = spans.flatMap(([key, span]) => (span === undefined ? [] : [{ key, span }]));
  return given.flatMap(({ key, span }, place) => {
    const before = given[place - 1];
    if (!before || lengthOf(before.span) <= lengthOf(span)) return [];
    const named = `${before.key} ${before.span}, ${key} ${span}`;
    return [{ path: [...path, key], problem: 'order-contradictory', named }];
  });
}

export function ageRangeFaults({ fromAge, toAge }: AgeRange, path: Path): BookFault[] {
  if (fromAge === undefined || toAge === undefined || lengthOf(fromAge) < lengthOf(toAge)) return [];
  return [{ path, problem: 'age-range-empty', named: `${fromAge} – ${toAge}` }];
}

export function forceFaults({ inForceFrom, inForceTo }: InForce, path: Path): BookFault[] {
  if (inForceFrom === undefined || inForceTo === undefined || inForceFrom <= inForceTo) return [];
  return [{ path, problem: 'in-force-empty', named: `${inForceFrom} – ${inForceTo}` }];
}

export function forcesOverlap(one: InForce, other: InForce): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

export function agesOverlap(one: AgeRange, other: AgeRange): boolean {
  const startsBefore = (first: AgeRange, second: AgeRange) =>
    first.fromAge === undefined ||
    second.toAge === undefined ||
    lengthOf(first.fromAge) < lengthOf(second.toAge);
  return startsBefore(one, other) && startsBefore(other, one);
}

function startsBeforeEnd(one: InForce, other: InForce): boolean {
  return one.inForceFrom === undefined || other.inForceTo === undefined || one.inForceFrom <= other.inForceTo;
}
