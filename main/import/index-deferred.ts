import type { Writes } from '../context.ts';
import { allSorted, searchKeys, sortEntries } from '../store/search/search-entries.ts';

/**
 * Makes findable whom an import wrote: one kind of entry after the other, between which the desk has its turn.
 * Answers what such a transaction takes, in ms.
 */
export async function indexDeferredInSlices({ db }: Writes): Promise<number> {
  const times: number[] = [];
  for (const key of searchKeys) {
    const started = performance.now();
    db.transactUnsynced(() => sortEntries(db, key));
    times.push(performance.now() - started);
    await new Promise((resolve) => setImmediate(resolve));
  }
  db.transactUnsynced(() => allSorted(db));
  // Not the longest: one of nine may have waited for the disk, whatever its size.
  return times.sort((one, other) => other - one)[1] ?? 0;
}
