import type { LaneId } from '../kernel/ids.ts';
import { addDays, dayNumber, type PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { OpenLane, SlotsOpened } from './slot-events.ts';
import { type SlotTemplate, weekdayOf } from './slot-template.ts';

export interface OpenDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly template: SlotTemplate;
  readonly holidays: ReadonlySet<PlainDate>;
  /** Lanes that are open already stay as they are: opening never changes what may be booked. */
  readonly openLanes: ReadonlyMap<PlainDate, ReadonlySet<LaneId>>;
}

export type OpenDaysRefusal = 'no-day-to-open' | 'range-too-long';

const MOST_DAYS = 400;

/** One event a day: the days of the range that the template is for, without holidays. */
export function decideOpenDays(command: OpenDays): Result<SlotsOpened[], OpenDaysRefusal> {
  const { from, to, template, holidays, openLanes } = command;
  if (dayNumber(to) - dayNumber(from) >= MOST_DAYS) return refuse('range-too-long');
  const opened: SlotsOpened[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (holidays.has(day) || !template.weekdays.includes(weekdayOf(day))) continue;
    const lanes = lanesOf(template).filter(({ lane }) => !openLanes.get(day)?.has(lane));
    if (lanes.length > 0)
      opened.push({
        type: 'SlotsOpened',
        version: 1,
        data: { day, templateId: template.templateId, lanes },
      });
  }
  return opened.length === 0 ? refuse('no-day-to-open') : accept(opened);
}

function lanesOf({ lanes, productId, hours, slotMinutes }: SlotTemplate): OpenLane[] {
  return lanes.map(({ lane, capacity }) => ({ lane, capacity, productId, hours, slotMinutes }));
}
