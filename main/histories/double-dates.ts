import type { PlannedAppointment } from '../../domain/appointments/appointments.ts';
import { mayBeReleased, surplusDates } from '../../domain/appointments/booked-twice.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { Reads } from '../context.ts';
import { loadPerson } from './person-history.ts';

/** What each of two records holds that the other has as well, were they of one person. */
export interface DoubleDates {
  /** Surplus where the dates of the other are kept; none of them after a dose. */
  readonly ofPerson: readonly PlannedAppointment[];
  readonly ofOther: readonly PlannedAppointment[];
}

export function doubleDates(
  { db, now, settings }: Pick<Reads, 'db' | 'now' | 'settings'>,
  { personId, otherId }: { readonly personId: PersonId; readonly otherId: PersonId },
): DoubleDates {
  const present = { now: now(), today: plainDateAt(now(), settings.timeZone) };
  const [one, other] = [loadPerson(db, personId), loadPerson(db, otherId)];
  const surplusOf = (kept: typeof one, released: typeof one) => {
    const found = surplusDates(kept.appointments, released.appointments, present);
    return mayBeReleased(found, released.vaccination) ? found : [];
  };
  return { ofPerson: surplusOf(other, one), ofOther: surplusOf(one, other) };
}
