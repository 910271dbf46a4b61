import type { WritableDb } from '../store/database.ts';
import { chainEndOf } from '../store/event-log/chain-end.ts';
import { writeWitness } from './witness-file.ts';

/** Writes down outside of the database how far it came. */
export interface WitnessKeeper {
  /** Something was appended: written once the work in hand is over, and only what a power cut cannot take back. */
  appended(): void;
  /** At once. */
  keep(): void;
  /** From then on nothing is written: the database is being closed. */
  end(): void;
}

export interface WitnessParts {
  readonly db: WritableDb;
  readonly dir: string;
  readonly key: string;
  readonly station: string;
  readonly epoch: number;
  /** Told after each writing down; more may follow from how far the log came. */
  readonly kept?: () => void;
  readonly problem: (error: unknown) => void;
}

export function createWitnessKeeper({ db, dir, key, station, epoch, ...tell }: WitnessParts): WitnessKeeper {
  let due: NodeJS.Immediate | undefined;
  let isOver = false;
  let written = 0;
  const keep = () => {
    due = undefined;
    if (isOver) return;
    try {
      const end = db.isSynced ? chainEndOf(db, station, epoch) : undefined;
      if (!end || end.seq === written) return;
      writeWitness(dir, key, { station, epoch, ...end });
      written = end.seq;
      tell.kept?.();
    } catch (error) {
      tell.problem(error); // a full disk, a store that was closed: the next event tries again
    }
  };
  return {
    appended() {
      due ??= setImmediate(keep);
    },
    keep,
    end() {
      if (due) clearImmediate(due);
      isOver = true;
    },
  };
}
