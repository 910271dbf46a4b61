import { describe, expect, test } from 'vitest';
import type { SkipRule } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { day } from '../../support/events.ts';
import {
  aBook,
  aDose,
  afterPrevious,
  anAntigen,
  aSeries,
  evaluate,
  fromAge,
  oneSeries,
  wordsOf,
} from '../../support/schedule-book.ts';

const born = '2024-01-01';

describe('given two doses, from six weeks on and recommended at two to three months, then a month later', () => {
  const book = oneSeries(
    aDose({
      ages: [
        fromAge('6 weeks', { recommendedFrom: '2 months', recommendedTo: '3 months', maximum: '5 years' }),
      ],
    }),
    aDose({
      intervals: [afterPrevious('4 weeks', { recommendedFrom: '8 weeks', recommendedTo: '13 weeks' })],
    }),
  );

  test('when nothing was given, then the first dose is due by age', () => {
    expect(evaluate(book, { born }, '2024-01-10').next).toEqual({
      dose: 1,
      earliest: '2024-02-12',
      recommended: '2024-03-01',
      pastDue: '2024-03-31',
      latest: '2028-12-31',
    });
  });

  test('when the first was given, then the second is due by its interval', () => {
    expect(evaluate(book, { born, doses: ['2024-03-01'] }, '2024-03-01').next).toEqual({
      dose: 2,
      earliest: '2024-03-29',
      recommended: '2024-04-26',
      pastDue: '2024-05-30',
    });
  });

  test('when the second was too early, then its repetition is counted from it', () => {
    const next = evaluate(book, { born, doses: ['2024-03-01', '2024-03-10'] }, '2024-03-10').next;
    expect(next).toMatchObject({ dose: 2, earliest: '2024-04-07' });
  });

  test.each([
    ['2028-12-31', 'not-complete'],
    ['2029-01-01', 'aged-out'],
  ])('when nobody came until %s, then the series is %s', (at, expected) => {
    expect(evaluate(book, { born }, at).series).toBe(expected);
  });
});

test('given a second dose that would come after its maximum age, then the series is aged out', () => {
  const second = aDose({ ages: [{ maximum: '1 year' }], intervals: [afterPrevious('4 weeks')] });
  expect(evaluate(oneSeries(aDose(), second), { born, doses: ['2024-12-20'] }, '2024-12-20').series).toBe(
    'aged-out',
  );
});

describe('given a second dose that whoever begins at one year does not need', () => {
  const noSecondFromOneYear: SkipRule = {
    when: 'both',
    join: 'any',
    sets: [
      {
        join: 'all',
        conditions: [{ kind: 'dose-count', counts: 'valid', compare: 'more', count: 0, fromAge: '1 year' }],
      },
    ],
  };
  const book = oneSeries(
    aDose(),
    aDose({ intervals: [afterPrevious('4 weeks')], skips: [noSecondFromOneYear] }),
  );
  test.each([
    ['2024-12-31', 'not-complete'],
    ['2025-01-01', 'complete'],
  ])('when the first is given on %s, then the series is %s', (day, expected) => {
    expect(evaluate(book, { born, doses: [day] }, '2025-02-01').series).toBe(expected);
  });
});

describe('given a dose that may be left out by age or after a long time', () => {
  const skipOf = (condition: SkipRule['sets'][number]['conditions'][number]): SkipRule[] => [
    { when: 'forecast', join: 'any', sets: [{ join: 'all', conditions: [condition] }] },
  ];
  test('when the person is old enough, then it is not asked for', () => {
    const book = oneSeries(aDose(), aDose({ skips: skipOf({ kind: 'age', fromAge: '5 years' }) }));
    expect(evaluate(book, { born, doses: ['2024-05-01'] }, '2028-12-31').series).toBe('not-complete');
    expect(evaluate(book, { born, doses: ['2024-05-01'] }, '2029-01-01').series).toBe('complete');
  });
  test('when the last dose is long ago, then it is not asked for', () => {
    const book = oneSeries(aDose(), aDose({ skips: skipOf({ kind: 'interval', interval: '6 months' }) }));
    expect(evaluate(book, { born, doses: ['2024-05-01'] }, '2024-10-31').series).toBe('not-complete');
    expect(evaluate(book, { born, doses: ['2024-05-01'] }, '2024-11-01').series).toBe('complete');
  });
  test('when it could be left out on the day it would be given, then it is not proposed at all', () => {
    const second = aDose({
      intervals: [afterPrevious('8 weeks')],
      skips: skipOf({ kind: 'age', fromAge: '1 year' }),
    });
    const third = aDose({ intervals: [afterPrevious('12 weeks')] });
    const { next } = evaluate(
      oneSeries(aDose(), second, third),
      { born, doses: ['2024-12-01'] },
      '2024-12-01',
    );
    expect(next?.earliest).toBe('2025-02-23');
  });
});

describe('given one dose each winter from October to March', () => {
  const season = { kind: 'yearly', from: '10-01', to: '03-31' } as const;
  const once: SkipRule = {
    when: 'forecast',
    join: 'any',
    sets: [
      {
        join: 'all',
        conditions: [{ kind: 'dose-count', counts: 'valid', compare: 'more', count: 0, isOfSeason: true }],
      },
    ],
  };
  const book = oneSeries(aDose({ ages: [fromAge('6 months')], isRecurring: true, season, skips: [once] }));
  test.each([
    ['2025-08-01', [], 'not-complete', '2025-10-01'],
    ['2025-11-15', [], 'not-complete', '2025-10-01'],
    ['2026-02-01', ['2025-11-15'], 'complete', undefined],
    ['2026-05-01', ['2025-11-15'], 'not-complete', '2026-10-01'],
    ['2026-11-01', ['2025-11-15'], 'not-complete', '2026-10-01'],
  ])('when it is asked on %s after %j, then it is %s and due from %s', (at, doses, series, earliest) => {
    const evaluated = evaluate(book, { born, doses }, at);
    expect([evaluated.series, evaluated.next?.earliest]).toEqual([series, earliest]);
  });
});

describe('given who counts as immune or must not have the vaccine', () => {
  const antigen = anAntigen([aSeries([aDose()])], {
    immunity: {
      observations: ['immune'],
      bornBefore: { day: day('1957-01-01'), unlessObserved: ['at-risk'] },
    },
    contraindications: [
      { observation: 'ill', text: 'not while ill' },
      { observation: 'allergic', text: 'allergic to alpha', products: [{ product: 'alpha' }] },
    ],
  });
  const both = anAntigen([aSeries([aDose({ preferable: [{ product: 'alpha' }, { product: 'beta' }] })])], {
    contraindications: antigen.contraindications,
  });
  test.each([
    ['nothing', 'not-complete', { born }],
    ['a finding of immunity', 'immune', { born, observed: ['immune'] }],
    ['a birth before 1957', 'immune', { born: '1956-12-31' }],
    ['a birth in 1957', 'not-complete', { born: '1957-01-01' }],
    ['a birth before 1957 but a risk', 'not-complete', { born: '1956-12-31', observed: ['at-risk'] }],
    ['an illness', 'contraindicated', { born, observed: ['ill'] }],
    ['an allergy to the only product', 'contraindicated', { born, observed: ['allergic'] }],
  ])('when there is %s, then the series is %s', (_, expected, somebody) => {
    expect(evaluate(aBook([antigen]), somebody, '2026-01-01').series).toBe(expected);
  });
  test('when one of two products is forbidden, then the other remains', () => {
    expect(evaluate(aBook([both]), { born, observed: ['allergic'] }, '2026-01-01').series).toBe(
      'not-complete',
    );
  });
});

test('given a risk series, when somebody has the indication, then it goes before the usual series', () => {
  const risk = aSeries([aDose({ ages: [fromAge('2 months')] })], {
    name: 'risk series',
    kind: 'risk',
    seriesGroup: '2',
    equivalentGroups: ['1'],
    indications: [{ observation: 'at-risk' }],
  });
  const usual = aSeries([aDose({ ages: [fromAge('1 year')] })], { equivalentGroups: ['2'] });
  const book = aBook([anAntigen([usual, risk])]);
  expect(evaluate(book, { born }, '2024-02-01').next?.earliest).toBe('2025-01-01');
  expect(evaluate(book, { born, observed: ['at-risk'] }, '2024-02-01').next?.earliest).toBe('2024-03-01');
});

test('given an interval from an event, when the event is known, then it is counted from its day', () => {
  const start = { from: 'observation', observation: 'ill' } as const;
  const book = oneSeries(aDose({ intervals: [{ start, minimum: '3 months' }] }));
  expect(evaluate(book, { born, observed: ['ill 2024-06-01'] }, '2024-06-02').next?.earliest).toBe(
    '2024-09-01',
  );
});

describe('given a short series of beta alone and a long one of any product', () => {
  const any = [{ product: 'alpha' }, { product: 'beta' }];
  const later = aDose({ preferable: any, intervals: [afterPrevious('4 weeks')] });
  const beta = [{ product: 'beta' }];
  const long = aSeries([aDose({ preferable: any }), later, later]);
  const short = aSeries(
    [aDose({ preferable: beta }), aDose({ preferable: beta, intervals: [afterPrevious('4 weeks')] })],
    {
      name: 'short series',
      isDefault: false,
      isOfOneProduct: true,
      preference: 2,
    },
  );
  const book = aBook([anAntigen([long, short])]);
  test.each([
    [['2024-03-01 beta', '2024-04-01 beta'], 'complete'],
    [['2024-03-01', '2024-04-01 beta'], 'not-complete'],
    [['2024-03-01', '2024-04-01'], 'not-complete'],
  ])('when %j were given, then it is %s', (doses, expected) => {
    expect(evaluate(book, { born, doses }, '2024-06-01').series).toBe(expected);
  });
});

describe('given a group of two antigens, one due at one year and one at two', () => {
  const alpha = anAntigen([aSeries([aDose({ ages: [fromAge('1 year', { recommendedTo: '2 years' })] })])]);
  const gamma = anAntigen([aSeries([aDose({ ages: [fromAge('2 years')] })])], { antigen: 'gamma' });
  const book = aBook([alpha, gamma]);
  test('when nothing was given, then a dose of both waits for the later', () => {
    expect(evaluate(book, { born }, '2024-06-01').next).toMatchObject({ dose: 1, earliest: '2026-01-01' });
  });
  test('when a dose counts for one antigen only, then it is valid and the other is still due', () => {
    const evaluated = evaluate(book, { born, doses: ['2025-06-01'] }, '2025-06-01');
    expect(wordsOf(evaluated)).toEqual(['valid']);
    expect(evaluated).toMatchObject({ series: 'not-complete', next: { earliest: '2026-01-01' } });
  });
});
