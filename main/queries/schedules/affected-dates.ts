import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { groupBy } from '../../../domain/kernel/group-by.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { isShownTo } from '../../../domain/people/who-may.ts';
import { productOf, products } from '../../../domain/products/catalogue.ts';
import type { HistoryDose } from '../../../domain/schedules/evaluation/assessment.ts';
import { compileBook } from '../../../domain/schedules/evaluation/compile-book.ts';
import { scheduleCodeOf } from '../../../domain/schedules/german/catalogue-codes.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { misfitsOfDates } from '../../../domain/schedules/planned-dates.ts';
import { misfitSentence, uncheckedSentence } from '../../../domain/schedules/words/misfit-sentence.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import type { Reads } from '../../context.ts';
import { type DateToCome, datesToCome } from '../../store/tables/appointments/dates-to-come.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { dosesOfSet } from '../../store/tables/vaccination/doses.ts';

/** More than somebody calls from one list. */
const MOST_SHOWN = 200;

type Affected = ChannelOutput<'schedules.affected-dates'>;
type Misfit = Affected['shown'][number]['reason'] | undefined;

/** Which dates to come do not fit a schedule, and why: the earliest first. */
export function affectedDates(
  station: Reads,
  bookName: string,
  roles: readonly Role[] | undefined,
): Result<Affected, 'schedule-unknown'> {
  const book = germanSchedules.find((known) => known.book === bookName);
  const compiled = book && compileBook(book);
  const [group] = compiled?.groups.values() ?? [];
  if (!compiled || !group) return refuse('schedule-unknown');
  const codeOf = (productId: DateToCome['product_id']) => {
    const code = scheduleCodeOf(productId);
    return code !== undefined && compiled.productByCode.has(code) ? code : undefined;
  };
  const given = products.map(({ productId }) => productId).filter((each) => codeOf(each) !== undefined);
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const dates = given.length === 0 ? [] : datesToCome(station.db, given, today);
  const affected = [...groupBy(dates, ({ person_id }) => person_id).values()].flatMap((own) => {
    const misfits = misfitsOf(own);
    return own.flatMap((date, place) => {
      const reason = misfits[place];
      return reason && date.status === 'booked' ? [{ date, reason }] : [];
    });
  });
  const named = affected.filter(({ date }) => isNamed(date, roles));
  return accept({
    dates: dates.filter(({ status }) => status === 'booked').length,
    affected: affected.length,
    notNamed: affected.length - named.length,
    shown: named
      .sort((one, other) => one.date.starts_at.localeCompare(other.date.starts_at))
      .slice(0, MOST_SHOWN)
      .map(({ date, reason }) => ({ ...shownDate(date), reason })),
  });

  function misfitsOf(own: readonly DateToCome[]): Misfit[] {
    const [first] = own;
    const person = first && historyOf(first);
    if (!person || !compiled || !group) return own.map(() => uncheckedSentence);
    const planned = own.flatMap(({ day, product_id }) => doseOf(day, codeOf(product_id)));
    return misfitsOfDates({ book: compiled, group }, person, planned, today).map(
      (misfit) => misfit && misfitSentence(misfit),
    );
  }

  /** Undefined where a day is not known that the schedule has to know. */
  function historyOf({ person_id, details }: DateToCome) {
    const { birthDate }: PersonDetails = JSON.parse(details);
    const bornOn = parsePlainDate(birthDate ?? '');
    const rows = dosesOfSet(station.db, linkedSetOf(station.db, person_id)).filter(
      ({ voided_at, product_id }) => voided_at === null && codeOf(product_id) !== undefined,
    );
    if (!bornOn || rows.some(({ is_day_known }) => is_day_known === 0)) return undefined;
    const doses = rows.flatMap(({ given_on, product_id }) => doseOf(given_on, codeOf(product_id)));
    return { bornOn, sex: 'unknown', doses } as const;
  }
}

function doseOf(on: HistoryDose['on'], product: string | undefined): HistoryDose[] {
  return product === undefined ? [] : [{ on, product }];
}

/** Who was erased, or whose key is not here, has no name any more. */
function isNamed({ person_status }: DateToCome, roles: readonly Role[] | undefined): boolean {
  return (
    (person_status === 'registered' || person_status === 'restricted') && isShownTo(roles, person_status)
  );
}

function shownDate({ appointment_id, person_id, product_id, planned_dose, starts_at, details }: DateToCome) {
  const { givenName, familyName, birthDate, phone, email }: PersonDetails = JSON.parse(details);
  const contact = phone ?? email;
  return {
    appointmentId: appointment_id,
    personId: person_id,
    givenName,
    familyName,
    birthDate,
    ...(contact ? { contact } : {}),
    product: productOf(product_id)?.name ?? product_id,
    plannedDose: planned_dose,
    startsAt: starts_at,
  };
}
