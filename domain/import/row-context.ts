import type { TimeZone } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Schedule } from '../schedules/schedule.ts';

/** What a row is judged by beside the file itself. */
export interface RowContext {
  readonly today: PlainDate;
  readonly zone: TimeZone;
  readonly schedule: Schedule;
  /** What this centre is called: a date that names another one is expected there. */
  readonly centreName: string;
}
