import { describe, expect, test } from 'vitest';
import { type DoseId, idOf, type ProductId, type StaffId, type VisitId } from '../../../domain/kernel/ids.ts';
import { courseOn } from '../../../domain/products/course.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import type { Schedule } from '../../../domain/schedules/schedule.ts';
import type { ReactionFinding } from '../../../domain/vaccination/earlier-reactions.ts';
import {
  type AdministerDose,
  decideAdminister,
  doseWarnings,
  validDosesOf,
} from '../../../domain/vaccination/vaccination.ts';
import { comirnaty, day, doseGiven, doseVoided, personId } from '../../support/events.ts';
import { given } from '../../support/given-doses.ts';

const schedule = scheduleOf(comirnaty) as Schedule;

function administer(on: string, more: Partial<AdministerDose> = {}): AdministerDose {
  return {
    doseId: idOf<DoseId>('new-dose'),
    personId,
    visitId: idOf<VisitId>('visit-1'),
    productId: comirnaty,
    lot: 'LOT-2',
    site: 'left-upper-arm',
    route: 'intramuscular',
    amountMl: 0.3,
    today: day(on),
    vaccinator: 'staff:test',
    overrides: [],
    ...more,
  };
}

const approvedBy = idOf<StaffId>('second');

describe('given nobody has been vaccinated', () => {
  test('when a dose is recorded, then it is the first of the series', () => {
    const decided = decideAdminister(given(), administer('2026-11-23'), schedule);
    expect(decided.ok && decided.value[0]?.data.ordinal).toBe(1);
  });

  test('when the lot is left out, then nothing is recorded', () => {
    const decided = decideAdminister(given(), administer('2026-11-23', { lot: ' ' }), schedule);
    expect(decided).toEqual({ ok: false, refusal: 'lot-missing' });
  });

  test.each(['LOT\u202e12', '12😀', 'A B', 'LÖT', 'x'.repeat(21)])(
    'when the lot is %j, which no vial can say, then nothing is recorded',
    (lot) => {
      const decided = decideAdminister(given(), administer('2026-11-23', { lot }), schedule);
      expect(decided).toEqual({ ok: false, refusal: 'lot-invalid' });
    },
  );

  test('when the lot has expired, then nobody records it alone; on its last day it may still be used', () => {
    const on = (expiresOn: string, more: Partial<AdministerDose> = {}) =>
      decideAdminister(given(), administer('2026-11-23', { expiresOn: day(expiresOn), ...more }), schedule);
    expect(on('2026-11-22')).toEqual({ ok: false, refusal: 'lot-expired' });
    expect(on('2026-11-22', { overrides: ['lot-expired'] })).toEqual({ ok: false, refusal: 'lot-expired' });
    expect(on('2026-11-23').ok).toBe(true);
    const approval = { reason: 'Haltbarkeit verlängert', approvedBy };
    const together = on('2026-11-22', { overrides: ['lot-expired'], approval });
    expect(together.ok && together.value[0]).toMatchObject({
      version: 7,
      data: { overrides: ['lot-expired'], approvedBy, personal: { reason: 'Haltbarkeit verlängert' } },
    });
  });

  test('when the person has not checked in, then the desk must say that it goes on knowingly', () => {
    const command = administer('2026-11-23', { visitId: undefined });
    expect(decideAdminister(given(), command, schedule)).toEqual({ ok: false, refusal: 'not-checked-in' });
    const knowingly = decideAdminister(given(), { ...command, overrides: ['not-checked-in'] }, schedule);
    expect(knowingly.ok && knowingly.value[0]?.data.overrides).toEqual(['not-checked-in']);
  });
});

describe('given the first dose on 2 November', () => {
  const state = given(doseGiven(1, '2026-11-02'));

  test.each([
    ['2026-11-02', 'dose-already-today'],
    ['2026-11-22', 'too-early'],
  ])('when a dose is recorded on %s, then it is refused: %s', (on, refusal) => {
    expect(decideAdminister(state, administer(on), schedule)).toEqual({ ok: false, refusal });
  });

  test('when the dose that was confirmed is no longer the next one, then nothing is recorded', () => {
    const confirmed = administer('2026-11-23', { seenOrdinal: 1 });
    expect(decideAdminister(state, confirmed, schedule)).toEqual({ ok: false, refusal: 'doses-changed' });
    expect(decideAdminister(state, { ...confirmed, seenOrdinal: 2 }, schedule).ok).toBe(true);
  });

  test('when one more is recorded on the same day, then nobody can do it alone, and a reason is kept', () => {
    const alone = administer('2026-11-02', { overrides: ['dose-already-today'] });
    expect(decideAdminister(state, alone, schedule)).toEqual({ ok: false, refusal: 'dose-already-today' });
    const unread = { ...alone, overrides: [], approval: { reason: 'x', approvedBy } };
    expect(decideAdminister(state, unread, schedule)).toEqual({ ok: false, refusal: 'dose-already-today' });
    const together = { ...alone, approval: { reason: ' Erste ging daneben ', approvedBy } };
    const decided = decideAdminister(state, together, schedule);
    expect(decided.ok && decided.value[0]).toMatchObject({
      version: 7,
      data: { ordinal: 2, approvedBy, personal: { reason: 'Erste ging daneben' } },
    });
    const silent = { ...alone, approval: { reason: ' ', approvedBy } };
    expect(decideAdminister(state, silent, schedule)).toEqual({
      ok: false,
      refusal: 'dose-reason-missing',
    });
  });

  test('when the second comes after three days, then nobody records it alone, whatever they send', () => {
    const alone = administer('2026-11-05', { overrides: ['too-early'] });
    expect(decideAdminister(state, alone, schedule)).toEqual({ ok: false, refusal: 'too-early' });
    const approval = { reason: 'Reise am 7. November', approvedBy };
    const together = decideAdminister(state, { ...alone, approval }, schedule);
    expect(together.ok && together.value[0]).toMatchObject({
      version: 7,
      data: { overrides: ['too-early'], approvedBy, personal: { reason: 'Reise am 7. November' } },
    });
  });

  test('when the desk sends more than there is against it, then only that stands in the record', () => {
    const careful = administer('2026-11-23', { overrides: ['not-checked-in', 'series-complete'] });
    const decided = decideAdminister(state, careful, schedule);
    expect(decided.ok && decided.value[0]?.data.overrides).toEqual([]);
  });

  test('when a dose is recorded after 21 days, then it is the second', () => {
    const decided = decideAdminister(state, administer('2026-11-23'), schedule);
    expect(decided.ok && decided.value[0]?.data.ordinal).toBe(2);
  });

  test('when years have passed, then the series goes on and does not start again', () => {
    const decided = decideAdminister(state, administer('2029-01-01'), schedule);
    expect(decided.ok && decided.value[0]?.data.ordinal).toBe(2);
  });

  test('when it was voided, then the next dose is the first again and the voided one is still known', () => {
    const voided = given(doseGiven(1, '2026-11-02'), doseVoided(1));
    const decided = decideAdminister(voided, administer('2026-11-02'), schedule);
    expect(decided.ok && decided.value[0]?.data.ordinal).toBe(1);
    expect(voided.doses).toHaveLength(1);
  });
});

test('given both doses, when a third is recorded, then nobody records it alone and it stays the third', () => {
  const state = given(doseGiven(1, '2026-10-01'), doseGiven(2, '2026-10-25'));
  expect(decideAdminister(state, administer('2026-11-23'), schedule)).toEqual({
    ok: false,
    refusal: 'series-complete',
  });
  const alone = administer('2026-11-23', { overrides: ['series-complete'] });
  expect(decideAdminister(state, alone, schedule)).toEqual({ ok: false, refusal: 'series-complete' });
  const approval = { reason: 'Auffrischung auf ärztliche Anordnung', approvedBy };
  const together = decideAdminister(state, { ...alone, approval }, schedule);
  expect(together.ok && together.value[0]?.data).toMatchObject({ ordinal: 3, approvedBy });
});

test('given both doses, when a third follows after three days, then the last interval is held to as well', () => {
  const state = given(doseGiven(1, '2026-10-01'), doseGiven(2, '2026-10-25'));
  expect(doseWarnings(state, schedule, day('2026-10-28'))).toEqual(['series-complete', 'too-early']);
  const alone = administer('2026-10-28', { overrides: ['series-complete', 'too-early'] });
  expect(decideAdminister(state, alone, schedule)).toEqual({ ok: false, refusal: 'series-complete' });
});

describe('given doses of several vaccines', () => {
  const spikevax = idOf<ProductId>('spikevax');
  const imvanex = idOf<ProductId>('imvanex');
  const mixed = {
    doses: given(doseGiven(1, '2026-10-26')).doses.concat([
      {
        doseId: idOf<DoseId>('m'),
        productId: imvanex,
        ordinal: 1,
        givenOn: day('2026-11-23'),
        isVoided: false,
      },
    ]),
  };

  test('when another disease is vaccinated against, then its doses count for themselves', () => {
    expect(validDosesOf(mixed, courseOn(comirnaty, day('2026-11-23')))).toHaveLength(1);
    expect(validDosesOf(mixed, courseOn(imvanex, day('2026-11-23')))).toHaveLength(1);
    const decided = decideAdminister(mixed, administer('2026-11-23'), schedule);
    expect(decided.ok && decided.value[0]?.data.ordinal).toBe(2);
  });

  test('when another product of the same series follows, then it is the next dose of that series', () => {
    const decided = decideAdminister(
      mixed,
      administer('2026-11-30', { productId: spikevax }),
      scheduleOf(spikevax) as Schedule,
    );
    expect(decided.ok && decided.value[0]?.data.ordinal).toBe(2);
  });
});

describe('given somebody is too young for the vaccine', () => {
  test('when a dose is recorded, then it is refused until that is overridden knowingly', () => {
    const decided = decideAdminister(given(), administer('2026-11-23', { age: 'too-young' }), schedule);
    expect(decided).toEqual({ ok: false, refusal: 'too-young' });
  });

  test('when it is overridden by two people, then the record says so', () => {
    const command = administer('2026-11-23', { age: 'too-young', overrides: ['too-young'] });
    expect(decideAdminister(given(), command, schedule)).toEqual({ ok: false, refusal: 'too-young' });
    const approval = { reason: 'Ärztlich entschieden', approvedBy };
    const decided = decideAdminister(given(), { ...command, approval }, schedule);
    expect(decided.ok && decided.value[0]).toMatchObject({
      version: 7,
      data: { overrides: ['too-young'], approvedBy },
    });
  });

  test('when it is also a further dose of the day, then both stand in it', () => {
    const command = administer('2026-11-23', {
      age: 'too-young',
      overrides: ['too-young', 'dose-already-today'],
      approval: { reason: 'Nadel brach ab', approvedBy },
    });
    const decided = decideAdminister(given(doseGiven(1, '2026-11-23')), command, schedule);
    expect(decided.ok && decided.value[0]).toMatchObject({
      version: 7,
      data: { approvedBy, overrides: ['too-young', 'dose-already-today'] },
    });
  });
});

describe('given a severe reaction to the first dose', () => {
  const state = given(doseGiven(1, '2026-11-02'));
  const reaction = (warning: ReactionFinding['warning']): ReactionFinding => ({
    warning,
    reaction: {
      doseId: idOf<DoseId>('dose-1'),
      kinds: ['anaphylaxis'],
      isSevere: true,
      isOngoing: false,
      hasDied: false,
    },
    ordinal: 1,
    productId: comirnaty,
  });
  const next = (warning: ReactionFinding['warning'], more: Partial<AdministerDose> = {}) =>
    decideAdminister(state, administer('2026-11-30', { reactions: [reaction(warning)], ...more }), schedule);
  const approval = { reason: 'Ärztlich entschieden', approvedBy };

  test('when one person gives the next alone, then it is refused, whatever they send', () => {
    expect(next('severe-reaction')).toEqual({ ok: false, refusal: 'severe-reaction' });
    const alone = next('severe-reaction', { overrides: ['severe-reaction'] });
    expect(alone).toEqual({ ok: false, refusal: 'severe-reaction' });
  });

  test('when two agree with a reason, then the override stays in the record', () => {
    const together = next('severe-reaction', { overrides: ['severe-reaction'], approval });
    expect(together.ok && together.value[0]).toMatchObject({
      version: 7,
      data: { overrides: ['severe-reaction'], approvedBy, personal: { reason: 'Ärztlich entschieden' } },
    });
  });

  test('when it was mild, then the desk goes on knowingly', () => {
    expect(next('earlier-reaction')).toEqual({ ok: false, refusal: 'earlier-reaction' });
    expect(next('earlier-reaction', { overrides: ['earlier-reaction'] }).ok).toBe(true);
  });

  test('when a report says that the person died, then nobody records a dose', () => {
    expect(next('person-died', { approval })).toEqual({ ok: false, refusal: 'person-died' });
  });
});

test('given a dose of which only the year is known, then it is not of today, and the interval is held to', () => {
  const [dose] = given(doseGiven(1, '2026-11-23')).doses;
  const doses = dose ? [{ ...dose, isDayKnown: false }] : [];
  expect(doseWarnings({ doses }, schedule, day('2026-11-23'))).toEqual(['too-early']);
});
