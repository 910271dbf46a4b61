import type { PersonId } from '../../../domain/kernel/ids.ts';
import { clockTimeAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { SecondRecords } from '../../../domain/people/second-record.ts';
import type { Reads } from '../../context.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { sameNamed } from '../../store/tables/people/people-search.ts';
import { linkedSetOf, toldApartFrom } from '../../store/tables/people/person-links.ts';
import { dosesOfSet, givenDoseOf } from '../../store/tables/vaccination/doses.ts';

const open: readonly string[] = ['booked', 'checked-in', 'elsewhere'];

/**
 * Other records with the name and birth date of this one, and what they hold; undefined where there is none, as nearly
 * always. Whoever is not one person with somebody is none with a record that is linked with theirs either. Restricted
 * ones are told to nobody.
 */
export function secondRecords(
  { db, settings, now }: Pick<Reads, 'db' | 'settings' | 'now'>,
  personId: PersonId,
): (SecondRecords & { readonly personIds: readonly PersonId[] }) | undefined {
  const found = sameNamed(db, personId);
  if (found.length === 0) return undefined;
  const linked = linkedSetOf(db, personId);
  const known = new Set([...linked, ...toldApartFrom(db, linked)]);
  const personIds = found.filter((other) => !linkedSetOf(db, other).some((each) => known.has(each)));
  if (personIds.length === 0) return undefined;
  const today = plainDateAt(now(), settings.timeZone);
  const everybody = new Set(personIds.flatMap((other) => linkedSetOf(db, other)));
  return {
    personIds,
    count: personIds.length,
    doses: dosesOfSet(db, [...everybody]).map(givenDoseOf),
    dates: personIds
      .flatMap((other) => appointmentsOf(db, other))
      .filter(({ status, day }) => open.includes(status) && day >= today)
      .toSorted((one, other) => (one.starts_at < other.starts_at ? -1 : 1))
      .map(({ product_id, day, starts_at }) => ({
        productId: product_id,
        day,
        clock: clockTimeAt(starts_at, settings.timeZone),
      })),
  };
}
