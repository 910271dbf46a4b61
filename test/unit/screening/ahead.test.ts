import { describe, expect, test } from 'vitest';
import type { PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import { fold } from '../../../domain/kernel/event.ts';
import { type AppointmentId, idOf, type ScreeningId, type VisitId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { type AnswerAhead, decideAnswerAhead } from '../../../domain/screening/decide-ahead.ts';
import type { ScreeningEvent } from '../../../domain/screening/events.ts';
import { generalQuestionnaire as general } from '../../../domain/screening/general-questionnaire.ts';
import type { ScreeningAnswer } from '../../../domain/screening/questionnaire.ts';
import { aheadOf, evolveScreening, holdOf, neverScreened } from '../../../domain/screening/screening.ts';
import { comirnaty, day, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-23');
const appointmentId = idOf<AppointmentId>('date-1');
const date: PlannedAppointment = {
  appointmentId,
  productId: comirnaty,
  plannedDose: 1,
  startsAt: '2026-11-23T09:00:00.000Z' as Instant,
  day: today,
  durationMinutes: 10,
  status: 'booked',
};
const saying = (...yes: string[]): ScreeningAnswer[] =>
  general.questions.map(({ id }) => ({ question: id, isYes: yes.includes(id) }));
const stateOf = (...events: ScreeningEvent[]) => fold(neverScreened, evolveScreening, historyOf(...events));

const ground = { active: general, dates: [date], screening: neverScreened, today };
const wish = (more: Partial<AnswerAhead> = {}): AnswerAhead => ({
  screeningId: idOf<ScreeningId>('ahead-1'),
  appointmentId,
  personId,
  questionnaire: general,
  answers: saying(),
  ...more,
});
const decide = (more: Partial<AnswerAhead> = {}, at: Partial<typeof ground> | object = {}) =>
  decideAnswerAhead({ ...ground, ...at }, wish(more));
function answered(...yes: string[]): ScreeningEvent {
  const decided = decide({ answers: saying(...yes) });
  if (!decided.ok) throw new Error(decided.refusal);
  return decided.value[0];
}

describe('given somebody with a date today in a centre that asks before a dose', () => {
  test('they answer every question, and the answers lie in the sealed part alone', () => {
    const { data } = answered('acute-fever') as Extract<ScreeningEvent, { type: 'ScreeningAnsweredAhead' }>;
    const { personal, ...open } = data;
    expect(personal?.answers[0]).toEqual({ question: 'acute-fever', isYes: true });
    expect(JSON.stringify(open)).not.toContain('acute-fever');
    expect(open.questionnaire).toEqual({ id: 'general', version: 1 });
  });

  test('what they said ahead is no answer at the desk: the dose is held back until somebody asked', () => {
    const visitId = idOf<VisitId>('visit-1');
    expect(holdOf(stateOf(answered()), visitId)).toBe('screening-missing');
    expect(holdOf(stateOf(answered('acute-fever')), visitId)).toBe('screening-missing');
  });

  test('they may change their answers: what they said last counts', () => {
    const screening = stateOf(answered('acute-fever'));
    const again = decide({ answers: saying('pregnancy') }, { screening });
    expect(again.ok).toBe(true);
    const both = stateOf(answered('acute-fever'), answered('pregnancy'));
    expect(aheadOf(both, appointmentId)?.answers.filter(({ isYes }) => isYes)).toEqual([
      { question: 'pregnancy', isYes: true },
    ]);
    expect(aheadOf(both, idOf<AppointmentId>('date-2'))).toBeUndefined();
  });

  test('the same answers sent twice are written once', () => {
    const screening = stateOf(answered('pregnancy'));
    const twice = decide({ answers: saying('pregnancy').reverse() }, { screening });
    expect(twice).toEqual({ ok: false, refusal: 'answers-unchanged' });
  });

  test('answers that nobody can read any more are no reason not to write new ones', () => {
    const { personal: _, ...data } = answered().data as { personal?: unknown };
    const unreadable = { type: 'ScreeningAnsweredAhead', version: 1, data } as ScreeningEvent;
    expect(decide({}, { screening: stateOf(unreadable) }).ok).toBe(true);
  });
});

describe('answers are refused', () => {
  const other = idOf<AppointmentId>('date-2');
  const [, ...allButOne] = saying();
  test.each([
    ['where the centre asks nothing', 'screening-off', {}, { active: undefined }],
    ['for a date that is not theirs', 'date-unknown', { appointmentId: other }, {}],
    ['for a date that was cancelled', 'date-unknown', {}, { dates: [{ ...date, status: 'cancelled' }] }],
    ['for a date at another centre', 'date-unknown', {}, { dates: [{ ...date, status: 'elsewhere' }] }],
    ['once somebody received them', 'visit-begun', {}, { dates: [{ ...date, status: 'checked-in' }] }],
    ['after the dose', 'visit-begun', {}, { dates: [{ ...date, status: 'attended' }] }],
    ['on the day after', 'visit-begun', {}, { today: day('2026-11-24') }],
    [
      'to another version of the questions',
      'questionnaire-changed',
      { questionnaire: { id: 'general', version: 0 } },
      {},
    ],
    [
      'to a question that nobody asked',
      'question-unknown',
      { answers: [...allButOne, { question: 'shoe-size', isYes: true }] },
      {},
    ],
    ['with a question left open', 'answers-incomplete', { answers: allButOne }, {}],
    [
      'with two answers to one question',
      'answers-incomplete',
      { answers: [...saying(), ...saying('pregnancy')] },
      {},
    ],
  ])('%s', (_, refusal, more, at) => {
    expect(decide(more as Partial<AnswerAhead>, at)).toEqual({ ok: false, refusal });
  });
});
