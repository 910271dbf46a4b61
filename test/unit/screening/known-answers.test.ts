import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/kernel/event.ts';
import {
  type DoseId,
  idOf,
  type ProductId,
  type ScreeningId,
  type VisitId,
} from '../../../domain/kernel/ids.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import type { ScreeningEvent } from '../../../domain/screening/events.ts';
import { generalQuestionnaire as general } from '../../../domain/screening/general-questionnaire.ts';
import { knownFactSentence } from '../../../domain/screening/known-answer-sentence.ts';
import { knownAnswers } from '../../../domain/screening/known-answers.ts';
import { evolveScreening, neverScreened } from '../../../domain/screening/screening.ts';
import type { ReactionCourse, ReactionKind } from '../../../domain/vaccination/adverse-events.ts';
import type { VoidReason } from '../../../domain/vaccination/void-reason.ts';
import { comirnaty, day, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-23');
const tbe = idOf<ProductId>('fsme-immun');

function dose(
  productId: ProductId,
  daysAgo: number,
  more: { isVoided?: boolean; voidedFor?: VoidReason; isDayKnown?: boolean } = {},
) {
  const doseId = idOf<DoseId>(`${productId} ${daysAgo}`);
  return { doseId, productId, ordinal: 1, givenOn: addDays(today, -daysAgo), isVoided: false, ...more };
}

function report(of: { doseId: DoseId }, kinds: ReactionKind[], course: ReactionCourse = 'recovered') {
  const hlc = '2026-11-09T09:00:00.000Z-0000';
  return { doseId: of.doseId, hlc, kinds, course, beganOn: day('2026-11-09') };
}

function said(visit: string, ...yes: string[]): ScreeningEvent {
  return {
    type: 'ScreeningAnswered',
    version: 1,
    data: {
      screeningId: idOf<ScreeningId>(`screening of ${visit}`),
      visitId: idOf<VisitId>(visit),
      personId,
      questionnaire: { id: general.id, version: general.version },
      personal: { answers: general.questions.map(({ id }) => ({ question: id, isYes: yes.includes(id) })) },
    },
  };
}

function known(
  {
    doses = [],
    reports = [],
    screenings = [],
  }: {
    doses?: ReturnType<typeof dose>[];
    reports?: ReturnType<typeof report>[];
    screenings?: ScreeningEvent[];
  },
  saidOn = today,
) {
  return knownAnswers({
    today,
    productId: comirnaty,
    doses,
    reports,
    screenings: [fold(neverScreened, evolveScreening, historyOf(...screenings))],
    visitId: idOf<VisitId>('visit-now'),
    dayOf: () => saidOn,
  });
}

const brief = (found: ReturnType<typeof known>) => found.map(({ question, says }) => [question, says]);

describe('given doses in the record, when it is asked for vaccinations of the last four weeks', () => {
  test('a dose of another vaccine 24 days ago is a yes, with the day', () => {
    const [answer] = known({ doses: [dose(tbe, 24)] });
    expect(answer).toMatchObject({ question: 'recent-vaccination', says: 'yes' });
    expect(answer?.facts.map((fact) => knownFactSentence(fact).de)).toEqual([
      'Laut Akte: 1.\u00a0Dosis FSME-IMMUN Erwachsene am 30.10.2026.',
    ]);
  });

  test.each([3, 21, 24, 28])('the dose of this series %i days ago is shown and is no yes', (daysAgo) => {
    const [answer] = known({ doses: [dose(comirnaty, daysAgo)] });
    expect(answer?.says).toBe('aside');
    expect(answer?.facts.map((fact) => knownFactSentence(fact).de).join()).toContain(
      'den Abstand prüft das Impfschema',
    );
  });

  test('a dose of this series does not hide one of another vaccine', () => {
    expect(brief(known({ doses: [dose(comirnaty, 21), dose(tbe, 28)] }))).toEqual([
      ['recent-vaccination', 'yes'],
    ]);
  });

  test('one longer ago, or voided, is none', () => {
    expect(known({ doses: [dose(tbe, 29), dose(tbe, 5, { isVoided: true })] })).toEqual([]);
  });

  test('one whose day is not known leaves the question open', () => {
    const [answer] = known({ doses: [dose(tbe, 10, { isDayKnown: false })] });
    expect(answer?.says).toBe('perhaps');
    expect(answer?.facts.map((fact) => knownFactSentence(fact).de).join()).toContain('Tag unbekannt');
  });
});

describe('given a reaction in the record', () => {
  const first = dose(comirnaty, 60);
  const other = dose(tbe, 60);

  test('fever after an earlier vaccination of whatever kind is a yes to an earlier reaction', () => {
    for (const of of [first, other])
      expect(brief(known({ doses: [of], reports: [report(of, ['fever'])] }))).toEqual([
        ['earlier-reaction', 'yes'],
      ]);
  });

  test('an anaphylaxis is a yes to a severe allergy, after another vaccine perhaps one', () => {
    expect(brief(known({ doses: [first], reports: [report(first, ['anaphylaxis'])] }))).toEqual([
      ['severe-allergy', 'yes'],
      ['earlier-reaction', 'yes'],
    ]);
    expect(brief(known({ doses: [other], reports: [report(other, ['anaphylaxis'])] }))).toEqual([
      ['severe-allergy', 'perhaps'],
      ['earlier-reaction', 'yes'],
    ]);
  });

  test('a reaction at the site of injection that is over is none; one that goes on is', () => {
    expect(known({ doses: [first], reports: [report(first, ['local'])] })).toEqual([]);
    expect(brief(known({ doses: [first], reports: [report(first, ['local'], 'hospital')] }))).toEqual([
      ['earlier-reaction', 'yes'],
    ]);
  });

  test('one of a dose that was voided says nothing', () => {
    const voided = dose(comirnaty, 60, { isVoided: true, voidedFor: 'not-given' });
    expect(known({ doses: [voided], reports: [report(voided, ['anaphylaxis'])] })).toEqual([]);
  });
});

describe('given answers of an earlier visit', () => {
  test('what may hold still leaves its question open, with the day; fever and vaccinations of then do not', () => {
    const screenings = [said('visit-1', 'bleeding', 'acute-fever', 'recent-vaccination')];
    const found = known({ screenings }, day('2026-11-02'));
    expect(brief(found)).toEqual([['bleeding', 'perhaps']]);
    expect(found[0]?.facts.map((fact) => knownFactSentence(fact).de)).toEqual([
      'Am 02.11.2026 hier mit Ja beantwortet. Gilt das noch?',
    ]);
  });

  test('what was denied since, or said in this visit, is nothing that is known', () => {
    expect(known({ screenings: [said('visit-1', 'bleeding'), said('visit-2')] })).toEqual([]);
    expect(known({ screenings: [said('visit-now', 'bleeding')] })).toEqual([]);
  });

  test('a pregnancy is over after nine months', () => {
    expect(known({ screenings: [said('visit-1', 'pregnancy')] }, day('2026-09-01'))).toHaveLength(1);
    expect(known({ screenings: [said('visit-1', 'pregnancy')] }, day('2025-09-01'))).toEqual([]);
  });
});
