import { dateOfDose, datesFrom, type PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { AppointmentCancelled } from '../../../domain/appointments/events.ts';
import type { OpenDoses } from '../../../domain/appointments/open-doses.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { courseOn, isOfCourse } from '../../../domain/products/course.ts';
import type { KnownPerson } from '../passes/person-history.ts';

/** A date that will not be kept, as its holder is told. */
export interface CancelledDate {
  readonly date: PlannedAppointment;
  /** `closed`: the centre closed that day; `asked`: they or the desk for them. */
  readonly why: 'closed' | 'asked';
  readonly isToCome: boolean;
  /** The dose can be booked anew. */
  readonly isOpen: boolean;
  /** The date that the dose has instead. */
  readonly instead?: PlannedAppointment;
}

/**
 * Cancelled dates that are still to come, and earlier ones of closed days whose dose has no other date: whoever was not
 * reached learns it here. Earliest first; mistakes that the desk took back are none.
 */
export function cancelledDatesOf(
  { appointments, history }: Pick<KnownPerson, 'appointments' | 'history'>,
  { now, today, open }: { readonly now: Instant; readonly today: PlainDate; readonly open: OpenDoses },
): CancelledDate[] {
  const reasons = new Map<string, AppointmentCancelled['data']['reason']>();
  for (const { event } of history)
    if (event.type === 'AppointmentCancelled') reasons.set(event.data.appointmentId, event.data.reason);
  const standing = datesFrom(appointments, today);
  const told = appointments.appointments.flatMap((date): CancelledDate[] => {
    const reason = reasons.get(date.appointmentId);
    if (date.status !== 'cancelled' || (reason !== 'asked' && reason !== 'day-closed')) return [];
    const why = reason === 'asked' ? 'asked' : 'closed';
    const isToCome = date.startsAt > now;
    const isOpen = open.doses.includes(date.plannedDose) && isOfCourse(open.course, date.productId, date.day);
    const instead = dateOfDose(standing, courseOn(date.productId, date.day), date.plannedDose);
    if (instead?.startsAt === date.startsAt) return [];
    if (!isToCome && !(why === 'closed' && isOpen)) return [];
    return [{ date, why, isToCome, isOpen, ...(instead ? { instead } : {}) }];
  });
  const byTime = told.toSorted((one, other) => (one.date.startsAt < other.date.startsAt ? -1 : 1));
  // Booked and cancelled several times at one time it is one date to its holder.
  return byTime.filter(
    ({ date }, index) =>
      byTime.findLastIndex(
        (other) => other.date.startsAt === date.startsAt && other.date.plannedDose === date.plannedDose,
      ) === index,
  );
}
