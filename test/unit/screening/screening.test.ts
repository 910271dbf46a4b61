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
const doctor = idOf<StaffId>('doctor');

function saying(...yes: string[]): ScreeningAnswer[] {
  return general.questions.map(({ id }) => ({ question: id, isYes: yes.includes(id) }));
}

function answered(number: number, ...yes: string[]): ScreeningEvent[] {
  const wish = { visitId, personId, screeningId: idOf<ScreeningId>(`screening-${number}`) };
  const decided = decideAnswerScreening(general, here, {
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
      expect(decideAnswerScreening(general, here, { ...wish, answers })).toMatchObject({
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

test('no order of answers and clearings lets a dose through after a stop that no doctor overrode', () => {
  const step = fc.oneof(
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
