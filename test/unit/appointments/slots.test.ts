import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, median } from '../../../domain/appointments/forecast.ts';
import { decideOpenDays } from '../../../domain/appointments/open-days.ts';
import { isShort, isUsualDay, misfitOf, nearestFree } from '../../../domain/appointments/proposal.ts';
import { decideSaveTemplate } from '../../../domain/appointments/save-slot-template.ts';
import { type SlotTemplate, weekdayOf } from '../../../domain/appointments/slot-template.ts';
import { placesOf, slotsOf } from '../../../domain/appointments/slots.ts';
import { idOf, type LaneId, type SlotTemplateId } from '../../../domain/kernel/ids.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import type { Schedule } from '../../../domain/schedules/schedule.ts';
import { windowOfDose } from '../../../domain/schedules/schedule.ts';
import { comirnaty, day } from '../../support/events.ts';

const lane = idOf<LaneId>('A');

function aTemplate(more: Partial<SlotTemplate> = {}): SlotTemplate {
  return {
    templateId: idOf<SlotTemplateId>('template-1'),
    name: 'Werktage',
    productId: comirnaty,
    weekdays: [1, 2, 3, 4, 5],
    hours: [
      { from: '08:00', to: '12:00' },
      { from: '12:30', to: '16:00' },
    ],
    slotMinutes: 10,
    lanes: [{ lane, capacity: 2 }],
    ...more,
  };
}

describe('a template', () => {
  test.each([
    [{ weekdays: [] }, 'template-without-days'],
    [{ lanes: [] }, 'template-without-lanes'],
    [
      {
        lanes: [
          { lane, capacity: 1 },
          { lane, capacity: 2 },
        ],
      },
      'lane-twice',
    ],
    [{ hours: [{ from: '10:00', to: '09:00' }] }, 'hours-invalid'],
    [
      {
        hours: [
          { from: '08:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
      'hours-invalid',
    ],
  ])('with %j is refused: %s', (more, refusal) => {
    expect(decideSaveTemplate(aTemplate(more))).toEqual({ ok: false, refusal });
  });

  test('opens its weekdays, leaves out holidays, and leaves open lanes alone', () => {
    const opened = decideOpenDays({
      from: day('2026-11-23'), // a Monday
      to: day('2026-11-29'),
      template: aTemplate(),
      holidays: new Set([day('2026-11-24')]),
      openLanes: new Map([[day('2026-11-25'), new Set([lane])]]),
    });
    const days = opened.ok && opened.value.map(({ data }) => data.day);
    expect(days).toEqual(['2026-11-23', '2026-11-26', '2026-11-27']);
  });

  test('that fits no day of the range opens nothing', () => {
    const command = { from: day('2026-11-28'), to: day('2026-11-29'), template: aTemplate() };
    const decided = decideOpenDays({ ...command, holidays: new Set(), openLanes: new Map() });
    expect(decided).toEqual({ ok: false, refusal: 'no-day-to-open' });
  });
});

describe('the slots of a lane', () => {
  const open = { ...aTemplate(), lane, capacity: 2 };

  test('begin with the hours, end before them, and skip the break', () => {
    const slots = slotsOf(open, day('2026-11-23'), 'Europe/Berlin', new Map());
    expect(slots[0]?.startsAt).toBe('2026-11-23T07:00:00.000Z');
    expect(slots.at(-1)?.startsAt).toBe('2026-11-23T14:50:00.000Z');
    expect(slots).toHaveLength(24 + 21);
    expect(placesOf(open)).toBe(2 * (24 + 21));
  });

  test('never overlap, on any day, also where the clock changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 120 }), (days, slotMinutes) => {
        const on = addDays(day('2026-01-01'), days);
        const lanes = { ...open, slotMinutes, hours: [{ from: '00:00', to: '23:59' }] };
        const slots = slotsOf(lanes, on, 'Europe/Berlin', new Map());
        const starts = slots.map(({ startsAt }) => Date.parse(startsAt));
        return starts.every(
          (at, index) => index === 0 || at - (starts[index - 1] ?? 0) >= slotMinutes * 60_000,
        );
      }),
    );
  });
});

test('the week begins on Monday', () => {
  expect(['2026-11-23', '2026-11-29', '1970-01-01'].map((on) => weekdayOf(day(on)))).toEqual([1, 7, 4]);
});

describe('few places left', () => {
  test.each([
    [{ free: 2, capacity: 10 }, true],
    [{ free: 3, capacity: 10 }, false],
    [{ free: 19, capacity: 400 }, true],
    [{ free: 20, capacity: 400 }, false],
    [{ free: 0, capacity: 0 }, true],
  ])('%j: %s', (vacancy, short) => expect(isShort(vacancy)).toBe(short));
});

describe('a second date after the first dose was given on another day than planned', () => {
  const window = windowOfDose(scheduleOf(comirnaty) as Schedule, 2, day('2026-11-02'));
  test.each([
    ['2026-11-22', 'too-early'],
    ['2026-11-23', undefined],
    ['2026-11-30', undefined],
    ['2026-12-01', 'too-late'],
  ])('on %s is %s', (on, misfit) => expect(window && misfitOf(day(on), window)).toBe(misfit));
});

describe('the forecast for the next half hour', () => {
  test('without doses in the last half hour there is none, only the arrivals', () => {
    expect(forecast({ waiting: 5, due: 4, overdue: 3, vaccinated: 1 })).toEqual({ arrivals: 6 });
  });

  test('the wait is what lies ahead divided by the pace', () => {
    expect(forecast({ waiting: 10, due: 20, overdue: 0, vaccinated: 15 })).toEqual({
      arrivals: 20,
      throughput: 15,
      waitNowMinutes: 20,
      waitThenMinutes: 30,
    });
  });

  test('a queue that shrinks ends at nothing, never below', () => {
    fc.assert(
      fc.property(
        fc.record({ waiting: fc.nat(500), due: fc.nat(500), overdue: fc.nat(500), vaccinated: fc.nat(500) }),
        (flow) => {
          const { waitNowMinutes = 0, waitThenMinutes = 0 } = forecast(flow);
          return waitNowMinutes >= 0 && waitThenMinutes >= 0;
        },
      ),
    );
  });
});

test('the median is the middle one, or lies between the two in the middle', () => {
  expect([median([]), median([3]), median([9, 1, 5]), median([1, 2, 10, 20])]).toEqual([undefined, 3, 5, 6]);
});

describe('the place that is proposed first', () => {
  const clocks = ['00:00', '06:30', '08:10', '14:00'];
  const minuteOf = ({ startsAt }: { startsAt: string }) =>
    Number(startsAt.slice(11, 13)) * 60 + Number(startsAt.slice(14, 16));
  const slots = (free = clocks) =>
    clocks.map((clock) => ({
      startsAt: `2026-11-23T${clock}:00.000Z`,
      capacity: 1,
      taken: free.includes(clock) ? 0 : 1,
    })) as unknown as Parameters<typeof nearestFree>[0];
  const proposed = (free?: string[], minute?: number) =>
    nearestFree(slots(free), minute, minuteOf)?.startsAt.slice(11, 16);

  test('is the first of the usual hours, and one at night only where there is no other', () => {
    expect(proposed()).toBe('08:10');
    expect(proposed(['00:00', '06:30'])).toBe('00:00');
  });

  test('is the one nearest to the hour at which somebody came before', () => {
    expect(proposed(undefined, 13 * 60)).toBe('14:00');
  });

  test('is on no Sunday by itself', () => {
    expect(isUsualDay(day('2026-11-29'))).toBe(false);
    expect(isUsualDay(day('2026-11-30'))).toBe(true);
  });
});
