import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { LotEntry } from '../../../domain/stock/lot-entry.ts';
import {
  closedVials,
  isThawedInTime,
  type LotState,
  lotStateOf,
  usableDay,
} from '../../../domain/stock/lot-state.ts';

const start = '2026-11-23T08:00:00.000Z' as Instant;
const day = (text: string) => text as PlainDate;

/** A book whose lines are an hour apart. */
function bookOf(...lines: Omit<LotEntry, 'at'>[]): LotState {
  const state = lotStateOf(lines.map((line, hour) => ({ ...line, at: addMinutes(start, hour * 60) })));
  if (!state) throw new Error('the book is empty');
  return state;
}

const received = (vials: number, more: Partial<LotEntry> = {}) => ({
  kind: 'received' as const,
  vials,
  expiresOn: day('2027-01-31'),
  ...more,
});
const opened = { kind: 'opened' as const, vials: 1 };
const counted = (vials: number) => ({ kind: 'counted' as const, vials });

describe('given ten vials that came in', () => {
  test('when three are opened and two broken, five lie in the fridge', () => {
    const lot = bookOf(received(10), opened, opened, opened, { kind: 'discarded', vials: 2 });
    expect(closedVials(lot)).toBe(5);
    expect(lot.differences).toEqual([]);
  });

  test('when eight are counted after one was opened, eight lie there and the missing one stays visible', () => {
    const lot = bookOf(received(10), opened, counted(8));
    expect(closedVials(lot)).toBe(8);
    expect(lot.differences).toEqual([{ kind: 'counted', at: addMinutes(start, 120), expected: 9, vials: 8 }]);
  });

  test('when as many are counted as the book says, nothing differs', () => {
    expect(bookOf(received(10), opened, counted(9)).differences).toEqual([]);
  });

  test('when more are counted than came in, all of them are there', () => {
    expect(closedVials(bookOf(received(10), counted(12), opened))).toBe(11);
    expect(closedVials(bookOf(received(1), opened, counted(2)))).toBe(2);
  });
});

test('given one vial, when two are opened, none is left and the second was never received', () => {
  const lot = bookOf(received(1), opened, opened);
  expect(closedVials(lot)).toBe(0);
  expect(lot.differences).toEqual([{ kind: 'never-received', at: addMinutes(start, 120), vials: 1 }]);
});

describe('given a lot that was extended', () => {
  const extended = { kind: 'extended' as const, vials: 0, expiresOn: day('2027-04-30'), words: 'Hersteller' };

  test('it can be used for longer, whatever is printed on the next delivery or the vial', () => {
    const lot = bookOf(received(10), extended, received(10));
    expect(lot.expiresOn).toBe('2027-04-30');
    expect(lot.extendedBy).toBe('Hersteller');
    expect(usableDay(lot, day('2027-01-31'))).toBe('2027-04-30');
  });

  test('without it the earlier of what came in and what the vial says counts', () => {
    expect(usableDay(bookOf(received(1)), day('2026-12-31'))).toBe('2026-12-31');
    expect(usableDay(bookOf(received(1)), day('2028-12-31'))).toBe('2027-01-31');
    expect(usableDay(undefined, day('2026-12-31'))).toBe('2026-12-31');
    expect(usableDay(bookOf(received(1)), undefined)).toBe('2027-01-31');
  });
});

describe('given two deliveries of one lot', () => {
  const long = received(1, { thawedUntil: day('2026-12-01') });
  const short = received(2, { thawedUntil: day('2026-11-24') });
  const frozen = received(3);

  test('those whose time after thawing ends first are taken first, whenever they came, and what is frozen last', () => {
    const taken = (...entries: Omit<LotEntry, 'at'>[]) => bookOf(frozen, long, short, ...entries).batches;
    expect(taken(opened)).toEqual([
      { vials: 3 },
      { vials: 1, thawedUntil: '2026-12-01' },
      { vials: 1, thawedUntil: '2026-11-24' },
    ]);
    expect(taken(opened, opened, opened)).toEqual([{ vials: 3 }]);
  });

  test('nothing of it is in time while one was thawed too long ago: nobody sees which it is', () => {
    const both = bookOf(long, short);
    expect(isThawedInTime(both, day('2026-11-24'))).toBe(true);
    expect(isThawedInTime(both, day('2026-11-25'))).toBe(false);
    const discarded = bookOf(long, short, { ...opened, kind: 'discarded', vials: 2 });
    expect(isThawedInTime(discarded, day('2026-11-25'))).toBe(true);
  });

  test('with different days of expiry the earlier one holds until somebody extends it', () => {
    const later = received(1, { expiresOn: day('2027-07-31') });
    expect(bookOf(received(1), later).expiresOn).toBe('2027-01-31');
    expect(bookOf(later, received(1)).expiresOn).toBe('2027-01-31');
  });
});

test('given a delivery of no vials, nothing lies there whose time after thawing could be over', () => {
  const lot = bookOf(received(0, { thawedUntil: day('2027-01-01') }));
  expect(lot.batches).toEqual([]);
  expect(isThawedInTime(lot, day('2027-01-02'))).toBe(true);
});

test('given a lot that is blocked, it stays so until it is released', () => {
  const blocked = { kind: 'blocked' as const, vials: 0, words: 'Rückruf' };
  expect(bookOf(blocked, received(3)).blocked).toBe('Rückruf');
  expect(bookOf(received(3), blocked, { kind: 'released', vials: 0 }).blocked).toBeUndefined();
});

const line: fc.Arbitrary<Omit<LotEntry, 'at'>> = fc.oneof(
  fc.record({ kind: fc.constant('received' as const), vials: fc.nat(5) }),
  fc.record({ kind: fc.constant('opened' as const), vials: fc.constant(1) }),
  fc.record({ kind: fc.constant('discarded' as const), vials: fc.nat(5) }),
  fc.record({ kind: fc.constant('counted' as const), vials: fc.nat(12) }),
);

test('no order of lines makes a stock negative, and every vial is explained by a line or a difference', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), (lines) => {
      const lot = bookOf(...lines);
      expect(closedVials(lot)).toBeGreaterThanOrEqual(0);
      expect(lot.batches.every(({ vials }) => vials >= 0)).toBe(true);
      const booked = lines.reduce(
        (sum, { kind, vials }) => sum + (kind === 'received' ? vials : kind === 'counted' ? 0 : -vials),
        0,
      );
      const explained = lot.differences.reduce(
        (sum, each) => sum + (each.kind === 'counted' ? each.vials - each.expected : each.vials),
        0,
      );
      expect(closedVials(lot)).toBe(booked + explained);
    }),
  );
});
