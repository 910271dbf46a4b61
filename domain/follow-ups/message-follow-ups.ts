import { groupBy } from '../kernel/group-by.ts';
import { type AppointmentId, idOf, type PersonId } from '../kernel/ids.ts';
import { messageDraft } from '../messages/message-draft.ts';
import type { MessageKind } from '../messages/message-kind.ts';
import type { OutboxDraft } from '../outbox/outbox-draft.ts';
import type { FollowUp, RecordedOf } from './follow-up.ts';
import type { Known } from './known.ts';
import { getsPass } from './pass-follow-ups.ts';

type Booked = RecordedOf<'AppointmentBooked'>['event'];
type TellNeeds = 'person' | 'personBefore';

/**
 * A new pass goes to the person at once where they gave an address for it, and brings its dates along; further
 * dates are told where somebody asked for them. What a list brings goes last.
 */
export const bookingIsTold: FollowUp<'AppointmentBooked', TellNeeds> = {
  name: 'booking-is-told',
  decidedBy: 'headquarters',
  needs: ['person', 'personBefore'],
  follow(events, known) {
    const bookings = groupBy(
      events.map(({ event }) => event),
      ({ data }) => data.personId,
    );
    return { outbox: [...bookings].flatMap(([personId, each]) => mailsOf(personId, each, known)) };
  },
};

/** Whoever is not here hears of a change that somebody else than a list made. */
export const changeIsTold: FollowUp<'AppointmentMoved' | 'AppointmentCancelled', never> = {
  name: 'change-is-told',
  decidedBy: 'both',
  needs: [],
  follow: (events) => ({
    outbox: events.flatMap(({ event }) => {
      const message = messageOf(event);
      return message ? [messageDraft(event.data.personId, message, event.data.appointmentId)] : [];
    }),
  }),
};

/** Whoever waits is asked whether they take the place that is held for them. */
export const offerIsTold: FollowUp<'StandbyOffered', never> = {
  name: 'offer-is-told',
  decidedBy: 'both',
  needs: [],
  follow: (events) => ({
    // An offer is no date yet: its own id stands where a message names its date.
    outbox: events.map(({ event: { data } }) =>
      messageDraft(data.personId, 'standby-offer', idOf<AppointmentId>(data.offerId)),
    ),
  }),
};

function mailsOf(
  personId: PersonId,
  bookings: readonly Booked[],
  known: Pick<Known, TellNeeds>,
): OutboxDraft[] {
  const asked = bookings.filter(({ data: { source } }) => source === 'desk' || source === 'booking');
  const isOfList = bookings.some(({ data: { source } }) => source === 'import');
  // Whom a list brought is not written to by the list alone: nobody here has spoken to them yet.
  if (isOfList && known.personBefore(personId).person.status === 'unknown') return [];
  const { person } = known.person(personId);
  const hasAddress = person.status === 'registered' && Boolean(person.details.email);
  if ((asked.length > 0 || isOfList) && hasAddress && getsPass(personId, known)) {
    const draft = messageDraft(personId, 'pass-ready');
    return [isOfList ? { ...draft, priority: 'bulk' } : draft];
  }
  return asked.map(({ data }) => messageDraft(personId, 'appointment-booked', data.appointmentId));
}

function messageOf({
  type,
  data: { reason },
}: RecordedOf<'AppointmentMoved' | 'AppointmentCancelled'>['event']): MessageKind | undefined {
  switch (reason) {
    case 'wrong-day':
    case 'wrong-centre':
    case 'list':
    case 'erased':
      return undefined;
    case 'day-closed':
      return type === 'AppointmentCancelled' ? 'day-closed' : 'appointment-moved';
    default:
      return type === 'AppointmentCancelled' ? 'appointment-cancelled' : 'appointment-moved';
  }
}
