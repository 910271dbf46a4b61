import type { BirthDate } from '../../kernel/plain-date.ts';
import { parseShortNumber } from '../../passes/short-number.ts';
import { phoneKeyOf } from '../phone-key.ts';
import { findBirthDate } from '../read-birth-date.ts';
import { insuranceKeyOf, withoutParticles, wordsOf } from '../search-key.ts';

/** What somebody typed to find a person, taken apart. The order of names tells nothing. */
export interface SearchWish {
  /** Folded, as typed: `von der heide mar`. */
  readonly name: string;
  /** Its words without particles. */
  readonly words: readonly string[];
  /** Every date that may be meant; empty where none was typed. */
  readonly birthDates: readonly BirthDate[];
  /** International, or the beginning of it. */
  readonly phone?: string;
  readonly email?: string;
  readonly insuranceNumber?: string;
  readonly passNumber?: string;
}

const maximumLength = 200;
/** So few digits of a phone number bring too many people. */
const leastPhoneDigits = 5;

/** Undefined where nothing in the text can be searched for. */
export function parseSearch(text: string, referenceYear: number): SearchWish | undefined {
  const typed = text.slice(0, maximumLength).trim();
  const whole = wholeTextKeys(typed);
  const found = whole.email ? undefined : findBirthDate(typed, referenceYear);
  const name = wordsOf(whole.email ? '' : (found?.rest ?? typed))
    .filter((word) => /\p{L}/u.test(word))
    .join(' ');
  const wish: SearchWish = {
    name: whole.insuranceNumber ? '' : name,
    words: whole.insuranceNumber || name === '' ? [] : withoutParticles(name.split(' ')),
    birthDates: found?.dates ?? [],
    ...whole,
  };
  const hasMore = whole.phone ?? whole.email ?? whole.insuranceNumber ?? whole.passNumber;
  return name !== '' || wish.birthDates.length > 0 || hasMore !== undefined ? wish : undefined;
}

/** What only a text that is nothing else can be. */
function wholeTextKeys(typed: string): Partial<SearchWish> {
  const number = parseShortNumber(typed);
  const compact = insuranceKeyOf(typed);
  return {
    ...(number.ok ? { passNumber: number.value } : {}),
    ...(/^[^\s@]+@\S+$/.test(typed) ? { email: typed.toLowerCase() } : {}),
    // The German card (letter and nine digits), or the number on the back of a European one.
    ...(/^[A-Z]\d{9}$/.test(compact) || /^\d{10,20}$/.test(compact) ? { insuranceNumber: compact } : {}),
    ...phoneOf(typed),
  };
}

function phoneOf(typed: string): { phone?: string } {
  const digits = typed.replace(/\D/g, '');
  if (!/^\+?[\d\s()/.–-]+$/.test(typed) || digits.length < leastPhoneDigits) return {};
  if (!/^(\+|0)/.test(typed.trim())) return {};
  const begun = digits.replace(/^00/, '').replace(/^0/, '49');
  return { phone: phoneKeyOf(typed) ?? `+${begun}` };
}

/** A family name of more words is looked for by its first ones. */
const mostCuts = 10;

/** Which of the words may be the family name: every cut, in both orders. */
export function nameOrders(words: readonly string[]): { family: string; given: string }[] {
  const [only, ...others] = words;
  if (only === undefined) return [{ family: '', given: '' }];
  if (others.length === 0)
    return [
      { family: only, given: '' },
      { family: '', given: only },
    ];
  return others.slice(0, mostCuts).flatMap((_, index) => {
    const [front, back] = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return [
      { family: front, given: back },
      { family: back, given: front },
    ];
  });
}

/** The same date with day and month changed over, where that is a date too. */
export function swappedDate(date: BirthDate): string | undefined {
  const [year, month, day] = date.split('-');
  return day !== undefined && Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : undefined;
}
