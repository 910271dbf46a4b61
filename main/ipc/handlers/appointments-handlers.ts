import type { appointmentsContract, DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type Accepted, accept, type Refused, refuse } from '../../../domain/kernel/result.ts';
import { answerOffer } from '../../commands/appointments/answer-offer.ts';
import { bookDates } from '../../commands/appointments/book-dates.ts';
import { cancelAppointment } from '../../commands/appointments/cancel-appointment.ts';
import { joinStandby, leaveStandby } from '../../commands/appointments/join-standby.ts';
import { moveAppointment } from '../../commands/appointments/move-appointment.ts';
import { recordView } from '../../commands/staff/record-view.ts';
import { recordNoShow } from '../../commands/visits/record-no-show.ts';
import { datesOfPerson } from '../../queries/appointments/dates-of-person.ts';
import { dayPlaces, proposeDates } from '../../queries/appointments/propose-dates.ts';
import { standbyList } from '../../queries/appointments/standby-list.ts';
import type { Station } from '../../station.ts';
import type { Caller, HandlersOf } from '../handler.ts';

export const appointmentsHandlers: HandlersOf<keyof typeof appointmentsContract> = {
  'appointments.of-person': (station, { personId }, caller) => datesNow(station, personId, caller),
  'appointments.propose': (station, { personId, from, chosen, productId }, { actor }) => {
    const proposed = proposeDates(station, personId, from, chosen, productId);
    if (proposed.ok) recordView(station, actor, { personId, why: 'appointment' });
    return proposed;
  },
  'appointments.day-places': (station, { day, productId }) => accept(dayPlaces(station, day, productId)),
  'appointments.book': (station, input, caller) => {
    const result = bookDates(station, caller.actor, { ...input, source: 'desk' });
    return result.ok ? datesNow(station, input.personId, caller) : result;
  },
  'appointments.move': (station, input, caller) => {
    const result = moveAppointment(station, caller.actor, input);
    return result.ok ? datesNow(station, input.personId, caller) : result;
  },
  'appointments.cancel': (station, input, caller) => {
    const result = cancelAppointment(station, caller.actor, input);
    return result.ok ? datesNow(station, input.personId, caller) : result;
  },
  'appointments.no-show': (station, input, caller) => {
    const result = recordNoShow(station, caller.actor, input);
    return result.ok ? datesNow(station, input.personId, caller) : result;
  },
  'appointments.join-standby': (station, input, caller) => {
    const result = joinStandby(station, caller.actor, input);
    return result.ok ? datesNow(station, input.personId, caller) : result;
  },
  'appointments.leave-standby': (station, input, caller) => {
    const result = leaveStandby(station, caller.actor, input);
    return result.ok ? datesNow(station, input.personId, caller) : result;
  },
  'appointments.standby-list': (station) => accept(standbyList(station)),
  'appointments.answer-offer': (station, input, { actor }) => answerOffer(station, actor, input),
};

/** Somebody's dates, and that they were looked at. */
function datesNow(
  station: Station,
  personId: PersonId,
  { actor }: Caller,
): Accepted<DatesOfPerson> | Refused<'person-unknown'> {
  const dates = datesOfPerson(station, personId);
  if (!dates) return refuse('person-unknown');
  recordView(station, actor, { personId, why: 'appointment' });
  return accept(dates);
}
