import type { Bilingual } from '../kernel/bilingual.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { courseOn } from '../products/course.ts';
import { dueByBook } from '../schedules/due-by-book.ts';
import type { SeriesStatus } from '../schedules/evaluation/forecast-series.ts';
import { type DoseWindow, type Schedule, seriesIsComplete, windowOfDose } from '../schedules/schedule.ts';
import { standingSentence } from '../schedules/words/standing-sentence.ts';
import { type GivenDose, validDosesOf } from './vaccination.ts';

/** Where somebody stands on a day, by the schedule that is gone by. */
export interface NextDose {
  /** Nothing is due: complete, immune, too old. */
  readonly status: SeriesStatus;
  /** When the next one is; absent where none is due and for a first one that may be given at any time. */
  readonly window?: DoseWindow;
  /** What the confirmed schedule says; absent where the plain one is gone by. */
  readonly sentence?: Bilingual;
}

export function nextDoseOn(
  state: { readonly doses: readonly GivenDose[] },
  schedule: Schedule,
  on: PlainDate,
): NextDose {
  const course = courseOn(schedule.productId, on);
  const valid = validDosesOf(state, course);
  if (schedule.byBook) {
    const { status, window: due } = dueByBook(schedule.byBook, state.doses, on);
    // The schedule counts what is valid by it, through life; people count what was given, season by season.
    const window = due && { ...due, dose: valid.length + 1 };
    return { status, ...(window ? { window } : {}), sentence: standingSentence({ status, window }, course) };
  }
  if (seriesIsComplete(schedule, valid.length)) return { status: 'complete' };
  const last = valid.at(-1);
  const window = last && windowOfDose(schedule, valid.length + 1, last.givenOn);
  return { status: 'not-complete', ...(window ? { window } : {}) };
}
