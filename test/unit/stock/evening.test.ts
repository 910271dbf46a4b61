import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eveningAdvice } from '../../../domain/stock/evening.ts';

const soon = (people: number) => Array<number>(people).fill(10);
const evening = (dosesLeft: number, expected: number, standby = 0, dosesPerVial = 6, closedVials = 200) =>
  eveningAdvice({
    open: [{ left: dosesLeft, minutes: 240 }],
    expectedIn: soon(expected),
    standby,
    dosesPerVial,
    usableMinutes: 360,
    closedVials,
  });

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

test('what stands open for another hour is of no use to who comes in eight: its doses are spare, and a vial is opened then', () => {
  const usual = { standby: 9, dosesPerVial: 6, usableMinutes: 360, closedVials: 10 };
  expect(eveningAdvice({ ...usual, open: [{ left: 5, minutes: 60 }], expectedIn: [480] })).toEqual({
    kind: 'open-more',
    vials: 1,
    spare: 10,
    call: 9,
  });
  expect(eveningAdvice({ ...usual, open: [{ left: 5, minutes: 60 }], expectedIn: [30, 480] })).toMatchObject({
    vials: 1,
    spare: 9,
  });
});

test('three people spread over ten hours need two vials that hold for six, not one', () => {
  const day = { open: [], standby: 0, dosesPerVial: 6, closedVials: 10, expectedIn: [0, 300, 600] };
  expect(eveningAdvice({ ...day, usableMinutes: 360 })).toMatchObject({ kind: 'open-more', vials: 2 });
  expect(eveningAdvice(day)).toMatchObject({ kind: 'open-more', vials: 1, spare: 3 });
});

test('the vial whose time is over first is used first', () => {
  const open = [{ left: 1 }, { left: 1, minutes: 20 }];
  const usual = { open, standby: 0, dosesPerVial: 6, usableMinutes: 360, closedVials: 10 };
  expect(eveningAdvice({ ...usual, expectedIn: [500, 10] })).toEqual({
    kind: 'open-no-more',
    spare: 0,
    call: 0,
  });
});

test('everybody who is expected or called gets a dose, and each vial is opened for somebody', () => {
  const open = fc.array(fc.record({ left: fc.nat(6), minutes: fc.nat(360) }), { maxLength: 5 });
  const expectedIn = fc.array(fc.integer({ min: -30, max: 720 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      open,
      expectedIn,
      fc.nat(50),
      fc.integer({ min: 1, max: 12 }),
      (vials, due, standby, perVial) => {
        const facts = { open: vials, expectedIn: due, standby, dosesPerVial: perVial, usableMinutes: 360 };
        const advice = eveningAdvice({ ...facts, closedVials: 100 });
        if (advice.kind === 'nothing' || advice.kind === 'too-few') return;
        const left = vials.reduce((sum, vial) => sum + vial.left, 0);
        const opened = advice.kind === 'open-more' ? advice.vials : 0;
        expect(left + opened * perVial).toBe(due.length + advice.spare);
        expect(advice.call).toBe(Math.min(advice.spare, standby));
        expect(opened).toBeLessThanOrEqual(due.length);
        if (opened === 0) return;
        const fewer = eveningAdvice({ ...facts, closedVials: opened - 1 });
        expect(fewer).toMatchObject({ kind: 'too-few' });
      },
    ),
  );
});
