import { describe, expect, test } from 'vitest';
import { type DoseId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import {
  type ReactionCourse,
  type ReactionKind,
  reactionCourses,
} from '../../../domain/vaccination/adverse-events.ts';
import {
  holdsInObservation,
  type ReportedReaction,
  reactionFindings,
  reactionWarnings,
} from '../../../domain/vaccination/earlier-reactions.ts';
import { reactionSentence } from '../../../domain/vaccination/reaction-sentence.ts';
import { comirnaty, day } from '../../support/events.ts';

const first = { doseId: idOf<DoseId>('dose-1'), productId: comirnaty, ordinal: 1 };
const other = idOf<ProductId>('fsme-immun');

function report(
  kinds: ReactionKind[],
  course: ReactionCourse,
  hlc = '2026-11-09T09:00:00.000Z-0000',
): ReportedReaction {
  return {
    doseId: first.doseId,
    hlc,
    kinds,
    course,
    beganOn: day('2026-11-09'),
  };
}

function warned(
  reports: ReportedReaction[],
  productId = comirnaty,
  doses: Parameters<typeof reactionFindings>[1] = [first],
) {
  return reactionFindings(reports, doses, productId).map(({ warning }) => warning);
}

describe('given a reaction to an earlier dose', () => {
  test('when it was an anaphylaxis, whatever its course, then the next dose of the series is stopped', () => {
    for (const course of reactionCourses.filter((each) => each !== 'died'))
      expect(warned([report(['fever', 'anaphylaxis'], course)])).toEqual(['severe-reaction']);
  });

  test.each([
    ['fever', 'recovered', 'earlier-reaction'],
    ['allergic', 'recovering', 'earlier-reaction'],
    ['fever', 'not-recovered', 'severe-reaction'],
    ['local', 'hospital', 'severe-reaction'],
    ['local', 'died', 'person-died'],
  ] as const)('when it was %s and %s, then it is told as %s', (kind, course, warning) => {
    expect(warned([report([kind], course)])).toEqual([warning]);
  });

  test('when the key is not here, then it is taken for severe', () => {
    const { doseId, hlc } = report([], 'recovered');
    expect(warned([{ doseId, hlc, kinds: [] }])).toEqual(['severe-reaction']);
  });

  test('when it is over by a later report, then it is no longer ongoing; an anaphylaxis or a stay in hospital stays', () => {
    const over = report(['fever'], 'recovered', '2026-11-12T09:00:00.000Z');
    expect(warned([over, report(['fever'], 'not-recovered')])).toEqual(['earlier-reaction']);
    expect(warned([over, report(['fever'], 'died')])).toEqual(['earlier-reaction']);
    expect(warned([over, report(['fever'], 'hospital')])).toEqual(['severe-reaction']);
    expect(warned([over, report(['anaphylaxis'], 'not-recovered')])).toEqual(['severe-reaction']);
  });

  test('when the vaccine is of another series, then a severe one is told, and a mild one is not', () => {
    expect(warned([report(['anaphylaxis'], 'recovered')], other)).toEqual(['earlier-reaction']);
    expect(warned([report(['fever'], 'recovered')], other)).toEqual([]);
    expect(warned([report(['fever'], 'died')], other)).toEqual(['person-died']);
  });

  test.each(['not-given', 'wrong-person'] as const)(
    'when that dose was voided as %s, then nothing is told, and nobody is held',
    (voidedFor) => {
      const voided = [{ ...first, voidedFor }];
      for (const course of reactionCourses) {
        expect(warned([report(['anaphylaxis'], course)], comirnaty, voided)).toEqual([]);
        expect(holdsInObservation([report(['anaphylaxis'], course)], voided)).toBe(false);
      }
    },
  );

  test.each(['wrong-entry', 'other'] as const)(
    'when only its entry was voided, as %s, then the body reacted all the same',
    (voidedFor) => {
      const voided = [{ ...first, voidedFor }];
      expect(warned([report(['anaphylaxis'], 'recovered')], comirnaty, voided)).toEqual(['severe-reaction']);
      expect(holdsInObservation([report(['anaphylaxis'], 'recovered')], voided)).toBe(true);
    },
  );

  test('when there are several, then the gravest is first, and each warning is there once', () => {
    const second = { ...first, doseId: idOf<DoseId>('dose-2'), ordinal: 2 };
    const reports = [
      report(['fever'], 'recovered'),
      { ...report(['anaphylaxis'], 'recovered'), doseId: second.doseId },
    ];
    const findings = reactionFindings(reports, [first, second], comirnaty);
    expect(findings.map(({ ordinal }) => ordinal)).toEqual([2, 1]);
    expect(reactionWarnings([...findings, ...findings])).toEqual(['severe-reaction', 'earlier-reaction']);
  });

  test('then the sentence says after which dose, what and when', () => {
    const [finding] = reactionFindings([report(['anaphylaxis'], 'not-recovered')], [first], comirnaty);
    expect(finding && reactionSentence(finding).de).toBe(
      'Nach der 1.\u00a0Dosis Comirnaty: Anaphylaxie am 09.11.2026, nicht als abgeklungen gemeldet. Ärztlich entscheiden.',
    );
  });
});

test.each([
  ['anaphylaxis', 'recovered', true],
  ['fever', 'not-recovered', true],
  ['local', 'hospital', true],
  ['fever', 'recovered', false],
  ['allergic', 'recovering', false],
] as const)('who reacted today with %s, %s, is kept in observation: %s', (kind, course, isHeld) => {
  expect(holdsInObservation([report([kind], course)], [first])).toBe(isHeld);
});
