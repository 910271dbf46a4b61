import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { Reads } from '../../context.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { personById } from '../../store/tables/people/people.ts';

/** What tells two people of one name and birth date apart: their date of today, and where they live. */
export function tellApart(
  { db, now, settings }: Reads,
  personId: PersonId,
): Pick<PersonHit, 'today' | 'address'> {
  const day = plainDateAt(now(), settings.timeZone);
  const date = appointmentsOf(db, personId).find(
    (row) => row.day === day && row.status !== 'cancelled' && row.status !== 'elsewhere',
  );
  const { street, postcode, city } = personById(db, personId)?.details ?? {};
  const place = [postcode, city].filter(Boolean).join(' ');
  const address = [street, place].filter(Boolean).join(', ');
  return { ...(date ? { today: date.starts_at } : {}), ...(address === '' ? {} : { address }) };
}
