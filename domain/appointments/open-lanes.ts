import type { LaneId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { StationEvent } from '../station-event.ts';
import type { OpenLane } from './slot-events.ts';

/** Which lanes are open on which day, by everything that was said of it, oldest first. */
export function openLanesOf(events: readonly StationEvent[]): ReadonlyMap<PlainDate, readonly OpenLane[]> {
  const days = new Map<PlainDate, Map<LaneId, OpenLane>>();
  for (const event of events) {
    if (event.type !== 'SlotsOpened' && event.type !== 'SlotsClosed') continue;
    const { day } = event.data;
    const lanes = days.get(day) ?? new Map<LaneId, OpenLane>();
    days.set(day, lanes);
    if (event.type === 'SlotsOpened') for (const open of event.data.lanes) lanes.set(open.lane, open);
    else for (const lane of event.data.lanes) lanes.delete(lane);
  }
  return new Map([...days].map(([day, lanes]) => [day, [...lanes.values()]]));
}
