import { type BirthDate, type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { isSameSeries } from '../products/catalogue.ts';
import type { Course } from '../products/course.ts';
import { groupOf } from './activate-schedule.ts';
import { compileBook } from './evaluation/compile-book.ts';
import type { CompiledBook, CompiledGroup } from './evaluation/compiled-book.ts';
import { scheduleCodeOf } from './german/catalogue-codes.ts';
import { germanSchedules } from './german/german-schedules.ts';
import type { PersonOfCourse } from './person-of-course.ts';

/** A confirmed schedule that one person can be evaluated by. */
export interface ConfirmedBook {
  readonly book: CompiledBook;
  readonly group: CompiledGroup;
  /** What the book calls the product that is asked about. */
  readonly product: string;
  readonly bornOn: PlainDate;
  /** Where it comes from, as a person would cite it. */
  readonly source: string;
}

/** Each book is made ready once: they are constants. */
const compiled = new Map<string, CompiledBook>();

/**
 * The confirmed schedule of a vaccine for one person; undefined where the centre confirmed none in the version that is
 * here, or where a day is not known that it has to know: then the plain schedule is gone by.
 */
export function confirmedBookOf(
  { productId }: Course,
  { birthDate, doses, confirmed }: PersonOfCourse,
): ConfirmedBook | undefined {
  const product = scheduleCodeOf(productId);
  if (!confirmed || confirmed.size === 0 || product === undefined) return undefined;
  const bornOn = parsePlainDate(birthDate ?? ('' as BirthDate));
  if (!bornOn) return undefined;
  const stated = germanSchedules.find((each) => {
    const known = confirmed.get(groupOf(each));
    return (
      known?.book === each.book &&
      known.version === each.version &&
      each.products.some(({ code }) => code === product)
    );
  });
  if (!stated) return undefined;
  const book = compiled.get(stated.book) ?? compileBook(stated);
  compiled.set(stated.book, book);
  const [group] = book.groups.values();
  const isUndated = doses.some(
    (dose) => !dose.isVoided && dose.isDayKnown === false && isSameSeries(dose.productId, productId),
  );
  return group && !isUndated ? { book, group, product, bornOn, source: stated.source } : undefined;
}
