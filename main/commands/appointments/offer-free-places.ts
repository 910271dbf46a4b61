import { offerPlaces } from '../../../domain/appointments/offer-places.ts';
import { decideEndOffer } from '../../../domain/appointments/standby.ts';
import { idOf, type OfferId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { slotsOfDay } from '../../queries/appointments/find-slot.ts';
import { waitingNow } from '../../queries/appointments/standby-ground.ts';
import { openOffers } from '../../store/tables/appointments/standby.ts';
import { runCommand, type StreamEvents } from '../run-command.ts';

/**
 * What falls due by the clock: ends offers that nobody answered, and offers every place that is free to whoever waits
 * for one like it. It looks at what is free, not at what became free: run again, it does nothing twice and forgets
 * nothing.
 */
export function offerFreePlaces(station: Writes): void {
  if (!station.clock.isTrusted()) return; // every offer runs out by the clock
  endExpiredOffers(station);
  runCommand(station, { name: 'offer-free-places', actor: 'outbox' }, () => {
    const { settings, now } = station;
    const offers = offerPlaces({
      waiting: () => waitingNow(station),
      slotsOfDay: (day) => slotsOfDay(station, day),
      newOfferId: () => idOf<OfferId>(station.newId()),
      now,
      today: () => plainDateAt(now(), settings.timeZone),
    });
    const [first, ...others] = offers.map((event) => ({
      stream: event.data.personId as string,
      events: [event],
    }));
    return first ? accept({ ...first, also: others, value: {} }) : refuse('nothing-to-offer');
  });
}

function endExpiredOffers(station: Writes): void {
  const now = station.now();
  if (!openOffers(station.db).some(({ expires_at }) => expires_at <= now)) return;
  runCommand(station, { name: 'end-expired-offers', actor: 'outbox' }, () => {
    const expired = openOffers(station.db).filter(({ expires_at }) => expires_at <= now);
    const [first, ...others] = expired.flatMap((row): StreamEvents[] => {
      const { standby } = loadPerson(station.db, row.person_id);
      const ended = decideEndOffer(standby, { offerId: row.offer_id, how: 'expired', now });
      return ended.ok ? [{ stream: row.person_id, events: ended.value }] : [];
    });
    return first ? accept({ ...first, also: others, value: {} }) : refuse('nothing-expired');
  });
}
