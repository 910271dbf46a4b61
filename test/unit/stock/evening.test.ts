import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eveningAdvice } from '../../../domain/stock/evening.ts';

const evening = (dosesLeft: number, expected: number, standby = 0, dosesPerVial = 6, closedVials = 200) =>
  eveningAdvice({ dosesLeft, expected, standby, dosesPerVial, closedVials });

test('four doses stand open and one person still comes: open no more, and call three who wait', () => {
  expect(evening(4, 1, 5)).toEqual({ kind: 'open-no-more', spare: 3, call: 3 });
  expect(evening(4, 1, 2)).toEqual({ kind: 'open-no-more', spare: 3, call: 2 });
});

test('four doses stand open and four people still come: open no more, and call nobody', () => {
  expect(evening(4, 4, 9)).toEqual({ kind: 'open-no-more', spare: 0, call: 0 });
});

test('one dose stands open and nine people still come: two vials more, and four who wait can be called', () => {
  expect(evening(1, 9, 5)).toEqual({ kind: 'open-more', vials: 2, spare: 4, call: 4 });
});

test('twelve people still come and one vial of six may be opened: it says for how many nothing is there', () => {
  expect(evening(1, 12, 5, 6, 1)).toEqual({ kind: 'too-few', vials: 1, missing: 5 });
  expect(evening(0, 2, 0, 6, 0)).toEqual({ kind: 'too-few', vials: 0, missing: 2 });
});

test('nothing stands open and nobody comes: nothing is to be done', () => {
  expect(evening(0, 0, 7)).toEqual({ kind: 'nothing' });
});

test('everybody who is expected or called gets a dose, and never a whole vial too many is opened', () => {
  const count = fc.nat(200);
  fc.assert(
    fc.property(count, count, count, fc.integer({ min: 1, max: 12 }), (left, expected, standby, perVial) => {
      const advice = evening(left, expected, standby, perVial);
      if (advice.kind === 'nothing' || advice.kind === 'too-few') return;
      const vials = advice.kind === 'open-more' ? advice.vials : 0;
      expect(left + vials * perVial).toBe(expected + advice.spare);
      expect(advice.call).toBeLessThanOrEqual(Math.min(advice.spare, standby));
      if (vials > 0) expect(advice.spare).toBeLessThan(perVial);
    }),
  );
});
