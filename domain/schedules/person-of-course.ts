import type { ProductId } from '../kernel/ids.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import type { ConfirmedSchedule } from './activate-schedule.ts';

/** What a centre confirmed, by the vaccination it stands for (`groupOf`). */
export type ConfirmedSchedules = ReadonlyMap<string, ConfirmedSchedule>;

/** As much of somebody, and of what their centre goes by, as says which doses a course has for them. */
export interface PersonOfCourse {
  readonly birthDate?: BirthDate | undefined;
  /** All doses of everybody who is one with them. */
  readonly doses: readonly {
    readonly productId: ProductId;
    readonly givenOn: PlainDate;
    readonly isVoided: boolean;
    readonly isDayKnown?: boolean;
  }[];
  readonly confirmed?: ConfirmedSchedules | undefined;
}
