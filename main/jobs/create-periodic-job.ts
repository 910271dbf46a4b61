import type { StationLog } from '../station-log.ts';
import type { Job, JobName } from './job.ts';

interface PeriodicJob {
  readonly name: JobName;
  readonly everyMs: number;
  readonly log: StationLog;
  /** The code of its line in the log where it fails: a locked store, a full disk. Tried again at the next turn. */
  readonly problem: string;
  /** Without it the first turn is after `everyMs`. */
  readonly isAtOnce?: boolean;
  readonly run: () => void;
}

/** Runs every so often, whatever becomes of one turn. */
export function createPeriodicJob({ name, everyMs, log, problem, isAtOnce, run }: PeriodicJob): Job {
  let timer: NodeJS.Timeout | undefined;
  let fault: string | undefined;
  const turn = (): void => {
    try {
      run();
      fault = undefined;
    } catch (error) {
      fault = log.problem(problem, error);
    }
  };
  return {
    name,
    start() {
      if (isAtOnce) turn();
      timer = setInterval(turn, everyMs);
    },
    stop: () => clearInterval(timer),
    fault: () => fault,
  };
}
