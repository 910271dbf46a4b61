import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitPlaces } from '../../../domain/appointments/online-share.ts';
import { openLanesOf } from '../../../domain/appointments/open-lanes.ts';
import type { StationEvent } from '../../../domain/station-event.ts';

const percent = fc.integer({ min: 0, max: 100 });

test('online is never more than its share, walk-ins never less, and together they are all places', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), percent, percent, (capacity, onlinePercent, rest) => {
      const walkInPercent = Math.min(rest, 100 - onlinePercent);
      const { online, walkIn, desk } = splitPlaces(capacity, { onlinePercent, walkInPercent });
      expect(online * 100).toBeLessThanOrEqual(capacity * onlinePercent);
      expect(walkIn * 100).toBeGreaterThanOrEqual(capacity * walkInPercent);
      expect(desk).toBeGreaterThanOrEqual(0);
      expect(online + walkIn + desk).toBe(capacity);
    }),
  );
});

test.each([
  [2, 50, 0, { online: 1, walkIn: 0, desk: 1 }],
  [1, 50, 0, { online: 0, walkIn: 0, desk: 1 }],
  [4, 50, 10, { online: 2, walkIn: 1, desk: 1 }],
  [3, 100, 0, { online: 3, walkIn: 0, desk: 0 }],
])('%i places, %i % online and %i % for walk-ins', (capacity, onlinePercent, walkInPercent, split) => {
  expect(splitPlaces(capacity, { onlinePercent, walkInPercent })).toEqual(split);
});

test('a lane is open on a day by what was said of it last', () => {
  const lane = (name: string, capacity: number) => ({
    lane: name,
    capacity,
    productId: 'comirnaty',
    hours: [],
    slotMinutes: 10,
  });
  const opened = (day: string, ...lanes: object[]) => ({
    type: 'SlotsOpened',
    version: 1,
    data: { day, templateId: 't', lanes },
  });
  const closed = (day: string, ...lanes: string[]) => ({
    type: 'SlotsClosed',
    version: 1,
    data: { day, lanes, reason: 'staff' },
  });
  const events = [
    opened('2026-11-30', lane('A', 2), lane('B', 3)),
    closed('2026-11-30', 'A'),
    opened('2026-12-01', lane('A', 2)),
    closed('2026-12-01', 'A'),
    opened('2026-12-01', lane('A', 5)),
  ] as unknown as StationEvent[];
  const open = openLanesOf(events);
  expect(open.get('2026-11-30' as never)).toEqual([lane('B', 3)]);
  expect(open.get('2026-12-01' as never)).toEqual([lane('A', 5)]);
});
