import type { LaneId, ProductId, SlotTemplateId } from '../kernel/ids.ts';
import { addDays, dayNumber, type PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { OpenLane, SlotsOpened, SlotTemplateSaved } from './slot-events.ts';

/** Wall clock of the centre, `HH:MM`; the last slot ends at `to` at the latest. */
export interface LaneHours {
  readonly from: string;
  readonly to: string;
}

/** How a usual day looks: opened for a range of days, it becomes slots. */
export interface SlotTemplate {
  readonly templateId: SlotTemplateId;
  readonly name: string;
  readonly productId: ProductId;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Opening hours; a break lies between two of them. */
  readonly hours: readonly LaneHours[];
  readonly slotMinutes: number;
  readonly lanes: readonly { readonly lane: LaneId; readonly capacity: number }[];
}

export type TemplateRefusal =
  | 'template-without-days'
  | 'template-without-lanes'
  | 'lane-twice'
  | 'hours-invalid';

export function decideSaveTemplate(template: SlotTemplate): Result<SlotTemplateSaved[], TemplateRefusal> {
  if (template.weekdays.length === 0) return refuse('template-without-days');
  if (template.lanes.length === 0) return refuse('template-without-lanes');
  if (new Set(template.lanes.map(({ lane }) => lane)).size < template.lanes.length)
    return refuse('lane-twice');
  if (!hoursAreSound(template.hours, template.slotMinutes)) return refuse('hours-invalid');
  return accept([{ type: 'SlotTemplateSaved', version: 1, data: template }]);
}

/** In order, none overlapping, each long enough for a slot. */
function hoursAreSound(hours: readonly LaneHours[], slotMinutes: number): boolean {
  if (hours.length === 0 || slotMinutes < 1) return false;
  return hours.every((span, index) => {
    const before = hours[index - 1];
    const isLong = minutesOf(span.to) - minutesOf(span.from) >= slotMinutes;
    return isLong && (before === undefined || before.to <= span.from);
  });
}

export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

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

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: PlainDate): number {
  return ((dayNumber(day) + 3) % 7) + 1;
}
