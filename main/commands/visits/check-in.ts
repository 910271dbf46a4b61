import {
  type AppointmentsState,
  type CheckInRefusal,
  dateOfDose,
  datesFrom,
  decideCheckIn,
} from '../../../domain/appointments/appointments.ts';
import { decideMove } from '../../../domain/appointments/change-appointment.ts';
import { decideDates } from '../../../domain/appointments/decide-dates.ts';
import { cancelBookedInstead } from '../../../domain/appointments/end-visit.ts';
import type { CheckedIn, CheckInWarning } from '../../../domain/appointments/events.ts';
import { dateAt } from '../../../domain/appointments/slots.ts';
import {
  type AppointmentId,
  idOf,
  type PersonId,
  type ProductId,
  type VisitId,
} from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import { courseOn } from '../../../domain/products/course.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { doseWarnings, validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import type { Writes } from '../../context.ts';
import { knownFrom, withSeries } from '../../histories/person-history.ts';
import { freeSlotDuring } from '../../queries/appointments/find-slot.ts';
import { activeProductIds } from '../../queries/products/active-products.ts';
import {
  type ProductAndSchedule,
  productForKnown,
  productOfKnown,
} from '../../queries/products/product-of-person.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { runCommand } from '../run-command.ts';

export interface CheckInInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly appointmentId?: AppointmentId;
  /** Which vaccine a walk-in wants; absent for the one that they most likely came for. */
  readonly productId?: ProductId;
  readonly via: CheckedIn['data']['via'];
  readonly overrides: readonly CheckInWarning[];
}

/**
 * Somebody is here and identified. Who comes on another day than theirs, or without a date, and is taken in all
 * the same is a walk-in: their date moves to now, or gets made, outside of the slots. A date at another centre moves
 * into the slot that is running where it has a place, and outside of the slots where it has none.
 */
export function checkIn(
  station: Writes,
  actor: Actor,
  input: CheckInInput,
): Result<{ visitId: VisitId }, CheckInRefusal | 'person-unknown' | 'product-inactive'> {
  const { requestId, productId: _, ...arrival } = input;
  return runCommand(station, { name: 'check-in', actor, requestId }, () => {
    const history = historyOf(station.db, arrival.personId);
    const known = knownFrom(history);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    if (input.productId !== undefined && !activeProductIds(station.db).includes(input.productId))
      return refuse('product-inactive');
    const series = withSeries(station.db, arrival.personId, known);
    const { schedule } = wantedProduct(station, series, input);
    const warnings = doseWarnings(series.vaccination, schedule, today).filter(isCheckInWarning);
    const visitId = idOf<VisitId>(station.newId());
    const decided = decideCheckIn(known.appointments, { ...arrival, visitId, today }, warnings);
    if (!decided.ok) return decided;
    const walkIn = walkInDate(station, series, input);
    const appointmentId = walkIn[0]?.data.appointmentId ?? arrival.appointmentId;
    const before = endedVisitOf(known.appointments, appointmentId);
    const instead = before ? cancelBookedInstead(known.appointments, history, arrival.personId, before) : [];
    return accept({
      stream: arrival.personId,
      events: [...walkIn, ...decided.value.map((event) => withDate(event, appointmentId)), ...instead],
      known,
      value: { visitId },
    });
  });
}

/** The first of the visits in which they came for this date, and left without its dose. */
function endedVisitOf({ visits }: AppointmentsState, appointmentId: AppointmentId | undefined) {
  if (appointmentId === undefined) return undefined;
  return visits.find((visit) => visit.appointmentId === appointmentId && visit.ended !== undefined);
}

/** That of their date, else the one they ask for. */
function wantedProduct(
  station: Writes,
  known: KnownPerson,
  { appointmentId, productId }: Pick<CheckInInput, 'appointmentId' | 'productId'>,
): ProductAndSchedule {
  const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
  const wanted = date?.productId ?? productId;
  if (!wanted) return productOfKnown(station, known);
  const today = plainDateAt(station.now(), station.settings.timeZone);
  return productForKnown(courseOn(wanted, today), known);
}

type WalkIn = Extract<StationEvent, { type: 'AppointmentBooked' | 'AppointmentMoved' }>;

/** The date that a walk-in gets for now; none for somebody who comes as planned. */
function walkInDate(station: Writes, known: KnownPerson, input: CheckInInput): readonly WalkIn[] {
  const { personId, appointmentId } = input;
  const startsAt = station.now();
  const day = plainDateAt(startsAt, station.settings.timeZone);
  if (appointmentId !== undefined) {
    const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
    if (!date || (date.day === day && date.centre === undefined)) return [];
    const place = date.centre === undefined ? undefined : freeSlotDuring(station, startsAt, date.productId);
    const to = place ? dateAt(place) : { startsAt, day, durationMinutes: date.durationMinutes };
    const reason = date.centre === undefined ? ('wrong-day' as const) : ('wrong-centre' as const);
    const move = { appointmentId, personId, to, reason };
    const moved = decideMove(known.appointments, move, undefined);
    return moved.ok ? moved.value : [];
  }
  const { productId } = wantedProduct(station, known, input).product;
  const course = courseOn(productId, day);
  const plannedDose = validDosesOf(known.vaccination, course).length + 1;
  if (dateOfDose(datesFrom(known.appointments, day), course, plannedDose)) return [];
  const dates = [{ plannedDose, startsAt, day }];
  const booked = decideDates(
    known,
    { personId, productId, source: 'walk-in', dates },
    {
      // Who was not expected takes nobody's place.
      placeOf: () => undefined,
      now: startsAt,
      timeZone: station.settings.timeZone,
      newAppointmentId: () => idOf<AppointmentId>(station.newId()),
    },
  );
  return booked.ok ? booked.value : [];
}

function withDate(event: CheckedIn, appointmentId: AppointmentId | undefined): CheckedIn {
  if (appointmentId === undefined) return event;
  return { ...event, data: { ...event.data, appointmentId } } as CheckedIn;
}

function isCheckInWarning(warning: string): warning is 'too-early' | 'series-complete' {
  return warning === 'too-early' || warning === 'series-complete';
}
