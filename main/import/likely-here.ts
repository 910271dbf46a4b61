import {
  birthDatesMayBeOne,
  namesAreLikelySame,
  swappedBirthDate,
  wordsInOrder,
} from '../../domain/import/likely-same.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import type { BirthDate } from '../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import { insuranceKeyOf, searchKeyOf } from '../../domain/people/search-key.ts';
import type { ReadableDb } from '../store/database.ts';
import { namesBornOn, peopleByKey } from '../store/tables/people/people-search.ts';
import type { PartlyBorn } from './partly-born.ts';

const MOST_LIKELY = 5;

interface LikelyHere {
  readonly personIds: PersonId[];
  /** Why, where it is not the name and the birth date. */
  readonly faults: readonly RowFault[];
}

/** Who is here and may be this person: by name (folded: `name`) and birth date, or by the insurance number. */
export function likelyHere(
  db: ReadableDb,
  details: PersonDetails,
  partlyBorn: PartlyBorn,
  name = searchKeyOf(details),
): LikelyHere {
  const { birthDate, insuranceNumber } = details;
  const byName = [...namesBornOn(db, ...datesToLookFor(birthDate)), ...partlyBorn.namesOf(db, birthDate)]
    .filter(({ birth_date, search_key }) =>
      birth_date === birthDate
        ? namesAreLikelySame(search_key, name)
        : wordsInOrder(search_key) === wordsInOrder(name) && birthDatesMayBeOne(birth_date, birthDate),
    )
    .map(({ person_id }) => person_id);
  const byNumber = insuranceNumber === undefined ? [] : ownersOf(db, insuranceNumber);
  const faults =
    byName.length === 0 && byNumber.length > 0
      ? [rowFault('insurance-number-known', 'insuranceNumber', insuranceNumber)]
      : [];
  return { personIds: [...new Set([...byName, ...byNumber])].slice(0, MOST_LIKELY), faults };
}

function ownersOf(db: ReadableDb, insuranceNumber: string): PersonId[] {
  return peopleByKey(db, 'insurance_key', insuranceKeyOf(insuranceNumber), MOST_LIKELY).map(
    ({ person_id }) => person_id,
  );
}

/** The date itself, day and month changed over, and what is known in more detail. */
function datesToLookFor(birthDate: BirthDate): string[] {
  const swapped = swappedBirthDate(birthDate);
  const moreKnown = birthDate.length < 10 ? [`${birthDate}-`] : [];
  return [birthDate, ...(swapped ? [swapped] : []), ...moreKnown];
}
