import { BundleHistory } from '../../interchange/fhir/bundle-history.ts';
import type { RowData } from './staged-row.ts';

/** Which rows of a bundle count: of each resource what its newest entry says. Every row is added before any is asked for. */
export class NewestEntries {
  readonly #history = new BundleHistory();
  /** By the name of a patient whom appointments bring along: the entries that do. */
  readonly #bringers = new Map<string, NonNullable<RowData['entry']>[]>();
  /** Of a patient who is deleted one row says who was meant. */
  readonly #said = new Map<number, number>();

  add({ entry, references = [] }: RowData): void {
    if (!entry) return;
    this.#history.add(entry.place, entry.mark);
    for (const name of references.filter(isWithin))
      this.#bringers.set(name, [...(this.#bringers.get(name) ?? []), entry]);
  }

  /** Whoever was brought along counts as long as one appointment that does brings them. */
  isReplaced({ entry, references = [], date }: RowData): boolean {
    if (!entry || entry.mark.isDeleted) return false;
    const bringers = date === undefined ? references.filter(isWithin) : [];
    const entries =
      bringers.length > 0 ? bringers.flatMap((name) => this.#bringers.get(name) ?? []) : [entry];
    return entries.every(({ place, mark }) => !this.#history.counts(place, mark));
  }

  /**
   * Whether a row is to be found by what it calls its patient: one that counts, or the first of whom a deletion is the
   * newest, so that their appointments are told to be of somebody who is not taken.
   */
  saysWho(data: RowData): boolean {
    const { entry } = data;
    if (!entry || !this.isReplaced(data)) return true;
    const newer = this.#history.newerThan(entry.place, entry.mark);
    if (!newer?.mark.isDeleted) return false;
    const first = this.#said.get(newer.place) ?? entry.place;
    this.#said.set(newer.place, first);
    return first === entry.place;
  }
}

function isWithin(reference: string): boolean {
  return reference.startsWith('contained:');
}
