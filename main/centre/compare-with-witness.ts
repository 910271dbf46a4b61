import type { ReadableDb } from '../store/database.ts';
import { chainEndOf, hashAt } from '../store/event-log/chain-end.ts';
import type { Witness } from './witness-file.ts';

/** What the database lacks of what was seen of it. */
export interface StoreFoundOlder {
  /** Events are gone at the end, or others stand where they stood. */
  readonly kind: 'shorter' | 'other-events';
  readonly epoch: number;
  readonly seqSeen: number;
  readonly seqFound: number;
}

/** The station's own witnesses against its log; undefined where all that was seen is there. */
export function compareWithWitness(
  db: ReadableDb,
  station: string,
  witnesses: readonly Witness[],
): StoreFoundOlder | undefined {
  const seen = furthest(witnesses.filter((witness) => witness.station === station));
  if (!seen) return undefined;
  const hash = hashAt(db, station, seen.epoch, seen.seq);
  if (hash === seen.hash) return undefined;
  const seqFound = chainEndOf(db, station, seen.epoch)?.seq ?? 0;
  const kind = hash === undefined ? 'shorter' : 'other-events';
  return { kind, epoch: seen.epoch, seqSeen: seen.seq, seqFound };
}

function furthest(witnesses: readonly Witness[]): Witness | undefined {
  return [...witnesses].sort((one, other) => other.epoch - one.epoch || other.seq - one.seq)[0];
}
