import type { Job, JobHealth, JobName } from './job.ts';

/** All jobs of one station: started in their order, stopped the other way round, each asked how it is. */
export class JobRegistry {
  readonly #jobs: Job[] = [];
  readonly #running = new Set<JobName>();

  add(...jobs: readonly Job[]): void {
    this.#jobs.push(...jobs);
  }

  /** Where one cannot begin, those before it end again. */
  async start(): Promise<void> {
    try {
      for (const job of this.#jobs) {
        this.#running.add(job.name);
        await job.start();
      }
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Every job ends, also where one before it could not; then the first fault is thrown. */
  async stop(): Promise<void> {
    const faults: unknown[] = [];
    for (const job of this.#jobs.toReversed()) {
      if (!this.#running.delete(job.name)) continue;
      try {
        await job.stop();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }

  health(): JobHealth[] {
    return this.#jobs.map((job) => {
      const logId = job.fault();
      if (!this.#running.has(job.name)) return { name: job.name, state: 'stopped' };
      return logId === undefined
        ? { name: job.name, state: 'running' }
        : { name: job.name, state: 'failing', logId };
    });
  }
}
