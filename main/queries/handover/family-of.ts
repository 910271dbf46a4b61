import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Reads } from '../../context.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { peopleByKey, type SearchRow, searchRowById } from '../../store/tables/people/people-search.ts';

/** A phone takes ten passes in one step. */
const MOST_OTHERS = 9;

/** Others with a valid pass who are reached at the same phone number or mail address: a family, most of the time. */
export function familyOf({ db }: Pick<Reads, 'db'>, personId: PersonId): SearchRow[] {
  const own = searchRowById(db, personId);
  if (!own) return [];
  const found = (['phone_key', 'email_key'] as const).flatMap((key) =>
    own[key] === '' ? [] : peopleByKey(db, key, own[key], 2 * MOST_OTHERS),
  );
  const others = new Map(found.map((row) => [row.person_id, row]));
  others.delete(personId);
  return [...others.values()]
    .filter((row) => row.status === 'registered' && passOf(db, row.person_id)?.status === 'valid')
    .slice(0, MOST_OTHERS);
}

/** Whether all of them belong to that family. */
export function isOneFamily(
  station: Pick<Reads, 'db'>,
  personId: PersonId,
  others: readonly PersonId[],
): boolean {
  if (others.length === 0) return true;
  const known = new Set(familyOf(station, personId).map((row) => row.person_id));
  return others.every((other) => known.has(other));
}
