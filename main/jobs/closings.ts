import type { Topic } from '../../domain/kernel/topic.ts';
import { cancelClosed } from '../commands/appointments/cancel-closed.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import type { StationLog } from '../station-log.ts';
import type { WritableDb } from '../store/database.ts';
import { type Closing, keepSetting, removeSetting, settingOf } from '../store/settings.ts';
import { BacklogJob } from './backlog-job.ts';

/** So many at once: a step stays far below what anybody at the desk would notice. */
const STEP_DATES = 10;

/** Cancels what closings have left to do: a date that is cancelled already is passed over. */
export class Closings extends BacklogJob {
  readonly name = 'closings';
  readonly #station: Writes;

  constructor(station: Writes & { readonly log: StationLog }) {
    super(station.log, 'closing-stopped');
    this.#station = station;
  }

  protected hasWork(): boolean {
    return Boolean(settingOf(this.#station.db, 'closings')?.length);
  }

  protected steps(): () => boolean {
    const { db } = this.#station;
    let at = 0;
    let closing: Closing | undefined;
    const changed = new Set<Topic>();
    return () => {
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
