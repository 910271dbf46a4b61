import { dayNumber, type PlainDate } from '../../kernel/plain-date.ts';
import type { CompiledAgeRange, CompiledBook, CompiledSpan } from './compiled-book.ts';
import type { Sex } from './schedule-book.ts';
import { addSpan } from './span.ts';

/** What is known of somebody when their schedule is evaluated; products and observations in the codes of the book. */
export interface PersonHistory {
  readonly bornOn: PlainDate;
  readonly sex: Sex;
  readonly countryOfBirth?: string;
  readonly observations?: readonly { readonly code: string; readonly on?: PlainDate }[];
  readonly doses: readonly HistoryDose[];
}

export interface HistoryDose {
  readonly on: PlainDate;
  readonly product: string;
  /** MVX code of the maker. */
  readonly maker?: string;
}

/** A dose within an assessment; days are days since 1970-01-01. */
export interface GivenDose {
  readonly on: number;
  readonly product: number;
  readonly maker: string | undefined;
  /** Its place in the history as it was asked. */
  readonly place: number;
}

/** One person on one day, evaluated by one book. */
export interface Assessment {
  readonly book: CompiledBook;
  readonly at: number;
  readonly born: number;
  readonly sex: Sex;
  readonly country: string | undefined;
  /** Every observation with its latest day, where one is known. */
  readonly observations: ReadonlyMap<string, number | undefined>;
  /** In the order of their days. */
  readonly doses: readonly GivenDose[];
  /** The day of every age of the book, filled when it is asked for. */
  readonly ageDays: Float64Array;
  /** Whether a dose counts by what was known on its day, once that was asked. */
  readonly countingDoses: Map<GivenDose, boolean>;
}

/** Throws a RangeError for a product that the book does not know: whoever asks checks the history first. */
export function openAssessment(book: CompiledBook, person: PersonHistory, at: PlainDate): Assessment {
  const observations = new Map<string, number | undefined>();
  for (const { code, on } of person.observations ?? []) {
    const known = observations.get(code);
    const day = on === undefined ? undefined : dayNumber(on);
    observations.set(code, known !== undefined && (day === undefined || day < known) ? known : day);
  }
  return {
    book,
    at: dayNumber(at),
    born: dayNumber(person.bornOn),
    sex: person.sex,
    country: person.countryOfBirth,
    observations,
    doses: person.doses.map((dose, place) => givenDose(book, dose, place)).sort(byDay),
    ageDays: new Float64Array(book.spanCount).fill(Number.NaN),
    countingDoses: new Map(),
  };
}

/** The same person, as if only the doses up to this one were known. */
export function assessmentUpTo(assessment: Assessment, last: GivenDose): Assessment {
  return { ...assessment, doses: assessment.doses.slice(0, assessment.doses.indexOf(last) + 1) };
}

/** The day on which the person reaches an age. */
export function dayOfAge({ ageDays, born }: Assessment, age: CompiledSpan): number {
  const known = ageDays[age.id] as number;
  if (!Number.isNaN(known)) return known;
  const day = addSpan(born, age);
  ageDays[age.id] = day;
  return day;
}

/** Whether the person is of that age on that day. */
export function isOfAge(assessment: Assessment, { from, to }: CompiledAgeRange, day: number): boolean {
  if (from !== undefined && day < dayOfAge(assessment, from)) return false;
  return to === undefined || day < dayOfAge(assessment, to);
}

function givenDose(book: CompiledBook, { on, product, maker }: HistoryDose, place: number): GivenDose {
  const number = book.productByCode.get(product);
  if (number === undefined) throw new RangeError(`The book has no product '${product}'.`);
  return { on: dayNumber(on), product: number, maker, place };
}

/** Doses of one day stand in the order of their codes, so that no order of the input changes an answer. */
function byDay(one: GivenDose, other: GivenDose): number {
  return (
    one.on - other.on ||
    one.product - other.product ||
    (one.maker ?? '').localeCompare(other.maker ?? '') ||
    one.place - other.place
  );
}
