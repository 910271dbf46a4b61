import { describe, expect, test } from 'vitest';
import { decideArrival } from '../../../domain/scan/decide-arrival.ts';
import { decisionSentence } from '../../../domain/scan/decision-sentence.ts';
import { arrival, date, doses, reacted } from '../../support/arrivals.ts';

describe('the age limits of the vaccine', () => {
  const today = { ...date('2026-11-23'), isOpen: true };

  test('an eight-year-old with an appointment for an adult vaccine is never plain green', () => {
    const decided = decideArrival(arrival({ appointments: [today], years: 8 }));
    expect(decided).toMatchObject({ light: 'red', reason: 'too-young', action: 'check-in' });
    expect(decisionSentence(decided).de).toBe(
      'Comirnaty ist erst ab 12 Jahren zugelassen, diese Person ist 8. Bitte ärztlich klären, bevor es weitergeht. Minderjährig: bitte die Einwilligung der Sorgeberechtigten zeigen lassen.',
    );
  });

  test('nor is somebody above the oldest age, checked in or not', () => {
    const product = { name: 'Junior', ages: { fromYears: 1, toYears: 15 } };
    for (const isCheckedIn of [true, false])
      expect(
        decideArrival(arrival({ appointments: [today], product, years: 16, isCheckedIn })),
      ).toMatchObject({
        light: 'red',
        reason: 'too-old',
      });
  });

  test('a birth date that is not known to the day says nothing', () => {
    expect(decideArrival(arrival({ appointments: [today] })).light).toBe('green');
  });
});

describe('given a severe reaction to an earlier dose', () => {
  const known = {
    appointments: [date('2026-11-23')],
    doses: doses('2026-10-20'),
    reactions: [reacted('severe-reaction')],
  };

  test.each([true, false])('the next dose is a red stop (checked in: %s)', (isCheckedIn) => {
    const decided = decideArrival(arrival({ ...known, isCheckedIn, mayReadMedical: true }));
    expect(decided).toMatchObject({ light: 'red', reason: 'severe-reaction' });
    expect(decisionSentence(decided).de).toContain('Anaphylaxie am 20.10.2026. Ärztlich entscheiden.');
  });

  test('whoever may not read what is medical is stopped, and told nothing of it', () => {
    const decided = decideArrival(arrival(known));
    expect(decided).toMatchObject({ light: 'red', reason: 'ask-a-doctor' });
    expect(JSON.stringify(decided)).not.toMatch(/Anaphylaxie|reaction/);
    expect(decisionSentence(decided).de).toBe('Bitte ärztlich klären lassen, bevor es weitergeht.');
  });

  test('of whom a report says that they died, no dose is offered; a mild reaction leaves the light as it is', () => {
    const died = arrival({ ...known, reactions: [reacted('person-died')], mayReadMedical: true });
    expect(decideArrival(died)).toMatchObject({ light: 'red', reason: 'person-died', action: 'show-person' });
    const mild = arrival({ ...known, reactions: [reacted('earlier-reaction')] });
    expect(decideArrival(mild)).toMatchObject({ light: 'green' });
  });
});

describe('given a dose of which only the year is known', () => {
  const [dose] = doses('2026-11-23');
  const undated = dose ? [{ ...dose, isDayKnown: false }] : [];

  test('then nobody says that it was today: the interval is to be checked', () => {
    const decided = decideArrival(arrival({ appointments: [date('2026-11-23')], doses: undated }));
    expect(decided).toMatchObject({ light: 'amber', reason: 'interval-unknown' });
    expect(decisionSentence(decided).de).toContain('Tag unbekannt');
  });

  test('then it hides no age limit', () => {
    const decided = decideArrival(arrival({ doses: undated, years: 5 }));
    expect(decided).toMatchObject({ light: 'red', reason: 'too-young' });
  });
});
