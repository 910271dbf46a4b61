import { offerPlaces } from '../appointments/offer-places.ts';
import type { StandbyLeft, StandbyOfferEnded } from '../appointments/standby-events.ts';
import type { FollowUp, RecordedOf } from './follow-up.ts';
import type { Known } from './known.ts';

type FreeingEvent =
  | 'AppointmentMoved'
  | 'AppointmentCancelled'
  | 'SlotsOpened'
  | 'StandbyJoined'
  | 'StandbyLeft'
  | 'StandbyOfferEnded';

/**
 * A place that became free, or somebody who may now be offered one: the first who waits for one like it gets it. Places
 * of the desk are the station's, also where headquarters gives away online places.
 */
export const freePlaceIsOffered: FollowUp<
  FreeingEvent,
  'person' | 'waiting' | 'slotsOfDay' | 'newOfferId' | 'now' | 'today'
> = {
  name: 'free-place-is-offered',
  decidedBy: 'station',
  needs: ['person', 'waiting', 'slotsOfDay', 'newOfferId', 'now', 'today'],
  follow(events, known) {
    const because = events.find((each) => mayFree(each, known));
    if (!because) return {};
    return {
      events: offerPlaces(known).map((event) => ({
        stream: event.data.personId,
        event,
        because,
        actor: 'outbox',
      })),
    };
  },
};

/** Places in lanes that are closed are nobody's any more. */
export const offersEndWithSlots: FollowUp<'SlotsClosed', 'openOffers'> = {
  name: 'offers-end-with-slots',
  decidedBy: 'station',
  needs: ['openOffers'],
  follow: (events, { openOffers }) => ({
    events: events.flatMap((because) => {
      const { day, lanes } = because.event.data;
      return openOffers()
        .filter((offer) => offer.day === day && offer.lane !== undefined && lanes.includes(offer.lane))
        .map((offer) => ({ stream: offer.personId, event: withdrawn(offer), because }));
    }),
  }),
};

/** Whoever left the list takes no offer any more. */
export const offerEndsWithWaiting: FollowUp<'StandbyLeft', 'person'> = {
  name: 'offer-ends-with-waiting',
  decidedBy: 'station',
  needs: ['person'],
  follow: (events, { person }) => ({
    events: events.flatMap((because) => {
      const { personId, standbyId } = because.event.data;
      return person(personId)
        .standby.offers.filter((offer) => offer.standbyId === standbyId)
        .map((offer) => ({ stream: personId, event: withdrawn(offer), because }));
    }),
  }),
};

/** Whoever took a place waits no more. */
export const waitingEndsWithPlace: FollowUp<'StandbyOfferEnded', never> = {
  name: 'waiting-ends-with-place',
  decidedBy: 'station',
  needs: [],
  follow: (events) => ({
    events: events
      .filter(({ event }) => event.data.how === 'accepted')
      .map((because) => {
        const { standbyId, personId } = because.event.data;
        const data = { standbyId, personId, reason: 'booked' } as const;
        const event: StandbyLeft = { type: 'StandbyLeft', version: 1, data };
        return { stream: personId, event, because };
      }),
  }),
};

function mayFree({ event }: RecordedOf<FreeingEvent>, { person }: Pick<Known, 'person'>): boolean {
  switch (event.type) {
    case 'AppointmentCancelled':
      // A closed day leaves no place free; but whoever waits may now be glad of one that is later.
      return event.data.reason !== 'day-closed' || person(event.data.personId).standby.waiting.length > 0;
    case 'StandbyOfferEnded':
      return event.data.how !== 'accepted';
    default:
      return true;
  }
}

function withdrawn({
  offerId,
  standbyId,
  personId,
}: Pick<StandbyOfferEnded['data'], 'offerId' | 'standbyId' | 'personId'>): StandbyOfferEnded {
  return {
    type: 'StandbyOfferEnded',
    version: 1,
    data: { offerId, standbyId, personId, how: 'withdrawn' },
  };
}
