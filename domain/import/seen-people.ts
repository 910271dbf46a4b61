import type { BirthDate } from '../kernel/plain-date.ts';
import { birthDatesMayBeOne, namesAreLikelySame, wordsInOrder } from './likely-same.ts';

interface SeenPerson {
  readonly row: number;
  readonly birthDate: BirthDate;
  readonly name: string;
  /** Who was seen before under the same birth date, and under the same words. */
  readonly sameDate: SeenPerson | undefined;
  readonly sameWords: SeenPerson | undefined;
}

/** So far back at most: a file in which everybody has one name or one birth date must not take for ever. */
const MOST_STEPS = 2_000;

/** The people of the rows so far, to find who is likely named twice in one file. Chains instead of lists: there may be half a million. */
export class SeenPeople {
  readonly #byDate = new Map<string, SeenPerson>();
  readonly #byWords = new Map<string, SeenPerson>();
  readonly #byInsurance = new Map<string, number>();

  /** The row of somebody who may be the same person; this row is seen from now on. */
  rowOf(row: number, birthDate: BirthDate, name: string, insuranceKey: string): number | undefined {
    const words = wordsInOrder(name);
    const sameDate = this.#byDate.get(birthDate);
    const sameWords = this.#byWords.get(words);
    const found = this.#byInsurance.get(insuranceKey) ?? likelyAmong(sameDate, sameWords, birthDate, name);
    const person = { row, birthDate, name, sameDate, sameWords };
    this.#byDate.set(birthDate, person);
    this.#byWords.set(words, person);
    if (insuranceKey !== '' && !this.#byInsurance.has(insuranceKey)) this.#byInsurance.set(insuranceKey, row);
    return found;
  }
}

function likelyAmong(
  sameDate: SeenPerson | undefined,
  sameWords: SeenPerson | undefined,
  birthDate: BirthDate,
  name: string,
): number | undefined {
  let steps = 0;
  for (let each = sameWords; each && steps < MOST_STEPS; each = each.sameWords, steps++)
    if (birthDatesMayBeOne(each.birthDate, birthDate)) return each.row;
  for (let each = sameDate; each && steps < MOST_STEPS; each = each.sameDate, steps++)
    if (namesAreLikelySame(each.name, name)) return each.row;
  return undefined;
}
