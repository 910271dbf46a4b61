import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Visit } from '../../../domain/appointments/visits.ts';
import { fold } from '../../../domain/kernel/event.ts';
import { idOf, type ScreeningId, type StaffId, type VisitId } from '../../../domain/kernel/ids.ts';
import {
  decideAnswerScreening,
  decideClearScreening,
  decideSwitchScreening,
} from '../../../domain/screening/decide-screening.ts';
import type { ScreeningEvent } from '../../../domain/screening/events.ts';
import { generalQuestionnaire as general } from '../../../domain/screening/general-questionnaire.ts';
import type { ScreeningAnswer } from '../../../domain/screening/questionnaire.ts';
import { evolveScreening, holdOf, neverScreened, outcomeOf } from '../../../domain/screening/screening.ts';
import { day, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-23');
const visitId = idOf<VisitId>('visit-1');
const here = { visits: [{ visitId, day: today, stage: 'vaccination' } satisfies Visit], today };
const ground = { ...here, active: general, state: neverScreened, known: [] };
const doctor = idOf<StaffId>('doctor');

function saying(...yes: string[]): ScreeningAnswer[] {
  return general.questions.map(({ id }) => ({ question: id, isYes: yes.includes(id) }));
}

function answered(number: number, ...yes: string[]): ScreeningEvent[] {
  const wish = { visitId, personId, screeningId: idOf<ScreeningId>(`screening-${number}`) };
  const decided = decideAnswerScreening(ground, {
    ...wish,
    questionnaire: general,
    answers: saying(...yes),
  });
  return decided.ok ? decided.value : [];
}

const state = (...events: ScreeningEvent[]) => fold(neverScreened, evolveScreening, historyOf(...events));
const clear = (events: readonly ScreeningEvent[], reason: string) =>
  decideClearScreening(state(...events), here, { visitId, personId, clearedBy: doctor, reason });

describe('given a visit in a centre that asks before a dose', () => {
  test('nobody was asked: no dose, and it says so', () => {
    expect(holdOf(state(), visitId)).toBe('screening-missing');
  });

  test('everything was answered with no: nothing stands against the dose', () => {
    expect(holdOf(state(...answered(1)), visitId)).toBeUndefined();
  });

  test('blood thinners are a note for the vaccinator, and hold nothing back', () => {
    expect(holdOf(state(...answered(1, 'bleeding')), visitId)).toBeUndefined();
  });

  test('a pregnancy is for the doctor, who need not give a reason', () => {
    const events = answered(1, 'pregnancy');
    expect(holdOf(state(...events), visitId)).toBe('screening-doctor');
    const cleared = clear(events, '');
    expect(cleared.ok && holdOf(state(...events, ...cleared.value), visitId)).toBeUndefined();
  });

  test('fever stops the dose; the doctor overrides it only with a reason', () => {
    const events = answered(1, 'acute-fever', 'pregnancy');
    expect(holdOf(state(...events), visitId)).toBe('screening-stop');
    expect(clear(events, '  ')).toMatchObject({ refusal: 'clearing-reason-missing' });
    const cleared = clear(events, 'Gemessen: 36,9 °C');
    expect(cleared.ok && holdOf(state(...events, ...cleared.value), visitId)).toBeUndefined();
  });

  test('asking once more does not undo a stop', () => {
    const events = [...answered(1, 'severe-allergy'), ...answered(2)];
    expect(holdOf(state(...events), visitId)).toBe('screening-stop');
  });

  test('the answers of another visit say nothing of this one', () => {
    expect(holdOf(state(...answered(1)), idOf<VisitId>('visit-2'))).toBe('screening-missing');
  });

  test('a question left out, answered twice or unknown is refused', () => {
    const wish = { visitId, personId, screeningId: idOf<ScreeningId>('s'), questionnaire: general };
    const [first, ...others] = saying();
    for (const answers of [
      others,
      [...saying(), ...others],
      [{ question: 'other', isYes: false }, ...others],
    ])
      expect(decideAnswerScreening(ground, { ...wish, answers })).toMatchObject({
        refusal: 'answers-incomplete',
      });
    expect(first).toBeDefined();
  });

  test('answers that nobody here can read hold the dose back', () => {
    const [event] = answered(1);
    if (event?.type !== 'ScreeningAnswered') throw new Error('not answered');
    const { personal: _, ...open } = event.data;
    expect(holdOf(state({ ...event, data: open }), visitId)).toBe('screening-stop');
  });

  test('a yes to a question of a newer program stops the dose', () => {
    expect(outcomeOf({ id: 'general', version: 99 }, [{ question: 'new', isYes: true }])).toBe('stop');
  });

  test('what was said and why it was overridden lie in the sealed part alone', () => {
    const events = answered(1, 'pregnancy', 'acute-fever');
    const cleared = clear(events, 'Kein Fieber');
    for (const event of [...events, ...(cleared.ok ? cleared.value : [])]) {
      const { personal, ...open } = event.data as { personal?: object };
      expect(personal).toBeDefined();
      expect(JSON.stringify(open)).not.toMatch(/pregnancy|fever|stop|ask|Fieber|true/);
    }
  });
});

const second = idOf<StaffId>('second');

/** The answers of the visit gone through again, after what there is. */
function again(
  number: number,
  events: readonly ScreeningEvent[],
  by: { approvedBy?: StaffId },
  ...yes: string[]
) {
  return decideAnswerScreening(
    { ...ground, state: state(...events) },
    {
      visitId,
      personId,
      screeningId: idOf<ScreeningId>(`screening-${number}`),
      questionnaire: general,
      answers: saying(...yes),
      again: { reason: 'Verlesen', ...by },
    },
  );
}

describe('given answers that are gone through again in the same visit', () => {
  test('when a yes against the dose turns out to be a no, then two people say so, and both versions stay', () => {
    const before = answered(1, 'acute-fever');
    expect(again(2, before, {})).toMatchObject({ refusal: 'answers-milder' });
    const revised = again(2, before, { approvedBy: second });
    if (!revised.ok) throw new Error(revised.refusal);
    expect(revised.value[0]).toMatchObject({
      version: 2,
      data: { replaces: ['screening-1'], approvedBy: second, personal: { reason: 'Verlesen' } },
    });
    const after = state(...before, ...revised.value);
    expect(holdOf(after, visitId)).toBeUndefined();
    expect(after.answered).toHaveLength(2);
  });

  test('when a no turns out to be a yes, then one person says so, and it holds the dose back', () => {
    const before = answered(1);
    const revised = again(2, before, {}, 'pregnancy');
    expect(revised.ok && holdOf(state(...before, ...revised.value), visitId)).toBe('screening-doctor');
  });

  test('when a note is taken back, then one person says so', () => {
    expect(again(2, answered(1, 'bleeding'), {}).ok).toBe(true);
  });

  test('when the yes stays, then it is for the doctor as before, also one that was cleared', () => {
    const before = answered(1, 'pregnancy');
    const cleared = clear(before, '');
    const all = [...before, ...(cleared.ok ? cleared.value : [])];
    const revised = again(2, all, {}, 'pregnancy', 'bleeding');
    expect(revised.ok && holdOf(state(...all, ...revised.value), visitId)).toBe('screening-doctor');
    expect(again(2, all, {})).toMatchObject({ refusal: 'answers-milder' });
  });

  test('when nothing was answered, or no reason is given, then it is refused', () => {
    expect(again(2, [], {})).toMatchObject({ refusal: 'answers-not-there' });
    const wish = { visitId, personId, screeningId: idOf<ScreeningId>('s'), questionnaire: general };
    const blank = { ...wish, answers: saying(), again: { reason: '  ' } };
    expect(decideAnswerScreening({ ...ground, state: state(...answered(1)) }, blank)).toMatchObject({
      refusal: 'answers-reason-missing',
    });
  });

  test('when two stations go through the same answers at once, then what either holds back is held back', () => {
    const before = answered(1, 'acute-fever');
    const here = again(2, before, { approvedBy: second });
    const there = again(3, before, {}, 'acute-fever');
    if (!here.ok || !there.ok) throw new Error('not gone through');
    for (const order of [
      [...here.value, ...there.value],
      [...there.value, ...here.value],
    ])
      expect(holdOf(state(...before, ...order), visitId)).toBe('screening-stop');
  });
});

describe('given a record that knows the answer', () => {
  const known = [
    { question: 'recent-vaccination', says: 'yes', facts: [] },
    { question: 'bleeding', says: 'perhaps', facts: [] },
  ] as const;
  const wish = { visitId, personId, screeningId: idOf<ScreeningId>('s'), questionnaire: general };

  test('when a no contradicts it, then it is asked back; confirmed, it stands with a word of that', () => {
    const asked = { ...wish, answers: saying() };
    expect(decideAnswerScreening({ ...ground, known }, asked)).toMatchObject({
      refusal: 'answer-against-record',
    });
    const confirmed = decideAnswerScreening(
      { ...ground, known },
      { ...asked, confirmedNo: ['recent-vaccination', 'bleeding'] },
    );
    expect(confirmed.ok && confirmed.value[0]).toMatchObject({
      version: 2,
      data: { personal: { againstRecord: ['recent-vaccination'] } },
    });
  });

  test('when the answer is the same, then nothing is asked back', () => {
    const same = decideAnswerScreening(
      { ...ground, known },
      { ...wish, answers: saying('recent-vaccination') },
    );
    expect(same.ok && same.value[0].version).toBe(1);
  });
});

test('no order of answers and clearings lets a dose through after a stop that no doctor overrode', () => {
  const step = fc.oneof(
    fc.record({ again: fc.subarray(general.questions.map(({ id }) => id)), isAlone: fc.boolean() }),
    fc.record({ yes: fc.subarray(general.questions.map(({ id }) => id)) }),
    fc.record({ reason: fc.constantFrom('', 'A reason') }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.integer(), (steps, seed) => {
      const events: ScreeningEvent[] = [];
      const unresolved = new Set<string>();
      steps.forEach((each, index) => {
        if ('yes' in each) {
          events.push(...answered(index, ...each.yes));
          if (outcomeOf(general, saying(...each.yes)) === 'stop') unresolved.add(`screening-${index}`);
          return;
        }
        if ('again' in each) {
          const revised = again(index, events, each.isAlone ? {} : { approvedBy: second }, ...each.again);
          if (!revised.ok) return;
          events.push(...revised.value);
          // Two people took back what stood, or it stands in the new answers.
          unresolved.clear();
          if (outcomeOf(general, saying(...each.again)) === 'stop') unresolved.add(`screening-${index}`);
          return;
        }
        const cleared = clear(events, each.reason);
        if (!cleared.ok) return;
        events.push(...cleared.value);
        const [{ data }] = cleared.value;
        for (const id of data.screeningIds) if (data.personal) unresolved.delete(id);
      });
      const isHeld = holdOf(state(...events), visitId) === 'screening-stop';
      expect(isHeld).toBe(unresolved.size > 0);
      // Stations that hear of the same in another order say the same.
      const shuffled = events.toSorted((one, other) => hash(one, seed) - hash(other, seed));
      expect(holdOf(state(...shuffled), visitId)).toBe(holdOf(state(...events), visitId));
    }),
  );
});

function hash(event: ScreeningEvent, seed: number): number {
  return [...JSON.stringify(event)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed);
}

test('questions are switched on and off by the centre, and only those that there are', () => {
  expect(decideSwitchScreening(undefined, general).ok).toBe(true);
  expect(decideSwitchScreening(general, undefined).ok).toBe(true);
  expect(decideSwitchScreening(general, general)).toMatchObject({ refusal: 'screening-unchanged' });
  expect(decideSwitchScreening(undefined, { id: 'x', version: 1 })).toMatchObject({
    refusal: 'questionnaire-unknown',
  });
});
