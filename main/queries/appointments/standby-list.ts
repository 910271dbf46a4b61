import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { Reads } from '../../context.ts';
import { type OfferRow, openOffers, waitingList } from '../../store/tables/appointments/standby.ts';
import { personById } from '../../store/tables/people/people.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';

/** Everybody who waits for a place, in the order in which places are offered. */
export function standbyList(station: Reads): ChannelOutput<'appointments.standby-list'> {
  const { db } = station;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const nameVaccine = vaccineNamer(db);
  const offers = new Map(openOffers(db).map((row) => [row.standby_id, row]));
  return {
    waiting: waitingList(db, today).flatMap((row) => {
      const person = personById(db, row.person_id);
      if (person?.status !== 'registered') return [];
      const { givenName, familyName, birthDate, phone, email } = person.details;
      const offer = offers.get(row.standby_id);
      return [
        {
          personId: row.person_id,
          givenName,
          familyName,
          birthDate,
          standbyId: row.standby_id,
          vaccine: nameVaccine(row.product_id),
          plannedDose: row.planned_dose,
          fromDay: row.from_day,
          toDay: row.to_day,
          lane: row.lane ?? undefined,
          reach: row.reach,
          contact: { phone, email, here: undefined }[row.reach],
          joinedAt: row.joined_at,
          offer: offer && offerView(offer),
        },
      ];
    }),
  };
}

export function offerView(row: OfferRow) {
  return {
    offerId: row.offer_id,
    day: row.day,
    lane: row.lane ?? undefined,
    startsAt: row.starts_at,
    expiresAt: row.expires_at,
  };
}
