import { expect, test } from 'vitest';
import {
  evaluationSentence,
  verdictSentence,
} from '../../../domain/schedules/evaluation/evaluation-sentences.ts';
import { aDose, afterPrevious, evaluate, fromAge, oneSeries } from '../../support/schedule-book.ts';

const book = oneSeries(
  aDose({ ages: [fromAge('6 weeks', { recommendedFrom: '2 months', maximum: '5 years' })] }),
  aDose({ intervals: [afterPrevious('4 weeks')] }),
);
const born = '2024-01-01';

test.each([
  [
    [],
    '2024-01-02',
    'Dosis 1 frühestens am 12.02.2024, empfohlen ab 01.03.2024.',
    'Dose 1 on 12 February 2024 at the earliest, recommended from 1 March 2024.',
  ],
  [['2024-03-01'], '2024-03-01', 'Dosis 2 ab 29.03.2024.', 'Dose 2 from 29 March 2024.'],
  [['2024-03-01', '2024-04-01'], '2024-04-01', 'Die Impfserie ist vollständig.', 'The series is complete.'],
  [[], '2029-01-01', 'Für diese Impfserie ist die Person zu alt.', 'The person is too old for this series.'],
])('after %j, asked on %s, the desk reads: %s', (doses, at, de, en) => {
  expect(evaluationSentence(evaluate(book, { born, doses }, at))).toEqual({ de, en });
});

test('why a dose does not count is said of each dose', () => {
  const { doses } = evaluate(book, { born, doses: ['2024-01-10', '2024-03-01', '2024-03-05'] }, '2024-04-01');
  expect(doses.map((verdict) => verdictSentence(verdict).de)).toEqual([
    'Zählt nicht: die Person war zu jung.',
    'Die Dosis zählt.',
    'Zählt nicht: zu früh nach der Dosis davor.',
  ]);
});
