import { groupBy } from '../../../domain/kernel/group-by.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type PlainDate, parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { products } from '../../../domain/products/catalogue.ts';
import type { HistoryDose } from '../../../domain/schedules/evaluation/assessment.ts';
import { compileBook } from '../../../domain/schedules/evaluation/compile-book.ts';
import type { CompiledBook, CompiledGroup } from '../../../domain/schedules/evaluation/compiled-book.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { scheduleCodeOf } from '../../../domain/schedules/german/catalogue-codes.ts';
import { type DateMisfit, inSequence, misfitsOfDates } from '../../../domain/schedules/planned-dates.ts';
import type { ReadableDb } from '../../store/database.ts';
import { type DateToCome, datesToCome } from '../../store/tables/appointments/dates-to-come.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { dosesOfSet } from '../../store/tables/vaccination/doses.ts';

export interface AffectedPerson {
  readonly personId: PersonId;
  /** Their dates to come of the vaccination, in order, each with what the schedule has against it. */
  readonly dates: readonly {
    readonly date: DateToCome;
    readonly misfit: DateMisfit | 'unchecked' | undefined;
  }[];
}

/**
 * Whose dates to come do not fit a schedule, from the read models: nobody's history is read for a date that fits. One
 * step looks at one person.
 */
export class AffectedPeople {
  readonly #db: ReadableDb;
  readonly #today: PlainDate;
  readonly #book: CompiledBook;
  readonly #group: CompiledGroup | undefined;
  readonly #left: (readonly DateToCome[])[];
  /** Dates here that are still to be kept. */
  readonly dates: number;
  readonly found: AffectedPerson[] = [];

  constructor(db: ReadableDb, book: ScheduleBook, today: PlainDate) {
    this.#db = db;
    this.#today = today;
    this.#book = compileBook(book);
    [this.#group] = this.#book.groups.values();
    const given = products
      .map(({ productId }) => productId)
      .filter((each) => this.#codeOf(each) !== undefined);
    const dates = given.length === 0 ? [] : datesToCome(db, given, today);
    this.dates = dates.filter(({ status }) => status === 'booked').length;
    this.#left = [...groupBy(dates, ({ person_id }) => person_id).values()].map(sequenceOf).toReversed();
  }

  /**
   * False once everybody was looked at: `found` is whole then, who comes last at the top. Most dates move to a later day:
   * planned from the last on, each finds the place that the one after it has left.
   */
  step(): boolean {
    const own = this.#left.pop();
    if (!own) {
      this.found.sort((one, other) => lastOf(other).localeCompare(lastOf(one)));
      return false;
    }
    const misfits = this.#misfitsOf(own);
    const dates = own.map((date, place) => ({ date, misfit: misfits[place] }));
    const [first] = own;
    if (first && dates.some(isAffected)) this.found.push({ personId: first.person_id, dates });
    return true;
  }

  #misfitsOf(own: readonly DateToCome[]): readonly AffectedPerson['dates'][number]['misfit'][] {
    const [first] = own;
    const person = first && this.#historyOf(first);
    if (!person || !this.#group) return own.map(() => 'unchecked');
    const planned = own.flatMap(({ day, product_id }) => this.#doseOf(day, product_id));
    return misfitsOfDates({ book: this.#book, group: this.#group }, person, planned, this.#today);
  }

  /** Undefined where a day is not known that the schedule has to know. */
  #historyOf({ person_id, details }: DateToCome) {
    const { birthDate }: PersonDetails = JSON.parse(details);
    const bornOn = parsePlainDate(birthDate ?? '');
    const rows = dosesOfSet(this.#db, linkedSetOf(this.#db, person_id)).filter(
      ({ voided_at, product_id }) => voided_at === null && this.#codeOf(product_id) !== undefined,
    );
    if (!bornOn || rows.some(({ is_day_known }) => is_day_known === 0)) return undefined;
    const doses = rows.flatMap(({ given_on, product_id }) => this.#doseOf(given_on, product_id));
    return { bornOn, sex: 'unknown', doses } as const;
  }

  #doseOf(on: PlainDate, productId: DateToCome['product_id']): HistoryDose[] {
    const product = this.#codeOf(productId);
    return product === undefined ? [] : [{ on, product }];
  }

  #codeOf(productId: DateToCome['product_id']): string | undefined {
    const code = scheduleCodeOf(productId);
    return code !== undefined && this.#book.productByCode.has(code) ? code : undefined;
  }
}

function sequenceOf(own: readonly DateToCome[]): readonly DateToCome[] {
  return inSequence(
    own.map((date) => ({
      date,
      productId: date.product_id,
      day: date.day,
      plannedDose: date.planned_dose,
      startsAt: date.starts_at,
    })),
  ).map(({ date }) => date);
}

function isAffected({ date, misfit }: AffectedPerson['dates'][number]): boolean {
  return misfit !== undefined && date.status === 'booked';
}

function lastOf({ dates }: AffectedPerson): string {
  return dates.findLast(isAffected)?.date.starts_at ?? '';
}
