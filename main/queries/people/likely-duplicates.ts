import type { LikelyDuplicate } from '../../../contracts/ipc/people-contract.ts';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import {
  comparePersons,
  type MatchPerson,
  preparePerson,
} from '../../../domain/people/matching/compare-persons.ts';
import { matchSentence } from '../../../domain/people/matching/match-sentence.ts';
import { isNearCertain } from '../../../domain/people/matching/near-certain.ts';
import { longestName } from '../../../domain/people/name-fault.ts';
import { phoneKeyOf } from '../../../domain/people/phone-key.ts';
import type { SearchWish } from '../../../domain/people/search/search-wish.ts';
import { insuranceKeyOf, withoutParticles, wordsOf } from '../../../domain/people/search-key.ts';
import type { Reads } from '../../context.ts';
import { seriesOf } from '../../histories/person-history.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { Candidates, type FoundPerson, hitOf } from './search-people.ts';

/** So much likelier one person than two that a look is worth it; a namesake alone is not. */
const LEAST_BITS = 13;
const MOST_SHOWN = 5;

/**
 * Who is in the register already and may be the person in the form, the likeliest first. Compared as records are: given
 * and family name have their fields here, so names that changed places are told as such.
 */
export function likelyDuplicates(
  station: Reads,
  details: Partial<MatchPerson>,
  exceptId: string | undefined,
): LikelyDuplicate[] {
  const { givenName = '', familyName = '' } = details;
  const entered = preparePerson({ ...details, givenName, familyName });
  return candidates(station, details)
    .filter(({ row }) => row.person_id !== exceptId)
    .map(({ row }) => {
      const known = preparePerson({
        givenName: row.given_name,
        familyName: row.family_name,
        birthDate: row.birth_date,
        phone: row.phone_key,
        email: row.email_key,
        insuranceNumber: row.insurance_key,
      });
      return { row, isExact: false, ...comparePersons(entered, known) };
    })
    .filter(({ bits }) => bits >= LEAST_BITS)
    .sort((one, other) => other.bits - one.bits)
    .slice(0, MOST_SHOWN)
    .map((found) => ({
      ...hitOf(station, found),
      reason: matchSentence(found.reasons),
      isNearCertain: false,
      ...(isNearCertain(found.reasons) ? { isNearCertain: true, doseCount: dosesOf(station, found) } : {}),
    }));
}

function dosesOf({ db }: Reads, { row }: FoundPerson): number {
  const series = seriesOf(db, linkedSetOf(db, idOf<PersonId>(row.person_id)));
  return series.doses.filter(({ isVoided }) => !isVoided).length;
}

function candidates({ db }: Reads, details: Partial<MatchPerson>): FoundPerson[] {
  const wordsIn = (name = '') => wordsOf(name.slice(0, longestName));
  const name = [...wordsIn(details.familyName), ...wordsIn(details.givenName)].join(' ');
  const phone = details.phone && phoneKeyOf(details.phone);
  const wish: SearchWish = {
    name,
    words: name === '' ? [] : withoutParticles(name.split(' ')),
    birthDates: details.birthDate ? [details.birthDate as BirthDate] : [],
    ...(phone ? { phone } : {}),
    ...(details.email ? { email: details.email.trim().toLowerCase() } : {}),
    ...(details.insuranceNumber ? { insuranceNumber: insuranceKeyOf(details.insuranceNumber) } : {}),
  };
  const found = new Candidates(db, wish, undefined);
  found.addByNumbers();
  found.addByDates();
  found.addByNames();
  return found.all();
}
