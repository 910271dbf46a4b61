import { type BookRefusal, decideBook } from '../../../domain/appointments/appointments.ts';
import type { BookedFacts } from '../../../domain/appointments/events.ts';
import { type SlotRefusal, whyNoPlace } from '../../../domain/appointments/slots.ts';
import {
  type AppointmentId,
  idOf,
  type LaneId,
  type PersonId,
  type ProductId,
} from '../../../domain/kernel/ids.ts';
import { type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { type KnownPerson, withEvents } from '../../../domain/known-person.ts';
import { scheduleOf } from '../../../domain/schedules/products.ts';
import type { DoseWindow } from '../../../domain/schedules/schedule.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { doseWindow } from '../../../domain/vaccination/dose-window.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { freeSlotAt, slotAt } from '../../queries/appointments/find-slot.ts';
import type { Station } from '../../station.ts';
import { runCommand } from '../run-command.ts';

const MINUTES_WITHOUT_SLOT = 5;

export type DateSource = BookedFacts['source'];

export interface DateWish {
  readonly plannedDose: number;
  readonly startsAt: Instant;
  /** The lane whose slot is wanted; without one any free place at that moment, or none. */
  readonly lane?: LaneId;
  readonly externalId?: string;
  /** The other centre it is at: it takes no place here. */
  readonly centre?: string;
}

export interface BookDatesInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly productId: ProductId;
  readonly source: DateSource;
  /** In the order of their doses: all of them are booked, or none. */
  readonly dates: readonly DateWish[];
}

/** Why a date was refused, with the days that are allowed where it is the interval. */
export interface BookDatesRefusal {
  readonly reason: BookRefusal | SlotRefusal | 'person-unknown' | 'product-unknown' | 'dose-already-given';
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Books the dates of a series together. */
export function bookDates(
  station: Station,
  actor: Actor,
  input: BookDatesInput,
): Result<{ appointmentIds: AppointmentId[] }, BookDatesRefusal> {
  const { requestId, personId, productId } = input;
  return runCommand(station, { name: 'book-appointment', actor, requestId }, () => {
    if (!scheduleOf(productId)) return refuse({ reason: 'product-unknown' as const });
    const known = loadPerson(station.db, personId);
    if (known.person.status !== 'registered') return refuse({ reason: 'person-unknown' as const });
    const booked = decideDates(station, known, input);
    if (!booked.ok) return booked;
    const appointmentIds = booked.value.map(({ data }) => data.appointmentId);
    return accept({
      stream: personId,
      events: booked.value,
      known,
      value: { appointmentIds },
    });
  });
}

type Booked = Extract<StationEvent, { type: 'AppointmentBooked' }>;

/** Each date is decided on what the dates before it made true. */
export function decideDates(
  station: Station,
  known: KnownPerson,
  { personId, productId, source, dates }: BookDatesInput,
): Result<Booked[], BookDatesRefusal> {
  const events: Booked[] = [];
  for (const wish of dates) {
    const sofar = withEvents(known, events);
    const given = known.vaccination.doses.filter((dose) => !dose.isVoided).length;
    if (wish.plannedDose <= given) return refuse({ reason: 'dose-already-given' });
    const slot = slotFor(station, wish);
    const noPlace = wish.lane ? whyNoPlace(slot, station.now()) : undefined;
    if (noPlace) return refuse({ reason: noPlace });
    // Nobody is in two places at once, and what is decided here is not in the count of the store yet.
    if (events.some(({ data }) => data.startsAt === wish.startsAt)) return refuse({ reason: 'slot-full' });
    const window = doseWindow(sofar, productId, wish.plannedDose);
    const { lane: _, ...date } = wish;
    const decided = decideBook(
      sofar.appointments,
      {
        ...date,
        personId,
        productId,
        source,
        appointmentId: idOf<AppointmentId>(station.newId()),
        day: plainDateAt(wish.startsAt, station.settings.timeZone),
        durationMinutes: slot?.durationMinutes ?? MINUTES_WITHOUT_SLOT,
        ...(slot ? { lane: slot.lane } : {}),
      },
      window,
    );
    if (!decided.ok) return refuse({ reason: decided.refusal, ...rangeDetails(decided.refusal, window) });
    events.push(...decided.value);
  }
  return accept(events);
}

function slotFor(station: Station, { lane, startsAt, centre }: DateWish) {
  if (centre !== undefined) return undefined;
  return lane ? slotAt(station, lane, startsAt) : freeSlotAt(station, startsAt);
}

/** The allowed days, for the one sentence that explains a refused date. */
export function rangeDetails(
  reason: string,
  window: DoseWindow | undefined,
): { details?: BookDatesRefusal['details'] } {
  if (!window || !reason.startsWith('interval-')) return {};
  const { dose, earliest, latest } = window;
  return { details: { dose, earliest, ...(latest ? { latest } : {}) } };
}
