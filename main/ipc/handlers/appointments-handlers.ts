import type { appointmentsContract, DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type Accepted, accept, type Refused, refuse } from '../../../domain/kernel/result.ts';
import { answerOffer } from '../../commands/answer-offer.ts';
import { bookDates } from '../../commands/book-dates.ts';
import { cancelAppointment } from '../../commands/cancel-appointment.ts';
import { joinStandby, leaveStandby } from '../../commands/join-standby.ts';
import { moveAppointment } from '../../commands/move-appointment.ts';
import { recordNoShow } from '../../commands/record-no-show.ts';
import { centreProduct } from '../../queries/centre-product.ts';
import { datesOfPerson } from '../../queries/dates-of-person.ts';
import { dayPlaces, proposeDates } from '../../queries/propose-dates.ts';
import { standbyList } from '../../queries/standby-list.ts';
import type { Station } from '../../station.ts';
import type { HandlersOf } from '../handler.ts';

export const appointmentsHandlers: HandlersOf<keyof typeof appointmentsContract> = {
  'appointments.of-person': (station, { personId }) => datesNow(station, personId),
  'appointments.propose': (station, { personId, from, chosen }) =>
    proposeDates(station, personId, from, chosen),
  'appointments.day-places': (station, { day }) => accept(dayPlaces(station, day)),
  'appointments.book': (station, input, { actor }) => {
    const { productId } = centreProduct();
    const result = bookDates(station, actor, { ...input, productId, source: 'desk' });
    return result.ok ? datesNow(station, input.personId) : result;
  },
  'appointments.move': (station, input, { actor }) => {
    const result = moveAppointment(station, actor, input);
    return result.ok ? datesNow(station, input.personId) : result;
  },
  'appointments.cancel': (station, input, { actor }) => {
    const result = cancelAppointment(station, actor, input);
    return result.ok ? datesNow(station, input.personId) : result;
  },
  'appointments.no-show': (station, input, { actor }) => {
    const result = recordNoShow(station, actor, input);
    return result.ok ? datesNow(station, input.personId) : result;
  },
  'appointments.join-standby': (station, input, { actor }) => {
    const result = joinStandby(station, actor, input);
    return result.ok ? datesNow(station, input.personId) : result;
  },
  'appointments.leave-standby': (station, input, { actor }) => {
    const result = leaveStandby(station, actor, input);
    return result.ok ? datesNow(station, input.personId) : result;
  },
  'appointments.standby-list': (station) => accept(standbyList(station)),
  'appointments.answer-offer': (station, input, { actor }) => answerOffer(station, actor, input),
};

function datesNow(station: Station, personId: PersonId): Accepted<DatesOfPerson> | Refused<'person-unknown'> {
  const dates = datesOfPerson(station, personId);
  return dates ? accept(dates) : refuse('person-unknown');
}
