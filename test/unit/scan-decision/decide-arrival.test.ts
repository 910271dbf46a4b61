import { describe, expect, test } from 'vitest';
import { type Arrival, decideArrival } from '../../../domain/scan/decide-arrival.ts';
import type { DecisionReason } from '../../../domain/scan/decision.ts';
import { decisionSentence } from '../../../domain/scan/decision-sentence.ts';
import { arrival, date, doses, reacted } from '../../support/arrivals.ts';
import { day } from '../../support/events.ts';

describe('the light at the desk', () => {
  test('is green with a date today', () => {
    expect(decideArrival(arrival({ appointments: [date('2026-11-23')] }))).toMatchObject({
      light: 'green',
      reason: 'ready-to-check-in',
      action: 'check-in',
      facts: { clock: '09:30', dose: 1 },
    });
  });

  test('is green for the dose once checked in', () => {
    const checkedIn = arrival({ appointments: [date('2026-11-23')], isCheckedIn: true });
    expect(decideArrival(checkedIn)).toMatchObject({ light: 'green', action: 'record-dose' });
  });

  test('is amber at a desk that only receives once somebody is checked in, and says since when', () => {
    const appointments = [date('2026-11-23')];
    const decision = decideArrival(arrival({ appointments, isCheckedIn: true, receivedAt: '09:12' }));
    expect(decision).toMatchObject({ light: 'amber', reason: 'already-checked-in', action: 'record-dose' });
    expect(decisionSentence(decision).de).toContain('schon seit 09:12 Uhr eingecheckt');
  });

  test.each([
    ['2026-11-23', 'minor'],
    ['2026-11-25', 'wrong-day'],
  ])('asks for the guardian of a minor whose date is on %s: %s', (on, reason) => {
    const decision = decideArrival(arrival({ appointments: [date(on)], years: 17 }));
    expect(decision).toMatchObject({ light: 'amber', reason, action: 'check-in' });
    expect(decisionSentence(decision).de).toContain(
      'Minderjährig: bitte die Einwilligung der Sorgeberechtigten zeigen lassen',
    );
    const adult = decideArrival(arrival({ appointments: [date(on)], years: 18 }));
    expect(decisionSentence(adult).de).not.toContain('Einwilligung');
  });

  test('is amber on the wrong day, and names the right one', () => {
    const decision = decideArrival(
      arrival({ appointments: [date('2026-11-20', false), date('2026-11-25')] }),
    );
    expect(decision).toMatchObject({ light: 'amber', reason: 'wrong-day', facts: { on: '2026-11-25' } });
    expect(decisionSentence(decision).de).toBe(
      'Der Termin ist nicht heute, sondern am 25.11.2026 um 09:30 Uhr.',
    );
  });

  test('is amber at the wrong centre, names the right one, and says whether a place is free here', () => {
    const elsewhere = { ...date('2026-11-23'), centre: 'Nord' };
    const decision = decideArrival(arrival({ appointments: [elsewhere], isPlaceFree: true }));
    expect(decision).toMatchObject({ light: 'amber', reason: 'wrong-centre', action: 'check-in' });
    expect(decisionSentence(decision).de).toBe(
      'Der Termin ist nicht hier, sondern im Zentrum „Nord“, heute um 09:30 Uhr. Hier ist jetzt ein Platz frei.',
    );
    const later = arrival({ appointments: [{ ...date('2026-11-25'), centre: 'Nord' }] });
    expect(decisionSentence(decideArrival(later)).de).toBe(
      'Der Termin ist nicht hier, sondern im Zentrum „Nord“, am 25.11.2026 um 09:30 Uhr. Hier ist jetzt kein Platz frei.',
    );
  });

  test('is green where one of today’s dates is here, whatever another centre has', () => {
    const appointments = [{ ...date('2026-11-23'), centre: 'Nord' }, date('2026-11-23')];
    expect(decideArrival(arrival({ appointments }))).toMatchObject({ reason: 'ready-to-check-in' });
  });

  test('is amber without any date', () => {
    expect(decideArrival(arrival())).toMatchObject({ light: 'amber', reason: 'no-appointment' });
  });

  test('is amber before the interval is over, and names the earliest day', () => {
    const decision = decideArrival(
      arrival({ appointments: [date('2026-11-23')], doses: doses('2026-11-10') }),
    );
    expect(decision).toMatchObject({ light: 'amber', reason: 'too-early', facts: { on: '2026-12-01' } });
  });

  test.each([
    ['2026-11-23', 'dose-already-today'],
    ['2026-10-01,2026-10-25', 'series-complete'],
  ])('is amber and offers no dose after %s: %s', (given, reason) => {
    const decision = decideArrival(
      arrival({ appointments: [date('2026-11-23')], doses: doses(...given.split(',')) }),
    );
    expect(decision).toMatchObject({ light: 'amber', reason, action: 'show-person' });
  });

  test('is amber when they came to that date and left without the dose, and green for another one of today', () => {
    const left = { ...date('2026-11-23'), isOpen: false, hasLeftWithoutDose: true };
    expect(decideArrival(arrival({ appointments: [left] }))).toMatchObject({
      light: 'amber',
      reason: 'left-without-dose',
      action: 'check-in',
    });
    const again = arrival({ appointments: [left, date('2026-11-23')] });
    expect(decideArrival(again)).toMatchObject({ light: 'green', reason: 'ready-to-check-in' });
    const before = { ...left, day: date('2026-11-20').day };
    expect(decideArrival(arrival({ appointments: [before] })).reason).not.toBe('left-without-dose');
  });

  test('is amber when the same pass comes again within a minute, and leaves the way on open', () => {
    const again = (secondsSinceLastScan: number) =>
      decideArrival(arrival({ appointments: [date('2026-11-23')], secondsSinceLastScan }));
    expect(again(59)).toMatchObject({ light: 'amber', reason: 'scanned-again', action: 'check-in' });
    expect(again(60)).toMatchObject({ light: 'green' });
  });
});

test('every reason has one sentence in each language, without a gap where a fact is missing', () => {
  const reasons: DecisionReason[] = [
    'ready-to-check-in',
    'ready-for-dose',
    'wrong-day',
    'wrong-centre',
    'no-appointment',
    'too-early',
    'series-complete',
    'dose-already-today',
    'scanned-again',
    'left-without-dose',
    'interval-unknown',
    'person-died',
    'severe-reaction',
    'ask-a-doctor',
    'screening-stop',
    'screening-doctor',
    'no-dose-today',
    'pass-unknown-here',
    'pass-voided',
    'pass-forged',
    'person-erased',
    'code-unreadable',
    'code-foreign',
    'code-ambiguous',
    'vial-code',
    'certificate-fits',
    'certificate-name-differs',
    'certificate-other-person',
    'certificate-nobody-open',
    'certificate-without-dose',
    'certificate-dose-ahead',
    'certificate-without-trust-list',
    'certificate-unreadable',
    'certificate-cut-off',
    'certificate-in-parts',
    'certificate-foreign',
    'certificate-refused',
    'pass-key-unknown',
    'nobody-found',
    'no-such-day',
    'several-found',
  ];
  const facts = {
    dose: 1,
    doseCount: 2,
    on: day('2026-11-23'),
    clock: '09:30',
    seconds: 12.4,
    count: 3,
    centre: 'Nord',
    last: day('2026-11-02'),
  };
  for (const reason of reasons) {
    const { de, en } = decisionSentence({ reason, facts });
    for (const sentence of [de, en]) {
      expect(sentence).toMatch(/^[A-Z0-9].*[.!?]$/);
      expect(sentence).not.toMatch(/undefined|NaN/);
    }
    expect(de).not.toBe(en);
  }
});

test('so many hits that not all are shown ask for more, and a single one is not counted', () => {
  const sentence = (facts: { count: number; hasMore: boolean; hasBirthDate?: boolean }) =>
    decisionSentence({ reason: 'several-found', facts }).de;
  expect(sentence({ count: 20, hasMore: true })).toContain('Mehr als 20 Personen');
  expect(sentence({ count: 20, hasMore: true })).toContain('Geburtsdatum dazu');
  expect(sentence({ count: 20, hasMore: true, hasBirthDate: true })).toContain('mehr vom Namen');
  expect(sentence({ count: 20, hasMore: false })).toContain('20 Personen passen');
  expect(sentence({ count: 1, hasMore: false })).toMatch(/^Eine Person/);
});

test('the sentence names the vaccine where it must be said', () => {
  const decided = decideArrival(arrival({ appointments: [date('2026-11-23')], vaccine: 'Comirnaty' }));
  expect(decisionSentence(decided).en).toContain('dose 1 of Comirnaty');
});

test('whatever comes together, red is said before amber and amber before green', () => {
  const second = { count: 1, doses: doses('2026-11-20'), dates: [] };
  const parts: readonly (readonly Partial<Arrival>[])[] = [
    [{}, { reactions: [reacted('severe-reaction')] }, { reactions: [reacted('person-died')] }],
    [{}, { years: 5 }, { years: 17 }, { years: 40 }],
    [[], ['2026-11-23'], ['2026-11-20'], ['2026-10-01'], ['2026-10-01', '2026-10-25']].map((on) => ({
      doses: doses(...on),
    })),
    [{}, { second }],
    [{}, { isCheckedIn: true }, { isCheckedIn: true, receivedAt: '09:00' }],
    [{}, { secondsSinceLastScan: 3 }],
    [
      {},
      { appointments: [date('2026-11-23')] },
      { appointments: [date('2026-11-25')] },
      { appointments: [{ ...date('2026-11-23'), centre: 'Nord' }] },
    ],
    [{ mayReadMedical: true }, {}],
    [{}, { screening: 'screening-stop' }, { screening: 'screening-doctor' }],
  ];
  const together = parts.reduce<Partial<Arrival>[]>(
    (all, choices) => all.flatMap((one) => choices.map((more) => ({ ...one, ...more }))),
    [{}],
  );
  expect(together.length).toBeGreaterThan(5000);
  const isOpenDose = (one: Partial<Arrival>) => decideArrival(arrival(one)).action !== 'show-person';
  for (const one of together) {
    const { light, action } = decideArrival(arrival(one));
    const isStopped = one.reactions !== undefined || one.years === 5 || one.screening === 'screening-stop';
    const given = one.doses?.map(({ givenOn }) => givenOn).join() ?? '';
    const isHinted =
      given.includes('2026-11-2') ||
      given.includes('2026-10-25') ||
      one.second !== undefined ||
      one.screening !== undefined ||
      one.receivedAt !== undefined ||
      one.secondsSinceLastScan !== undefined ||
      (!one.isCheckedIn && (one.appointments?.[0]?.day !== '2026-11-23' || one.appointments[0].centre)) ||
      (!one.isCheckedIn && one.years === 17);
    expect([one, light]).toEqual([one, isStopped ? 'red' : isHinted ? 'amber' : 'green']);
    // What is graver never offers a dose that without it would not have been offered.
    if (isStopped && !isOpenDose({ ...one, reactions: [], years: 40, screening: 'screening-doctor' }))
      expect(action).toBe('show-person');
  }
});
