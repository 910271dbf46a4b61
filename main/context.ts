import type { Instant } from '../domain/kernel/instant.ts';
import type { Topic } from '../domain/kernel/topic.ts';
import type { ClockWatch } from './jobs/clock-watch.ts';
import type { WindowTries } from './staff/window-tries.ts';
import type { ReadableDb, WritableDb } from './store/database.ts';
import type { LogWriter } from './store/event-log/append-events.ts';
import type { CentreSettings } from './store/settings.ts';

/** What a question reads: the store, the clock and what the centre is. */
export interface Reads {
  readonly db: ReadableDb;
  readonly now: () => Instant;
  readonly settings: CentreSettings;
}

/** What a command decides and records with. */
export interface Writes extends Reads {
  readonly db: WritableDb;
  /** Whether the clock may decide what cannot be undone. */
  readonly clock: ClockWatch;
  /** Wrong PINs and codes of each window. */
  readonly windowTries: WindowTries;
  readonly writer: LogWriter;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Tells every open window that something about these topics changed. */
  readonly announce: (topics: readonly Topic[]) => void;
}
