import type { Topic } from '../../domain/kernel/topic.ts';
import { cancelClosed } from '../commands/appointments/cancel-closed.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { inSlices } from '../import/in-slices.ts';
import type { StationLog } from '../station-log.ts';
import type { WritableDb } from '../store/database.ts';
import { type Closing, keepSetting, removeSetting, settingOf } from '../store/settings.ts';
import type { Job } from './job.ts';

/** So many at once: a step stays far below what anybody at the desk would notice. */
const STEP_DATES = 10;
const TRY_AGAIN_MS = 10_000;

/**
 * Cancels what closings have left to do, in slices beside the desk. What a kill or a stop interrupts goes on at the
 * next start: a date that is cancelled already is passed over.
 */
export class Closings implements Job {
  readonly name = 'closings';
  readonly #station: Writes & { readonly log: StationLog };
  #running: Promise<void> | undefined;
  #isStopped = false;
  #fault: string | undefined;
  #again: NodeJS.Timeout | undefined;

  constructor(station: Writes & { readonly log: StationLog }) {
    this.#station = station;
  }

  /** Begins with what is left, where nothing runs already. */
  start(): void {
    this.#isStopped = false;
    clearTimeout(this.#again);
    if (this.#running || !settingOf(this.#station.db, 'closings')?.length) return;
    this.#fault = undefined;
    this.#running = inSlices(this.#steps())
      .catch((error: unknown) => {
        this.#fault = this.#station.log.problem('closing-stopped', error);
        if (!this.#isStopped) this.#again = setTimeout(() => this.start(), TRY_AGAIN_MS);
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    await this.#running;
  }

  fault(): string | undefined {
    return this.#fault;
  }

  /** Once nothing is left to cancel. */
  async done(): Promise<void> {
    await this.#running;
  }

  #steps(): () => boolean {
    const { db } = this.#station;
    let at = 0;
    let closing: Closing | undefined;
    const changed = new Set<Topic>();
    return () => {
      if (this.#isStopped) return false;
      closing ??= settingOf(db, 'closings')?.[0];
      if (!closing) return false;
      const { day, actor, dates } = closing;
      const step = dates.slice(at, at + STEP_DATES);
      at += step.length;
      const isLast = at >= dates.length;
      const { topics } = db.transact(() => {
        const occurredAt = this.#station.now();
        const drafts = step
          .flatMap((date) => cancelClosed(this.#station, day, date))
          .flatMap(({ stream, events }) => events.map((event) => ({ stream, actor, occurredAt, event })));
        if (isLast) dropFirst(db);
        return commit(this.#station, drafts);
      });
      for (const topic of topics) changed.add(topic);
      if (!isLast) return true;
      this.#station.announce([...changed]);
      [at, closing] = [0, undefined];
      changed.clear();
      return true;
    };
  }
}

function dropFirst(db: WritableDb): void {
  const [, ...others] = settingOf(db, 'closings') ?? [];
  if (others.length > 0) keepSetting(db, 'closings', others);
  else removeSetting(db, 'closings');
}
