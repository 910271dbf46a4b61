import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventOfLog } from '../../../contracts/events/read-event.ts';
import { fold } from '../../../domain/kernel/event.ts';
import {
  type ConsentId,
  type DoseId,
  idOf,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { courseOn } from '../../../domain/products/course.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { decideCorrectDose } from '../../../domain/vaccination/correct-dose.ts';
import { dosesGivenIn } from '../../../domain/vaccination/given-here.ts';
import { doseStateOf, evolveVaccination, noDoses } from '../../../domain/vaccination/vaccination.ts';
import { comirnaty, day, doseGiven, doseVoided, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-23');
const as = {
  productId: comirnaty,
  lot: 'LOT-1',
  givenOn: day('2026-11-20'),
  site: 'left-upper-arm',
  route: 'intramuscular',
  amountMl: 0.3,
  vaccinator: 'staff:test',
} as const;
const tbe = idOf<ProductId>('fsme-immun');
const wish = {
  doseId: idOf<DoseId>('dose-1'),
  personId,
  to: { ...as, lot: 'LOT-7' },
  note: 'Charge verwechselt',
  today,
  approvedBy: idOf<StaffId>('second'),
};
const historyWith = (...events: StationEvent[]) => fold(noDoses, evolveVaccination, historyOf(...events));
const given = historyWith(doseGiven(1, '2026-11-20'));

describe('given a dose whose lot was entered wrongly', () => {
  test('the correction names both versions, the second person and why', () => {
    const corrected = decideCorrectDose(given, wish);
    expect(corrected.ok && corrected.value[0].data).toEqual({
      doseId: 'dose-1',
      personId,
      before: as,
      after: { ...as, lot: 'LOT-7' },
      approvedBy: 'second',
      personal: { note: 'Charge verwechselt' },
    });
  });

  test('a second correction starts from the first, and what is on paper is the last', () => {
    const first = decideCorrectDose(given, wish);
    const events = [doseGiven(1, '2026-11-20'), ...(first.ok ? first.value : [])];
    const second = decideCorrectDose(historyWith(...events), { ...wish, to: { ...as, lot: 'LOT-8' } });
    expect(second.ok && second.value[0].data.before.lot).toBe('LOT-7');
    const all = historyOf(...events, ...(second.ok ? second.value : []));
    expect(dosesGivenIn(all)).toMatchObject([{ doseId: 'dose-1', lot: 'LOT-8', productId: comirnaty }]);
  });

  test('in other letters it is the same lot: that alone corrects nothing, and with another field the lot stays as it was', () => {
    const spelled = { ...as, lot: ' lot-1' };
    expect(decideCorrectDose(given, { ...wish, to: spelled })).toEqual({
      ok: false,
      refusal: 'dose-unchanged',
    });
    const moved = decideCorrectDose(given, { ...wish, to: { ...spelled, givenOn: day('2026-11-19') } });
    expect(moved.ok && moved.value[0].data.after).toMatchObject({ lot: 'LOT-1', givenOn: '2026-11-19' });
  });

  test('with the day corrected, the dose counts for the other day', () => {
    const corrected = decideCorrectDose(given, { ...wish, to: { ...as, givenOn: day('2026-11-19') } });
    const state = historyWith(doseGiven(1, '2026-11-20'), ...(corrected.ok ? corrected.value : []));
    expect(doseStateOf(state, courseOn(comirnaty, day('2026-11-23')))).toEqual({
      doseCount: 1,
      lastDoseOn: '2026-11-19',
    });
  });

  test('of another vaccine, it counts in its series from now on, and no more in the other', () => {
    const to = { ...as, productId: tbe, amountMl: 0.5, indication: 'travel' } as const;
    const corrected = decideCorrectDose(given, { ...wish, to });
    expect(corrected.ok && corrected.value[0].data).toMatchObject({
      before: { productId: comirnaty, amountMl: 0.3 },
      after: { productId: tbe, amountMl: 0.5 },
      personal: { indication: { after: 'travel' } },
    });
    const events = [doseGiven(1, '2026-11-20'), ...(corrected.ok ? corrected.value : [])];
    const state = historyWith(...events);
    expect(doseStateOf(state, courseOn(comirnaty, today)).doseCount).toBe(0);
    expect(doseStateOf(state, courseOn(tbe, today)).doseCount).toBe(1);
    expect(dosesGivenIn(historyOf(...events))).toMatchObject([
      { productId: tbe, personal: { indication: 'travel' }, corrections: [{ before: as }] },
    ]);
  });

  test('to another vaccine and back, it is again what it was recorded as', () => {
    const to = { ...as, productId: tbe, amountMl: 0.5, indication: 'travel' } as const;
    const away = decideCorrectDose(given, { ...wish, to });
    if (!away.ok) throw new Error(away.refusal);
    const there = historyWith(doseGiven(1, '2026-11-20'), ...away.value);
    expect(there.doses).toMatchObject([{ productId: tbe, recordedAs: comirnaty }]);
    const back = decideCorrectDose(there, { ...wish, to: as });
    if (!back.ok) throw new Error(back.refusal);
    const here = historyWith(doseGiven(1, '2026-11-20'), ...away.value, ...back.value);
    expect(here.doses[0]).toMatchObject({ productId: comirnaty });
    expect(here.doses[0]).not.toHaveProperty('recordedAs');
  });

  test('given by a consent to the wrong vaccine, nobody is said to have agreed to the right one', () => {
    const consentId = idOf<ConsentId>('consent-1');
    const dose = doseGiven(1, '2026-11-20');
    const agreed = { ...dose, data: { ...dose.data, consentId } };
    const corrected = decideCorrectDose(given, { ...wish, to: { ...as, productId: tbe } });
    const [now] = dosesGivenIn(historyOf(agreed, ...(corrected.ok ? corrected.value : [])));
    expect(now).not.toHaveProperty('consentId');
  });

  test('two desks that did not know of each other both count: one corrected the lot, the other the arm', () => {
    const lot = decideCorrectDose(given, wish);
    const arm = decideCorrectDose(given, { ...wish, to: { ...as, site: 'right-thigh' } });
    const events = [doseGiven(1, '2026-11-20'), ...(lot.ok ? lot.value : []), ...(arm.ok ? arm.value : [])];
    expect(historyWith(...events).doses).toMatchObject([{ entry: { lot: 'LOT-7', site: 'right-thigh' } }]);
  });

  test('one that was written when less could be corrected leaves the rest as it was', () => {
    const read = eventOfLog({
      type: 'DoseCorrected',
      version: 1,
      data: {
        doseId: 'dose-1',
        personId,
        before: { lot: 'LOT-1', site: 'left-upper-arm', givenOn: '2026-11-20' },
        after: { lot: 'LOT-2', site: 'left-upper-arm', givenOn: '2026-11-20' },
        approvedBy: 'second',
      },
    });
    if (!read) throw new Error('an old correction is not read');
    expect(historyWith(doseGiven(1, '2026-11-20'), read).doses).toMatchObject([
      { entry: { ...as, lot: 'LOT-2' } },
    ]);
  });

  test.each([
    [
      'the vaccine is none of the catalogue',
      { to: { ...as, productId: idOf<ProductId>('moon') } },
      'product-unknown',
    ],
    ['nothing was injected', { to: { ...as, amountMl: 0 } }, 'amount-invalid'],
    ['more was injected than fits', { to: { ...as, amountMl: 5.5 } }, 'amount-invalid'],
    ['nothing is changed', { to: as }, 'dose-unchanged'],
    ['the day is still to come', { to: { ...as, givenOn: day('2026-11-24') } }, 'dose-to-come'],
    ['the day is months before', { to: { ...as, givenOn: day('2026-08-20') } }, 'dose-day-too-far'],
    ['the lot is no lot', { to: { ...as, lot: 'Charge Ä' } }, 'lot-invalid'],
    ['somebody else corrected it meanwhile', { seen: { ...as, lot: 'LOT-2' } }, 'dose-changed'],
    ['nobody says why', { note: ' ' }, 'note-missing'],
    ['the dose is somebody else’s', { doseId: idOf<DoseId>('dose-9') }, 'dose-unknown'],
  ])('it is refused where %s', (_, more, refusal) => {
    expect(decideCorrectDose(given, { ...wish, ...more })).toEqual({ ok: false, refusal });
  });

  test('it is refused once the dose is voided', () => {
    expect(decideCorrectDose(historyWith(doseGiven(1, '2026-11-20'), doseVoided(1)), wish)).toEqual({
      ok: false,
      refusal: 'dose-already-voided',
    });
  });
});

test('however often doses are corrected, none is lost or gained, and every version stays readable', () => {
  const correction = fc.record({
    lot: fc.constantFrom('LOT-1', 'LOT-2', 'LOT-3'),
    back: fc.integer({ min: -5, max: 60 }),
    of: fc.constantFrom(1, 2),
  });
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 8 }), (corrections) => {
      const events: StationEvent[] = [doseGiven(1, '2026-10-30'), doseGiven(2, '2026-11-20')];
      for (const { lot, back, of } of corrections) {
        const to = { ...as, lot, givenOn: addDays(today, -back) };
        const doseId = idOf<DoseId>(`dose-${of}`);
        const before = historyWith(...events).doses.find((dose) => dose.doseId === doseId)?.entry;
        const decided = decideCorrectDose(historyWith(...events), { ...wish, doseId, to });
        if (!decided.ok) continue;
        expect(decided.value[0].data.before).toEqual(before);
        events.push(...decided.value);
      }
      const state = historyWith(...events);
      expect(doseStateOf(state, courseOn(comirnaty, day('2026-11-23'))).doseCount).toBe(2);
      for (const { givenOn } of state.doses) expect(givenOn <= today).toBe(true);
    }),
  );
});
