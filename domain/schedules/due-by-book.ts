import type { Bilingual } from '../kernel/bilingual.ts';
import type { ProductId } from '../kernel/ids.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import type { ConfirmedBook } from './confirmed-book.ts';
import type { HistoryDose, PersonHistory } from './evaluation/assessment.ts';
import { evaluateGroup, type GroupEvaluation } from './evaluation/evaluate-group.ts';
import { evaluationSentence } from './evaluation/evaluation-sentences.ts';
import type { SeriesStatus } from './evaluation/forecast-series.ts';
import { scheduleCodeOf } from './german/catalogue-codes.ts';
import { type DateMisfit, misfitsOfDates } from './planned-dates.ts';
import type { DoseWindow } from './schedule.ts';

interface GivenOn {
  readonly productId: ProductId;
  readonly givenOn: PlainDate;
  readonly isVoided: boolean;
}

/** Where somebody stands by a confirmed schedule on one day. */
export interface DueByBook {
  readonly status: SeriesStatus;
  /** The next dose; absent where none is due. */
  readonly window?: DoseWindow;
  readonly sentence: Bilingual;
}

/** Where nothing limits when a dose is recommended, places are looked for in these days. */
const DAYS_RECOMMENDED = 28;
/** What is due later is not missing now: a booster years ahead. */
const DAYS_AHEAD = 365;
/** More than any schedule asks for in a year. */
const MOST_DOSES = 5;

/** All doses in force that the book knows count, of whatever series: live vaccines keep a distance from each other. */
export function dueByBook(confirmed: ConfirmedBook, doses: readonly GivenOn[], on: PlainDate): DueByBook {
  return dueAfter(confirmed, historyOf(confirmed, doses), on);
}

/** When the dose after these is due, with dates before it (earliest first) as if they were kept. */
export function windowByBook(
  confirmed: ConfirmedBook,
  doses: readonly GivenOn[],
  datesBefore: readonly PlainDate[],
  on: PlainDate,
): DoseWindow | undefined {
  return dueAfter(confirmed, [...historyOf(confirmed, doses), ...planned(confirmed, datesBefore)], on).window;
}

/** How many doses are missing now, beside those that have a date: those that are recommended within a year. */
export function missingByBook(
  confirmed: ConfirmedBook,
  doses: readonly GivenOn[],
  dates: readonly PlainDate[],
  { on, until = addDays(on, DAYS_AHEAD) }: { readonly on: PlainDate; readonly until?: PlainDate | undefined },
): number {
  const history = [...historyOf(confirmed, doses), ...planned(confirmed, dates)];
  for (let missing = 0; missing < MOST_DOSES; missing++) {
    const { window } = dueAfter(confirmed, history, on);
    if (!window || window.recommendedFrom > until) return missing;
    const day = window.recommendedFrom > on ? window.recommendedFrom : on;
    history.push({ on: day, product: confirmed.product });
  }
  return MOST_DOSES;
}

/**
 * How many doses there are in all once `given` were and those that are still to come have been: a booster, more than a year
 * after the dose before it or again and again, is not counted. Undefined where the schedule ends without being complete (immune, too old): then it has no
 * number. It follows from what is recorded and `on` alone.
 */
export function plannedByBook(
  confirmed: ConfirmedBook,
  doses: readonly GivenOn[],
  {
    given,
    on,
    until,
  }: { readonly given: number; readonly on: PlainDate; readonly until?: PlainDate | undefined },
): number | undefined {
  if (until !== undefined) {
    const planned = given + missingByBook(confirmed, doses, [], { on, until });
    return planned === 0 ? undefined : planned;
  }
  const history = historyOf(confirmed, doses);
  for (let planned = given; planned <= given + MOST_DOSES; planned++) {
    const { next, series } = evaluate(confirmed, history, on);
    const last = history
      .map((dose) => dose.on)
      .sort()
      .at(-1);
    const isBooster =
      next && (next.isRecurring || (last !== undefined && next.recommended > addDays(last, DAYS_AHEAD)));
    if (isBooster || series === 'complete') return planned === 0 ? undefined : planned;
    if (!next) return undefined;
    history.push({ on: next.recommended > on ? next.recommended : on, product: confirmed.product });
  }
  return undefined;
}

/** What the schedule has against giving a dose on that day, the foremost first. */
export function warningsByBook(
  confirmed: ConfirmedBook,
  doses: readonly GivenOn[],
  on: PlainDate,
): ('too-early' | 'too-old' | 'series-complete')[] {
  const history = historyOf(confirmed, doses);
  const { status, window } = dueAfter(confirmed, history, on);
  if (status === 'aged-out') return ['too-old'];
  const verdict = evaluate(confirmed, [...history, { on, product: confirmed.product }], on).doses.at(-1);
  if (verdict?.reason === 'too-old') return ['too-old'];
  const isTooEarly =
    verdict?.reason === 'too-young' || verdict?.reason === 'too-soon' || verdict?.reason === 'conflict';
  if (isTooEarly || (window && on < window.earliest)) return ['too-early'];
  return window ? [] : ['series-complete'];
}

/** What the schedule has against each of these dates, earliest first: those that it does not know stay out of it. */
export function misfitsByBook<Date extends { readonly productId: ProductId; readonly day: PlainDate }>(
  confirmed: ConfirmedBook,
  doses: readonly GivenOn[],
  dates: readonly Date[],
  today: PlainDate,
): { readonly date: Date; readonly misfit: DateMisfit | undefined }[] {
  const known = dates.flatMap((date) => {
    const product = codeIn(confirmed, date.productId);
    return product === undefined ? [] : [{ date, planned: { on: date.day, product } }];
  });
  const person: PersonHistory = {
    bornOn: confirmed.bornOn,
    sex: 'unknown',
    doses: historyOf(confirmed, doses),
  };
  const planned = known.map((each) => each.planned);
  const misfits = misfitsOfDates(confirmed, person, planned, today);
  return known.map(({ date }, place) => ({ date, misfit: misfits[place] }));
}

function dueAfter(confirmed: ConfirmedBook, history: readonly HistoryDose[], on: PlainDate): DueByBook {
  const evaluation = evaluate(confirmed, history, on);
  const window = windowOf(evaluation);
  return {
    status: evaluation.series,
    ...(window ? { window } : {}),
    sentence: evaluationSentence(evaluation),
  };
}

function evaluate({ book, group, bornOn }: ConfirmedBook, doses: readonly HistoryDose[], on: PlainDate) {
  return evaluateGroup(book, group, { bornOn, sex: 'unknown', doses }, on);
}

function windowOf({ next }: GroupEvaluation): DoseWindow | undefined {
  if (!next) return undefined;
  const { dose, earliest, recommended, pastDue, latest } = next;
  return {
    dose,
    earliest,
    recommendedFrom: recommended,
    recommendedTo: pastDue ?? addDays(recommended, DAYS_RECOMMENDED),
    ...(latest === undefined ? {} : { latest }),
  };
}

function historyOf(confirmed: ConfirmedBook, doses: readonly GivenOn[]): HistoryDose[] {
  return doses.flatMap(({ productId, givenOn, isVoided }) => {
    const product = codeIn(confirmed, productId);
    return isVoided || product === undefined ? [] : [{ on: givenOn, product }];
  });
}

/** What the book calls a product; undefined for one that it does not know. */
function codeIn({ book }: ConfirmedBook, productId: ProductId): string | undefined {
  const product = scheduleCodeOf(productId);
  return product !== undefined && book.productByCode.has(product) ? product : undefined;
}

function planned({ product }: ConfirmedBook, dates: readonly PlainDate[]): HistoryDose[] {
  return dates.map((on) => ({ on, product }));
}
