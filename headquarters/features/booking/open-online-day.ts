import { minutesOf } from '../../../domain/appointments/slot-template.ts';
import { instantAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Headquarters } from '../../headquarters.ts';
import { centreOf } from '../../store/centres.ts';
import { type NewSlot, openSlots } from '../../store/online-slots.ts';
import { inCentre } from '../../store/open-databases.ts';
import { shareOf } from '../../store/shared-slots.ts';
import { closedDays } from './closed-days.ts';

export interface OnlineDay {
  readonly day: string;
  /** `HH:MM` by the centre's clock. */
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly capacity: number;
}

/** Opens a day's places for the booking page, where the centre sets no share itself; answers how many slots are new. */
export async function openOnlineDay(
  { databases, newId }: Pick<Headquarters, 'databases' | 'newId'>,
  centreId: string,
  { day, from, to, minutes, capacity }: OnlineDay,
): Promise<number | 'by-the-centre' | 'closed-by-centre'> {
  const centre = await centreOf(databases.app, centreId);
  if (!centre) return 0;
  const slots: NewSlot[] = [];
  for (let at = minutesOf(from); at + minutes <= minutesOf(to); at += minutes) {
    const clock = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    const startsAt = instantAt(day as PlainDate, clock, centre.timeZone);
    slots.push({ slotId: newId(), startsAt, day: day as PlainDate, durationMinutes: minutes, capacity });
  }
  return inCentre(databases.app, centreId, async (db) => {
    if (await shareOf(db)) return 'by-the-centre';
    if ((await closedDays(db)).has(day as PlainDate)) return 'closed-by-centre';
    return openSlots(db, centreId, slots);
  });
}
