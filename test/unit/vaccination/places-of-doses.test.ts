import { expect, test } from 'vitest';
import { type DoseId, idOf } from '../../../domain/kernel/ids.ts';
import type { Schedule } from '../../../domain/schedules/schedule.ts';
import {
  ordinalsOf,
  type SeriesDose,
  unseenWarningsOf,
} from '../../../domain/vaccination/places-of-doses.ts';
import { comirnaty, day } from '../../support/events.ts';

const schedule: Schedule = {
  productId: comirnaty,
  version: 1,
  source: 'test',
  doseCount: 2,
  intervals: [{ dose: 2, minimumDays: 19, recommendedFromDays: 21, recommendedToDays: 28 }],
};

function given(id: string, on: string, more: Partial<SeriesDose> = {}): SeriesDose {
  return {
    doseId: idOf<DoseId>(id),
    productId: comirnaty,
    givenOn: day(on),
    isVoided: false,
    isElsewhere: false,
    overrides: [],
    ...more,
  };
}

test('given two desks that each called theirs the first, then the later one is the second', () => {
  const ordinals = ordinalsOf([given('a', '2026-11-02'), given('b', '2026-11-02')]);
  expect([...ordinals.values()]).toEqual([1, 2]);
});

test('given a voided dose, then the one after it takes its place', () => {
  const ordinals = ordinalsOf([given('a', '2026-11-02', { isVoided: true }), given('b', '2026-11-03')]);
  expect([...ordinals.values()]).toEqual([1, 1]);
});

test('given two doses of one day, when nobody knew of the other, then the later one is told of', () => {
  const doses = [given('a', '2026-11-02'), given('b', '2026-11-02')];
  expect(unseenWarningsOf(doses, schedule)).toEqual([{ doseId: 'b', warning: 'dose-already-today' }]);
});

test('given a further dose that was given knowingly, or one that was voided, then nothing is told', () => {
  const knowingly = [
    given('a', '2026-11-02'),
    given('b', '2026-11-02', { overrides: ['dose-already-today'] }),
  ];
  expect(unseenWarningsOf(knowingly, schedule)).toEqual([]);
  const voided = [given('a', '2026-11-02', { isVoided: true }), given('b', '2026-11-02')];
  expect(unseenWarningsOf(voided, schedule)).toEqual([]);
});
