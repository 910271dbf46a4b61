import {
  type Comparison,
  comparePersons,
  type MatchReason,
  type NameFrequencies,
  type PreparedPerson,
  preparePerson,
} from '../matching/compare-persons.ts';
import { withoutParticles } from '../search-key.ts';
import { nameOrders, type SearchWish } from './search-wish.ts';

/** Somebody of the register as the search sees them. */
export interface SearchCandidate {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  /** Keys of `SearchKeys`, empty where there is none. */
  readonly familyFirst: string;
  readonly givenFirst: string;
  readonly secondFamily: string;
  readonly secondGiven: string;
  readonly phone: string;
  readonly email: string;
  readonly insuranceNumber: string;
  /** Found by the number of a pass of theirs. */
  readonly hasPassNumber: boolean;
}

export interface HitScore {
  /** log2 of how much likelier this person is meant than anybody else. */
  readonly bits: number;
  readonly reasons: readonly MatchReason[];
  /** Everything that was typed agrees with the record as it stands. */
  readonly isExact: boolean;
}

/**
 * What is typed at a search names few people: a spelling that nobody has is a slip, not a rare name. Letters that
 * agree therefore weigh as for rare names.
 */
const searchedNames: NameFrequencies = { given: () => 0.000_1, family: () => 0.000_03 };

const beginsBits = 9;
const spacedBits = 3;
const bitsOfALetter = 1.5;
const phoneBits = { same: 14, begins: 8 };
const passNumberBits = 30;
const insuranceBits = 24;
const emailBits = 16;

/** Scores candidates of one search; what the wish needs is computed once. */
export function hitScorer(wish: SearchWish): (candidate: SearchCandidate) => HitScore {
  const dates = wish.birthDates.length > 0 ? wish.birthDates : [undefined];
  const wanted = nameOrders(wish.words).flatMap(({ family, given }) =>
    dates.map((birthDate) =>
      preparePerson({ givenName: given, familyName: family, ...(birthDate ? { birthDate } : {}) }),
    ),
  );
  return (candidate) => {
    const stated = statedBy(wish, candidate);
    const named = best(wanted, candidate);
    const isBegun = beginsSo(wish, candidate);
    const begunBits = isBegun ? beginsBits + bitsOfALetter * wish.name.length : 0;
    const birthReasons = named.reasons.filter((reason) => !nameReasons.has(reason));
    const isSame = named.reasons.includes('same-name');
    const names =
      isBegun && !isSame && begunBits > named.bits
        ? { bits: begunBits + birthBits(birthReasons), reasons: [...birthReasons, 'name-begins' as const] }
        : named;
    return {
      bits: names.bits + stated.bits,
      reasons: [...names.reasons, ...stated.reasons],
      isExact:
        (wish.words.length === 0 || isSame || isBegun) &&
        (wish.birthDates.length === 0 || birthReasons.some((reason) => reason === 'same-birth-date')) &&
        (wish.words.length + wish.birthDates.length > 0 || stated.isWhole),
    };
  };
}

/** Scores people who are found under a name as it was typed but for its spaces: never quite as good as as typed. */
export function spacedHitScorer(wish: SearchWish, name: string): (candidate: SearchCandidate) => HitScore {
  const score = hitScorer({ ...wish, name, words: withoutParticles(name.split(' ')) });
  return (candidate) => {
    const { bits, reasons } = score(candidate);
    return {
      bits: bits - spacedBits,
      reasons: reasons.map((reason) => (isWhole(reason) ? 'name-spaced' : reason)),
      isExact: false,
    };
  };
}

/** What the name that was typed agrees in once it is spaced so. */
function isWhole(reason: MatchReason): boolean {
  return reason === 'same-name' || reason === 'name-begins';
}

const nameReasons: ReadonlySet<MatchReason> = new Set<MatchReason>([
  'same-name',
  'name-similar',
  'name-sounds-alike',
  'name-partly-same',
  'names-swapped',
]);

function best(wanted: readonly PreparedPerson[], candidate: SearchCandidate): Comparison {
  const person = preparePerson(candidate);
  let found: Comparison = { bits: Number.NEGATIVE_INFINITY, reasons: [] };
  for (const wish of wanted) {
    const compared = comparePersons(wish, person, searchedNames);
    // A search has no fields for names: the order that explains it best is no swap.
    if (compared.bits > found.bits && !compared.reasons.includes('names-swapped')) found = compared;
  }
  return found.bits === Number.NEGATIVE_INFINITY ? { bits: 0, reasons: [] } : found;
}

/** Whether the record begins with what was typed so far, from any of its names on. */
function beginsSo({ name, words }: SearchWish, candidate: SearchCandidate): boolean {
  if (name === '') return false;
  const plain = words.join(' ');
  const { familyFirst, givenFirst, secondFamily, secondGiven } = candidate;
  return (
    familyFirst.startsWith(name) ||
    [familyFirst, givenFirst, secondFamily, secondGiven].some((key) => key.startsWith(plain))
  );
}

/** A name that only begins so was not compared by itself; the date that agrees still counts. */
function birthBits(reasons: readonly MatchReason[]): number {
  if (reasons.includes('same-birth-date')) return 14;
  if (reasons.includes('day-month-swapped') || reasons.includes('birth-date-fits')) return 6;
  return reasons.includes('birth-date-similar') ? 3 : 0;
}

interface Stated {
  readonly bits: number;
  readonly reasons: MatchReason[];
  readonly isWhole: boolean;
}

/** Numbers and addresses: they agree or they do not. */
function statedBy(wish: SearchWish, candidate: SearchCandidate): Stated {
  const reasons: MatchReason[] = [];
  let bits = 0;
  const add = (reason: MatchReason, more: number) => {
    reasons.push(reason);
    bits += more;
  };
  if (candidate.hasPassNumber) add('same-pass-number', passNumberBits);
  if (wish.insuranceNumber && wish.insuranceNumber === candidate.insuranceNumber)
    add('same-insurance-number', insuranceBits);
  if (wish.email && wish.email === candidate.email) add('same-email', emailBits);
  if (wish.phone && wish.phone === candidate.phone) add('same-phone', phoneBits.same);
  else if (wish.phone && candidate.phone.startsWith(wish.phone)) add('phone-begins', phoneBits.begins);
  return { bits, reasons, isWhole: bits > 0 && !reasons.includes('phone-begins') };
}
