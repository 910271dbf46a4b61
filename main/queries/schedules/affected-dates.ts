import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { DatePlan } from '../../../domain/appointments/replan-dates.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { isShownTo } from '../../../domain/people/who-may.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { callSentences } from '../../../domain/schedules/words/call-sentence.ts';
import { misfitSentence, uncheckedSentence } from '../../../domain/schedules/words/misfit-sentence.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import type { Reads } from '../../context.ts';
import { inSlices } from '../../import/in-slices.ts';
import type { DateToCome } from '../../store/tables/appointments/dates-to-come.ts';
import { FreePlaces } from '../appointments/free-places.ts';
import { AffectedPeople } from './affected-people.ts';
import { planDates } from './plan-dates.ts';

/** More than somebody calls from one list. */
const MOST_SHOWN = 200;

type Affected = ChannelOutput<'schedules.affected-dates'>;

/**
 * Which dates to come do not fit a schedule and why, the earliest first, and what would become of each by the places
 * that are free now. Looked up in slices: it may be many, and the desk goes on meanwhile.
 */
export async function affectedDates(
  station: Reads,
  bookName: string,
  roles: readonly Role[] | undefined,
): Promise<Result<Affected, 'schedule-unknown'>> {
  const book = germanSchedules.find((known) => known.book === bookName);
  if (!book) return refuse('schedule-unknown');
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const people = new AffectedPeople(station.db, book, today);
  await inSlices(() => people.step());
  const places = new FreePlaces(station);
  const left = people.found.toReversed();
  const affected: { readonly date: DateToCome; readonly shown: Affected['shown'][number] }[] = [];
  await inSlices(() => {
    const person = left.pop();
    if (!person) return false;
    const rows = new Map(person.dates.map(({ date }) => [date.appointment_id, date]));
    for (const {
      date: { appointmentId },
      plan,
    } of planDates(station, person.personId, book, places).planned) {
      const date = rows.get(appointmentId);
      if (date && plan.kind !== 'fits') affected.push({ date, shown: shownDate(date, plan) });
    }
    return true;
  });
  const named = affected.filter(({ date }) => isNamed(date, roles));
  return accept({
    dates: people.dates,
    affected: affected.length,
    movable: affected.filter(({ shown }) => shown.plan.kind === 'move').length,
    notNamed: affected.length - named.length,
    shown: named
      .map(({ shown }) => shown)
      .sort((one, other) => one.startsAt.localeCompare(other.startsAt))
      .slice(0, MOST_SHOWN),
  });
}

/** Who was erased, or whose key is not here, has no name any more. */
function isNamed({ person_status }: DateToCome, roles: readonly Role[] | undefined): boolean {
  return (
    (person_status === 'registered' || person_status === 'restricted') && isShownTo(roles, person_status)
  );
}

function shownDate(
  { appointment_id, person_id, product_id, planned_dose, starts_at, details }: DateToCome,
  plan: Exclude<DatePlan, { kind: 'fits' }>,
): Affected['shown'][number] {
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
    reason: plan.misfit ? misfitSentence(plan.misfit) : uncheckedSentence,
    plan:
      plan.kind === 'move'
        ? { kind: 'move', startsAt: plan.event.data.to.startsAt }
        : { kind: 'call', why: callSentences[plan.why] },
  };
}
