import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/kernel/event.ts';
import { type AdverseEventId, type DoseId, idOf } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant, secondsBetween } from '../../../domain/kernel/instant.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { type Reaction, reactionKinds } from '../../../domain/vaccination/adverse-events.ts';
import {
  callsForLongerObservation,
  decideRecordAdverseEvent,
  decideReportAdverseEvent,
  evolveAdverseEvents,
  noAdverseEvents,
  reportDueAt,
} from '../../../domain/vaccination/report-adverse-event.ts';
import { evolveVaccination, noDoses } from '../../../domain/vaccination/vaccination.ts';
import { day, doseGiven, doseVoided, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-23');
const now = '2026-11-23T09:20:00.000Z' as Instant;
const adverseEventId = idOf<AdverseEventId>('reaction-1');
const fainted: Reaction = {
  kinds: ['syncope'],
  beganAt: '2026-11-23T09:15:00.000Z' as Instant,
  course: 'recovering',
  description: '',
  measures: 'Hingelegt',
};
const wish = {
  adverseEventId,
  personId,
  doseId: idOf<DoseId>('dose-1'),
  isReportable: true,
  reaction: fainted,
  now,
  beganOn: today,
};
const doses = (...events: StationEvent[]) => fold(noDoses, evolveVaccination, historyOf(...events));
const vaccinated = doses(doseGiven(1, today));

describe('given somebody who had a dose today and fainted', () => {
  test('the reaction is recorded with the dose, and the clock runs from when it became known', () => {
    const recorded = decideRecordAdverseEvent(vaccinated, wish);
    expect(recorded.ok && recorded.value[0].data).toEqual({
      adverseEventId,
      personId,
      doseId: 'dose-1',
      knownAt: now,
      isReportable: true,
      personal: fainted,
    });
  });

  test('all that is medical of it lies in the sealed part', () => {
    const recorded = decideRecordAdverseEvent(vaccinated, wish);
    const { personal, ...open } = recorded.ok ? recorded.value[0].data : { personal: undefined };
    expect(personal).toBeDefined();
    expect(Object.keys(open).sort()).toEqual([
      'adverseEventId',
      'doseId',
      'isReportable',
      'knownAt',
      'personId',
    ]);
  });

  test('it stays recorded with a dose that is voided afterwards', () => {
    const voided = doses(doseGiven(1, today), doseVoided(1));
    expect(decideRecordAdverseEvent(voided, wish).ok).toBe(true);
  });

  test.each([
    ['nothing that occurred', { kinds: [] }, 'reaction-missing'],
    ['something else, without a word of what', { kinds: ['other'], description: ' ' }, 'reaction-missing'],
    ['a beginning that is still to come', { beganAt: addMinutes(now, 1) }, 'reaction-to-come'],
  ] as const)('%s is not recorded', (_, more, refusal) => {
    const reaction = { ...fainted, ...more };
    expect(decideRecordAdverseEvent(vaccinated, { ...wish, reaction })).toEqual({ ok: false, refusal });
  });

  test('a beginning on the day before the dose is not recorded', () => {
    expect(decideRecordAdverseEvent(vaccinated, { ...wish, beganOn: day('2026-11-22') })).toEqual({
      ok: false,
      refusal: 'reaction-before-dose',
    });
  });

  test('a dose that somebody else had is unknown', () => {
    expect(decideRecordAdverseEvent(noDoses, wish)).toEqual({ ok: false, refusal: 'dose-unknown' });
  });
});

describe('given a reaction that is to be reported', () => {
  const recorded: StationEvent = {
    type: 'AdverseEventRecorded',
    version: 1,
    data: { adverseEventId, personId, doseId: wish.doseId, knownAt: now, isReportable: true },
  };
  const state = (...events: StationEvent[]) =>
    fold(noAdverseEvents, evolveAdverseEvents, historyOf(...events));
  const report = { adverseEventId, personId, way: 'fax', office: ' Gesundheitsamt Musterstadt ' } as const;

  test('the health office is to know within 24 hours', () => {
    expect(reportDueAt(now)).toBe('2026-11-24T09:20:00.000Z');
  });

  test('that it was told is kept, once', () => {
    const told = decideReportAdverseEvent(state(recorded), report);
    expect(told.ok && told.value[0].data.personal).toEqual({ office: 'Gesundheitsamt Musterstadt' });
    const again = decideReportAdverseEvent(state(recorded, ...(told.ok ? told.value : [])), report);
    expect(again).toEqual({ ok: false, refusal: 'adverse-event-reported' });
  });

  test('what is not known here is not noted', () => {
    expect(decideReportAdverseEvent(noAdverseEvents, report)).toEqual({
      ok: false,
      refusal: 'adverse-event-unknown',
    });
  });
});

test('fainting and allergy call for longer observation after the next dose, a sore arm and fever do not', () => {
  expect(reactionKinds.filter((kind) => callsForLongerObservation([kind]))).toEqual([
    'syncope',
    'allergic',
    'anaphylaxis',
  ]);
});

test('whatever is entered, what is recorded began neither before the dose nor after now, and is due a day later', () => {
  const kinds = fc.subarray([...reactionKinds]);
  const minutes = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(kinds, minutes, fc.string({ maxLength: 30 }), (chosen, offset, description) => {
      const beganAt = addMinutes(now, offset);
      const beganOn = day(beganAt.slice(0, 10));
      const reaction = { ...fainted, kinds: chosen, beganAt, description };
      const recorded = decideRecordAdverseEvent(vaccinated, { ...wish, reaction, beganOn });
      if (!recorded.ok) return;
      const { personal, knownAt } = recorded.value[0].data;
      expect(personal?.kinds).not.toEqual([]);
      expect(beganAt <= now && beganOn >= today).toBe(true);
      expect(secondsBetween(knownAt, reportDueAt(knownAt))).toBe(86_400);
    }),
  );
});
