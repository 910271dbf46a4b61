import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { placesOf } from '../../../domain/appointments/slots.ts';
import type { LaneId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import {
  datesByLane,
  holidaysBetween,
  lanesBetween,
  lastOpenDay,
} from '../../store/tables/appointments/slots.ts';
import { openOffers } from '../../store/tables/appointments/standby.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';

/** A range of days: what each lane takes and what is taken of it. */
export function slotCalendar(
  station: Reads,
  { from, days }: { from: PlainDate; days: number },
): ChannelOutput<'slots.calendar'> {
  const { db, settings } = station;
  const to = addDays(from, days - 1);
  const taken = new Map<string, number>();
  const add = (day: PlainDate, lane: LaneId | null, count: number) => {
    const key = `${day} ${lane ?? ''}`;
    taken.set(key, (taken.get(key) ?? 0) + count);
  };
  const booked = new Map<string, number>();
  for (const { day, lane, count } of datesByLane(db, from, to)) {
    add(day, lane, count);
    booked.set(day, (booked.get(day) ?? 0) + count);
  }
  for (const { day, lane, expires_at } of openOffers(db)) if (expires_at > station.now()) add(day, lane, 1);
  const nameVaccine = vaccineNamer(db);
  const lanes = lanesBetween(db, from, to);
  const holidays = new Map(holidaysBetween(db, from, to).map(({ day, name }) => [day, name]));
  return {
    today: plainDateAt(station.now(), settings.timeZone),
    lastOpenDay: lastOpenDay(db),
    days: Array.from({ length: days }, (_, index) => {
      const day = addDays(from, index);
      return {
        day,
        holiday: holidays.get(day),
        lanes: lanes
          .filter((lane) => lane.day === day)
          .map((lane) => ({
            lane: lane.lane,
            vaccine: nameVaccine(lane.productId),
            capacity: placesOf(lane),
            taken: taken.get(`${day} ${lane.lane}`) ?? 0,
            isClosed: lane.closeReason !== undefined,
          })),
        outside: taken.get(`${day} `) ?? 0,
        booked: booked.get(day) ?? 0,
      };
    }),
  };
}
