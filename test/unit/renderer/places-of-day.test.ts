import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, type LaneId } from '../../../domain/kernel/ids.ts';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import {
  nearestTime,
  rowsOf,
  timeBeside,
  timesOf,
} from '../../../renderer/screens/appointments/places-of-day.ts';

const day = parsePlainDate('2026-11-25') ?? expect.fail();
const at = (clock: string) => instantOf(Date.parse(`2026-11-25T${clock}:00Z`));
const clockOf = (instant: string) => instant.slice(11, 16);
const place = (clock: string, lane = 'A', free = 2) => ({
  day,
  lane: idOf<LaneId>(lane),
  startsAt: at(clock),
  free,
});
const timesAt = (...clocks: string[]) =>
  timesOf(
    clocks.map((clock) => place(clock)),
    clockOf,
  );

test('the lanes of one time are one time', () => {
  const times = timesOf([place('10:00', 'B'), place('09:00'), place('10:00', 'A')], clockOf);
  expect(times.map(({ clock, places }) => [clock, places.length])).toEqual([
    ['09:00', 1],
    ['10:00', 2],
  ]);
});

test('the same minutes stand below each other, and a time without a place leaves its cell empty', () => {
  const rows = rowsOf(timesAt('09:00', '09:20', '09:40', '10:00', '10:40'));
  expect(rows.map(({ cells }) => cells.map((time) => time?.clock))).toEqual([
    ['09:00', '09:20', '09:40'],
    ['10:00', undefined, '10:40'],
  ]);
});

test('the time that comes first is the one nearest to the usual hour', () => {
  expect(nearestTime(timesAt('09:00', '13:40', '15:00'), '14:00')?.clock).toBe('13:40');
  expect(nearestTime(timesAt('09:00', '13:40'), undefined)?.clock).toBe('09:00');
  expect(nearestTime([], '14:00')).toBeUndefined();
});

test('every time of a day is reached by the arrow keys, and the way back is the same', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(fc.uniqueArray(minute, { minLength: 1, maxLength: 40 }), (minutes) => {
      const two = (part: number) => String(part).padStart(2, '0');
      const times = timesAt(...minutes.map((each) => `${two(Math.floor(each / 60))}:${two(each % 60)}`));
      times.forEach((time, index) => {
        expect(timeBeside(times, time, 'ArrowRight')).toBe(times[index + 1]);
        expect(timeBeside(times, time, 'ArrowLeft')).toBe(times[index - 1]);
        const above = timeBeside(times, time, 'ArrowUp');
        const below = timeBeside(times, time, 'ArrowDown');
        if (above) expect(above.clock.slice(0, 2) < time.clock.slice(0, 2)).toBe(true);
        if (below) expect(below.clock.slice(0, 2) > time.clock.slice(0, 2)).toBe(true);
      });
      expect(rowsOf(times).flatMap(({ cells }) => cells.filter((cell) => cell !== undefined))).toEqual(times);
    }),
  );
});
