import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { Reads } from '../../context.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { personById } from '../../store/tables/people/people.ts';

const isToCome: ReadonlySet<string> = new Set(['booked', 'checked-in']);

/** What tells two people of one name and birth date apart: their date of today, the next dose, and where they live. */
export function tellApart(
  { db, now, settings }: Reads,
  personId: PersonId,
): Pick<PersonHit, 'today' | 'nextDose' | 'address'> {
  const day = plainDateAt(now(), settings.timeZone);
  const dates = appointmentsOf(db, personId);
  const date = dates.find(
    (row) => row.day === day && row.status !== 'cancelled' && row.status !== 'elsewhere',
  );
  const next = dates.find((row) => row.day >= day && isToCome.has(row.status));
  const { street, postcode, city } = personById(db, personId)?.details ?? {};
  const place = [postcode, city].filter(Boolean).join(' ');
  const address = [street, place].filter(Boolean).join(', ');
  return {
    ...(date ? { today: date.starts_at } : {}),
    ...(next ? { nextDose: { ordinal: next.planned_dose, day: next.day } } : {}),
    ...(address === '' ? {} : { address }),
  };
}
