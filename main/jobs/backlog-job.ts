import { inSlices } from '../import/in-slices.ts';
import type { StationLog } from '../station-log.ts';
import type { Job, JobName } from './job.ts';

const TRY_AGAIN_MS = 10_000;

/**
 * Works off what commands left to do, in slices beside the desk. What is left lies in the store and each step takes away
 * what it has done in one transaction: what a kill or a stop interrupts goes on at the next start.
 */
export abstract class BacklogJob implements Job {
  abstract readonly name: JobName;
  readonly #log: StationLog;
  readonly #problem: string;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #fault: string | undefined;
  #again: NodeJS.Timeout | undefined;

  /** `problem` is the code of the line in the log that says why it does not get on. */
  constructor(log: StationLog, problem: string) {
    this.#log = log;
    this.#problem = problem;
  }

  protected abstract hasWork(): boolean;

  /** One more run: what is returned does one step, and answers false once nothing is left. */
  protected abstract steps(): () => boolean;

  /** Begins with what is left, where nothing runs already. */
  start(): void {
    this.#isStopped = false;
    clearTimeout(this.#again);
    if (this.#running !== undefined) return;
    try {
      const hasWork = this.hasWork();
      this.#fault = undefined;
      if (!hasWork) return;
    } catch (error) {
      this.#giveUp(error);
      return;
    }
    const step = this.steps();
    this.#running = inSlices(() => !this.#isStopped && step())
      .catch((error: unknown) => this.#giveUp(error))
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** For now: a full disk, a lock and a disk that does not answer pass. */
  #giveUp(error: unknown): void {
    this.#fault = this.#log.problem(this.#problem, error);
    if (!this.#isStopped) this.#again = setTimeout(() => this.start(), TRY_AGAIN_MS);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    await this.#running;
  }

  fault(): string | undefined {
    return this.#fault;
  }

  /** Once nothing is left to do. */
  async done(): Promise<void> {
    await this.#running;
  }
}
