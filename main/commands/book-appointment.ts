import { type BookRefusal, decideBook } from '../../domain/appointments/appointments.ts';
import type { AppointmentBooked } from '../../domain/appointments/events.ts';
import { type AppointmentId, idOf, type PersonId, type ProductId } from '../../domain/kernel/ids.ts';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { decideIssue, decideUpdate } from '../../domain/passes/pass.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import { windowOfDose } from '../../domain/schedules/schedule.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import type { VaccinationState } from '../../domain/vaccination/vaccination.ts';
import type { Actor, Station } from '../station.ts';
import { doseStateOf, newPassId } from './pass-state.ts';
import { loadPerson } from './person-history.ts';
import { runCommand } from './run-command.ts';

const DURATION_MINUTES = 5;

export interface BookAppointmentInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly productId: ProductId;
  readonly plannedDose: number;
  readonly startsAt: Instant;
  readonly source: AppointmentBooked['data']['source'];
  readonly externalId?: string;
}

/** Books a date. With the first date the person gets a pass at once; with a further one the pass is updated. */
export function bookAppointment(
  station: Station,
  actor: Actor,
  input: BookAppointmentInput,
): Result<{ appointmentId: AppointmentId }, BookRefusal | 'person-unknown' | 'product-unknown'> {
  const { requestId, ...booking } = input;
  const call = { name: 'book-appointment', actor, requestId, topics: ['desk', 'passes'] as const };
  return runCommand(station, call, () => {
    const schedule = scheduleOf(booking.productId);
    if (!schedule) return refuse('product-unknown');
    const known = loadPerson(station.db, booking.personId);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const appointmentId = idOf<AppointmentId>(station.newId());
    const day = plainDateAt(booking.startsAt, station.settings.timeZone);
    const previousOn = dayOfDoseBefore(known, booking.plannedDose);
    const window = previousOn && windowOfDose(schedule, booking.plannedDose, previousOn);
    const booked = decideBook(
      known.appointments,
      { ...booking, appointmentId, day, durationMinutes: DURATION_MINUTES },
      window,
    );
    if (!booked.ok) return booked;
    const events: StationEvent[] = [...booked.value, ...passEvents(station, booking.personId, known)];
    const passes = events.flatMap((event) => ('passId' in event.data ? [event.data.passId] : []));
    return accept({
      stream: booking.personId,
      events,
      outbox: passes.map((passId) => ({ kind: 'sign-pass' as const, subject: passId })),
      value: { appointmentId },
    });
  });
}

type Known = ReturnType<typeof loadPerson>;

/** The day of the dose before: as given, else as planned. */
function dayOfDoseBefore({ vaccination, appointments }: Known, plannedDose: number) {
  const given = dosesInForce(vaccination).find(({ ordinal }) => ordinal === plannedDose - 1);
  const planned = appointments.appointments.find((date) => date.plannedDose === plannedDose - 1);
  return given?.givenOn ?? planned?.day;
}

function dosesInForce(vaccination: VaccinationState) {
  return vaccination.doses.filter((dose) => !dose.isVoided);
}

function passEvents(station: Station, personId: PersonId, known: Known): StationEvent[] {
  const doses = doseStateOf(known.vaccination);
  if (known.pass.status === 'valid') return decideUpdate(known.pass, doses, 'next-appointment');
  const issued = decideIssue(known.pass, {
    passId: newPassId(station),
    personId,
    keyId: station.barcodeKeys.current.keyId,
    templateId: 'standard',
    templateVersion: 1,
    doses,
  });
  return issued.ok ? issued.value : [];
}
