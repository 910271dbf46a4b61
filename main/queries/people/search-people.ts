import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import { passIdPrefixOf, shortNumberOf } from '../../../domain/passes/short-number.ts';
import { hitSentence } from '../../../domain/people/matching/match-sentence.ts';
import {
  type HitScore,
  hitScorer,
  type SearchCandidate,
  spacedHitScorer,
} from '../../../domain/people/search/score-hit.ts';
import {
  nameOrders,
  parseSearch,
  type SearchWish,
  swappedDate,
} from '../../../domain/people/search/search-wish.ts';
import { spacingVariants } from '../../../domain/people/search/spacing-variants.ts';
import { spellingVariants } from '../../../domain/people/search/spelling-variants.ts';
import { soundKeyOf } from '../../../domain/people/search-key.ts';
import { isShownTo } from '../../../domain/people/who-may.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { passesByIdPrefix } from '../../store/tables/passes/passes.ts';
import {
  peopleByKey,
  peopleByKeyPrefix,
  prefixesInUse,
  type SearchKey,
  type SearchRow,
  searchRowById,
} from '../../store/tables/people/people-search.ts';
import { tellApart } from './tell-apart.ts';

/** A person that a search found, the likeliest first. */
export interface FoundPerson extends HitScore {
  readonly row: SearchRow;
}

export const MOST_HITS = 20;
const MOST_BY_KEY = 40;
const MOST_BY_DATE = 80;
/** One more than is shown: whether there are more is told. */
const MOST_BY_PHONE = MOST_HITS + 1;
const MOST_BY_SLIP = MOST_HITS + 1;
/** A hit that is so much less likely than the best one is not what was meant. */
const CUT_BITS = 15;
/** With this much agreement in the names, nobody is looked for under other spellings. */
const SURE_BITS = 18;

/** Everybody who may be meant by what was typed, ranked, as far as they are shown to these roles. */
export function searchPeople(
  station: Reads,
  text: string,
  roles: readonly Role[] | undefined = undefined,
  most = MOST_HITS,
): FoundPerson[] {
  const wish = parseSearch(text, Number(station.now().slice(0, 4)));
  if (!wish) return [];
  const found = new Candidates(station.db, wish, roles);
  found.addByNumbers();
  found.addByDates();
  found.addByNames();
  const best = found.ranked()[0];
  if (wish.words.length > 0 && !best?.isExact && (best?.bits ?? 0) < SURE_BITS) {
    found.addBySpacing();
    found.addBySlips();
  }
  return found.ranked().slice(0, most);
}

const prefixKeys: readonly SearchKey[] = ['search_key', 'given_key', 'second_family_key', 'second_given_key'];

/** Who begins so, while somebody is still typing: only what an index answers at once. */
export function suggestPeople({ db, now }: Reads, text: string, most: number): FoundPerson[] {
  const wish = parseSearch(text, Number(now().slice(0, 4)));
  if (!wish) return [];
  const found = new Candidates(db, wish, undefined, most);
  found.addByNumbers();
  if (wish.birthDates.length > 0) found.addByDates();
  else for (const key of prefixKeys) found.add(peopleByKeyPrefix(db, key, wish.name, most));
  return found.ranked().slice(0, most);
}

/** A hit as windows get it. */
export function hitOf(station: Reads, { row, reasons }: FoundPerson): PersonHit {
  return {
    ...(row.status === 'restricted' ? {} : tellApart(station, row.person_id)),
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    isRestricted: row.status === 'restricted',
    reason: hitSentence(reasons),
  };
}

/** People that indexes bring together for one wish, each scored once. */
export class Candidates {
  readonly #db: ReadableDb;
  readonly #wish: SearchWish;
  readonly #roles: readonly Role[] | undefined;
  readonly #most: number;
  readonly #score: (candidate: SearchCandidate) => HitScore;
  readonly #found = new Map<string, FoundPerson>();

  constructor(db: ReadableDb, wish: SearchWish, roles: readonly Role[] | undefined, most = MOST_BY_KEY) {
    this.#db = db;
    this.#wish = wish;
    this.#roles = roles;
    this.#most = most;
    this.#score = hitScorer(wish);
  }

  add(rows: readonly SearchRow[], hasPassNumber = false): void {
    for (const row of rows) {
      if (this.#found.has(row.person_id)) continue;
      if (!isShownTo(this.#roles, row.status)) continue;
      this.#found.set(row.person_id, { row, ...this.#score(candidateOf(row, hasPassNumber)) });
    }
  }

  addByNumbers(): void {
    const { phone, email, insuranceNumber, passNumber } = this.#wish;
    if (passNumber)
      for (const pass of passesByIdPrefix(this.#db, passIdPrefixOf(passNumber))) {
        const row = shortNumberOf(pass.pass_id) === passNumber && searchRowById(this.#db, pass.person_id);
        if (row) this.add([row], true);
      }
    if (insuranceNumber) this.add(peopleByKey(this.#db, 'insurance_key', insuranceNumber, this.#most));
    if (email) this.add(peopleByKey(this.#db, 'email_key', email, this.#most));
    if (phone) this.add(peopleByKeyPrefix(this.#db, 'phone_key', phone, MOST_BY_PHONE));
  }

  /** Born then, on the day with month and day changed over, or known by that month or year only. */
  addByDates(): void {
    const isAlone = this.#wish.words.length === 0;
    for (const date of this.#wish.birthDates) {
      if (date.length < 10 && !isAlone) continue;
      const swapped = swappedDate(date);
      this.add(peopleByKey(this.#db, 'birth_date', date, MOST_BY_DATE));
      if (swapped) this.add(peopleByKey(this.#db, 'birth_date', swapped, MOST_BY_DATE));
      if (isAlone && date.length === 10)
        for (const shorter of [date.slice(0, 7), date.slice(0, 4)])
          this.add(peopleByKey(this.#db, 'birth_date', shorter, MOST_BY_PHONE));
    }
  }

  /** Names that begin so, that sound so, and of which one agrees and the other begins alike. */
  addByNames(): void {
    const { name, words } = this.#wish;
    if (words.length === 0) return;
    const plain = words.join(' ');
    this.#addBegun('search_key', name);
    for (const key of prefixKeys) if (key !== 'search_key' || plain !== name) this.#addBegun(key, plain);
    for (const { family, given } of nameOrders(words)) {
      if (family === '' || given === '') {
        this.#addBegun('sound_key', soundKeyOf(family || given, ''));
        continue;
      }
      for (const key of ['search_key', 'second_family_key'] as const)
        this.#addBegun(key, `${family} ${given}`);
      for (const key of ['given_key', 'second_given_key'] as const) this.#addBegun(key, `${given} ${family}`);
      this.add(peopleByKey(this.#db, 'sound_key', soundOf(family, given), this.#most));
      this.#addBegun('given_key', `${given} ${family.slice(0, 2)}`);
      this.#addBegun('search_key', `${family} ${given.slice(0, 2)}`);
    }
  }

  /** Names that are written in one or apart otherwise than they were typed; the order of names may be either. */
  addBySpacing(): void {
    const { name } = this.#wish;
    const inBoth = nameOrders(name.split(' ')).filter(({ family, given }) => family !== '' && given !== '');
    for (const { family, given } of [{ family: name, given: '' }, ...inBoth]) {
      const variants = [...spacingVariants(family)].map((variant) => `${variant} `);
      for (const variant of prefixesInUse(this.#db, variants)) {
        const score = spacedHitScorer(this.#wish, `${variant}${given}`.trim());
        for (const begun of new Set([given, given.slice(0, 1)]))
          this.#addBetter(peopleByKeyPrefix(this.#db, 'search_key', variant + begun, MOST_BY_SLIP), score);
      }
    }
  }

  /** Spellings one slip away, of each word that may be the name the index begins with. */
  addBySlips(): void {
    for (const { family, given } of nameOrders(this.#wish.words)) {
      const other = given.slice(0, 1);
      const prefixes = [...spellingVariants(family)].map((variant) => `${variant} ${other}`);
      for (const prefix of prefixesInUse(this.#db, prefixes))
        this.add(peopleByKeyPrefix(this.#db, 'search_key', prefix, MOST_BY_SLIP));
    }
  }

  all(): FoundPerson[] {
    return [...this.#found.values()];
  }

  ranked(): FoundPerson[] {
    const all = [...this.#found.values()].sort(
      (one, other) =>
        other.bits - one.bits ||
        byText(one.row.search_key, other.row.search_key) ||
        byText(one.row.birth_date, other.row.birth_date),
    );
    const least = Math.max(0, (all[0]?.bits ?? 0) - CUT_BITS);
    return all.filter(({ bits }) => bits > 0 && bits >= least);
  }

  /** Whoever is here already is scored by what explains them better. */
  #addBetter(rows: readonly SearchRow[], score: (candidate: SearchCandidate) => HitScore): void {
    for (const row of rows) {
      if (!isShownTo(this.#roles, row.status)) continue;
      const found = this.#found.get(row.person_id);
      const scored = score(candidateOf(row, false));
      if (!found || scored.bits > found.bits) this.#found.set(row.person_id, { row, ...scored });
    }
  }

  #addBegun(key: SearchKey, prefix: string): void {
    this.add(peopleByKeyPrefix(this.#db, key, prefix, this.#most));
  }
}

/** Keys and dates are folded: their order is that of their letters, without asking for a language's. */
function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function soundOf(family: string, given: string): string {
  return soundKeyOf(family.split(' ')[0] ?? '', given.split(' ')[0] ?? '');
}

function candidateOf(row: SearchRow, hasPassNumber: boolean): SearchCandidate {
  return {
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    familyFirst: row.search_key,
    givenFirst: row.given_key,
    secondFamily: row.second_family_key,
    secondGiven: row.second_given_key,
    phone: row.phone_key,
    email: row.email_key,
    insuranceNumber: row.insurance_key,
    hasPassNumber,
  };
}
