/** What the board knows about the flow right now. */
export interface Flow {
  /** Checked in and not vaccinated yet. */
  readonly waiting: number;
  /** Booked for the next half hour and not here yet. */
  readonly due: number;
  /** Booked for the last half hour and not here yet: half of them are reckoned with. */
  readonly overdue: number;
  /** Vaccinated within the last half hour. */
  readonly vaccinated: number;
}

export interface Forecast {
  /** Over the next half hour. */
  readonly arrivals: number;
  /** People vaccinated in half an hour, as in the one before; undefined while nobody was. */
  readonly throughput?: number;
  /** Minutes that somebody who arrives now waits for the dose. */
  readonly waitNowMinutes?: number;
  /** Minutes that somebody who arrives in half an hour will wait. */
  readonly waitThenMinutes?: number;
}

const SPAN_MINUTES = 30;
const OVERDUE_SHARE = 0.5;
/** Below this many doses in half an hour a rate says nothing. */
const FEWEST_FOR_A_RATE = 2;

/**
 * The next half hour, if it goes like the last: whoever comes waits until all before them are through.
 * wait = people ahead / people vaccinated a minute; ahead later = waiting + arrivals - throughput.
 */
export function forecast({ waiting, due, overdue, vaccinated }: Flow): Forecast {
  const arrivals = due + Math.round(overdue * OVERDUE_SHARE);
  if (vaccinated < FEWEST_FOR_A_RATE) return { arrivals };
  const aMinute = vaccinated / SPAN_MINUTES;
  return {
    arrivals,
    throughput: vaccinated,
    waitNowMinutes: Math.round(waiting / aMinute),
    waitThenMinutes: Math.round(Math.max(0, waiting + arrivals - vaccinated) / aMinute),
  };
}

/** The middle one; undefined without any. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle];
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
