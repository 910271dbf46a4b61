import {
  type BookRefusal,
  dateOfDose,
  datesFrom,
  decideBook,
} from '../../../domain/appointments/appointments.ts';
import { decideMove, type MoveRefusal } from '../../../domain/appointments/change-appointment.ts';
import { type DoseRefusal, whyNoDose, windowOfDate } from '../../../domain/appointments/decide-dates.ts';
import { type SlotRefusal, whyNoPlace } from '../../../domain/appointments/slots.ts';
import { decideEndOffer, type OfferRefusal } from '../../../domain/appointments/standby.ts';
import type { StandbyJoined, StandbyOffered } from '../../../domain/appointments/standby-events.ts';
import { type AppointmentId, idOf, type OfferId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import { courseOn } from '../../../domain/products/course.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import { slotAt } from '../../queries/appointments/find-slot.ts';
import { offerById } from '../../store/tables/appointments/standby.ts';
import { runCommand } from '../run-command.ts';

export interface AnswerOfferInput {
  readonly requestId?: string;
  readonly offerId: OfferId;
  readonly answer: 'accepted' | 'declined';
}

export type AnswerOfferRefusal = OfferRefusal | BookRefusal | MoveRefusal | SlotRefusal | DoseRefusal;

/** Yes gives the held place: booked, or moved to from a later date. After a no it goes to the next on the list. */
export function answerOffer(
  station: Writes,
  actor: Actor,
  { requestId, offerId, answer }: AnswerOfferInput,
): Result<{ offerId: OfferId }, AnswerOfferRefusal> {
  return runCommand(station, { name: 'answer-offer', actor, requestId }, () => {
    const row = offerById(station.db, offerId);
    if (!row) return refuse('offer-unknown');
    const known = loadPerson(station.db, row.person_id);
    const open = known.standby.offers.find((each) => each.offerId === offerId);
    const joined = known.standby.waiting.find((each) => each.standbyId === open?.standbyId);
    if (!open || !joined) return refuse('offer-unknown');
    const now = station.now();
    if (answer === 'declined') {
      const declined = decideEndOffer(known.standby, { offerId, how: 'declined', now });
      if (!declined.ok) return declined;
      return accept({ stream: row.person_id, events: declined.value, known, value: { offerId } });
    }
    const taken = decideTake(station, known, open, joined);
    if (!taken.ok) return taken;
    const { events, appointmentId } = taken.value;
    const ended = decideEndOffer(known.standby, { offerId, how: 'accepted', now, appointmentId });
    if (!ended.ok) return ended;
    return accept({
      stream: row.person_id,
      events: [...ended.value, ...events],
      known,
      value: { offerId },
    });
  });
}

interface Taken {
  readonly events: readonly StationEvent[];
  readonly appointmentId: AppointmentId;
}

function decideTake(
  station: Writes,
  known: KnownPerson,
  { offerId, place }: StandbyOffered['data'],
  { personId, productId, plannedDose }: StandbyJoined['data'],
): Result<Taken, AnswerOfferRefusal> {
  const slot = place.lane && slotAt(station, place.lane, place.startsAt, offerId);
  const noPlace = place.lane && whyNoPlace(slot || undefined, station.now());
  if (noPlace) return refuse(noPlace);
  const series = withSeries(station.db, personId, known);
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const wanted = { productId, plannedDose, day: place.day };
  // Between the offer and the answer it may have been given, here or elsewhere.
  const needless = whyNoDose(series, wanted, today);
  if (needless) return refuse(needless);
  const window = windowOfDate(series, wanted, today);
  const appointments = datesFrom(known.appointments, today);
  const booked = dateOfDose(appointments, courseOn(productId, place.day), plannedDose);
  if (booked) {
    const { appointmentId } = booked;
    const move = { appointmentId, personId, to: place, reason: 'standby' as const };
    const moved = decideMove(known.appointments, move, window);
    return moved.ok ? accept({ events: moved.value, appointmentId }) : moved;
  }
  const appointmentId = idOf<AppointmentId>(station.newId());
  const date = { ...place, appointmentId, personId, productId, plannedDose, source: 'desk' as const };
  const decided = decideBook(appointments, date, window);
  return decided.ok ? accept({ events: decided.value, appointmentId }) : decided;
}
