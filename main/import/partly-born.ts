import type { BirthDate } from '../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../store/database.ts';
import { lastPosition } from '../store/event-log/chain-end.ts';
import { type NameBornOn, namesBornOn } from '../store/tables/people/people-search.ts';

/**
 * Who is here with the month or the year of a birth date alone. They are few, and a whole list asks for the same few
 * months: what was found is kept until anything is recorded.
 */
export class PartlyBorn {
  readonly #found = new Map<string, readonly NameBornOn[]>();
  #upTo = 0;

  /** Looks whether anything was recorded since. Call it in the transaction in which it is asked then. */
  lookAgain(db: ReadableDb): void {
    const position = lastPosition(db);
    if (position !== this.#upTo) this.#found.clear();
    this.#upTo = position;
  }

  /** Those who are known in less detail than this date, and may be born on it. */
  namesOf(db: ReadableDb, birthDate: BirthDate): NameBornOn[] {
    return [4, 7]
      .filter((length) => length < birthDate.length)
      .flatMap((length) => this.#namesOf(db, birthDate.slice(0, length)));
  }

  #namesOf(db: ReadableDb, partly: string): readonly NameBornOn[] {
    const known = this.#found.get(partly);
    if (known) return known;
    const names = namesBornOn(db, partly);
    this.#found.set(partly, names);
    return names;
  }
}
