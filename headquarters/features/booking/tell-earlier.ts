import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { phoneKeyOf } from '../../../domain/people/phone-key.ts';
import { searchKeyOf } from '../../../domain/people/search-key.ts';
import type { Headquarters } from '../../headquarters.ts';
import { bookedPeople, keepBookedPerson } from '../../store/booked-people.ts';
import type { Centre } from '../../store/centres.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { planBookedAgainMessage } from '../messages/plan-messages.ts';
import { consentsToMessages } from '../messages/send-message.ts';
import { loadPerson } from '../passes/person-history.ts';

/**
 * Whoever booked before with the same name, birth date and e-mail or phone is told so at the address that is known, with
 * their pass, their dates and the links by which they keep those of one booking, if they asked for mail. Whoever books now is told nothing of it (docs/decisions/0058).
 */
export async function tellEarlierBookings(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { personId, details }: { readonly personId: string; readonly details: PersonDetails },
): Promise<void> {
  const fingerprints = fingerprintsOf(headquarters, centre.id, details);
  for (const earlier of await bookedPeople(db, fingerprints))
    if (consentsToMessages((await loadPerson(headquarters, db, centre.id, earlier as PersonId)).history))
      await planBookedAgainMessage(headquarters, db, centre, { personId: earlier, again: personId });
  await keepBookedPerson(db, centre.id, { personId, fingerprints });
}

function fingerprintsOf({ key }: Headquarters, centre: string, details: PersonDetails): string[] {
  const { birthDate, email, phone } = details;
  const contacts = [
    ['email', email?.trim().toLowerCase()],
    ['phone', phone && phoneKeyOf(phone)],
  ].filter(([, contact]) => contact);
  return contacts.map((contact) =>
    key.tokenOf('search', JSON.stringify(['booked', centre, searchKeyOf(details), birthDate, ...contact])),
  );
}
