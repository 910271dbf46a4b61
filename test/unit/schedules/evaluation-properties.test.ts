import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { aDose, afterPrevious, evaluate, fromAge, oneSeries } from '../../support/schedule-book.ts';

const born = '2020-01-01' as PlainDate;
const at = '2026-01-01';

/** From six weeks of age, the second four weeks later, the third eight weeks later and from one year of age. */
const book = oneSeries(
  aDose({ ages: [fromAge('6 weeks', { recommendedFrom: '2 months' })] }),
  aDose({ intervals: [afterPrevious('4 weeks', { recommendedFrom: '6 weeks' })] }),
  aDose({ ages: [fromAge('1 year')], intervals: [afterPrevious('8 weeks')] }),
);

const history = fc
  .array(fc.tuple(fc.nat(2_000), fc.constantFrom('alpha', 'beta')), { maxLength: 7 })
  .map((days) => days.map(([day, product]) => `${addDays(born, day)} ${product}`));

describe('whatever somebody has had before', () => {
  test('no dose is proposed before its minimum age or its minimum interval', () => {
    fc.assert(
      fc.property(history, (doses) => {
        const { next } = evaluate(book, { born, doses }, at);
        if (!next) return;
        const last = doses
          .map((dose) => dose.slice(0, 10))
          .sort()
          .at(-1);
        const leastAge = next.dose === 3 ? '2021-01-01' : '2020-02-12';
        expect(next.earliest >= leastAge).toBe(true);
        if (last !== undefined && next.dose > 1)
          expect(next.earliest >= addDays(lastCounting(doses), next.dose === 2 ? 28 : 56)).toBe(true);
        expect(next.recommended >= next.earliest).toBe(true);
        expect(next.pastDue === undefined || next.pastDue >= next.earliest).toBe(true);
      }),
    );
  });

  test('the order in which the doses are told changes nothing', () => {
    const shuffled = history.chain((doses) =>
      fc.record({
        doses: fc.constant(doses),
        other: fc.shuffledSubarray(doses, { minLength: doses.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ doses, other }) => {
        const one = evaluate(book, { born, doses }, at);
        const two = evaluate(book, { born, doses: other }, at);
        expect({ series: two.series, next: two.next }).toEqual({ series: one.series, next: one.next });
        const told = (all: string[], { doses: verdicts }: typeof one) =>
          all.map((dose, place) => `${dose} ${verdicts[place]?.status}`).sort();
        expect(told(other, two)).toEqual(told(doses, one));
      }),
    );
  });

  test('a later dose that does not count never completes a series', () => {
    fc.assert(
      fc.property(history, fc.nat(400), (doses, days) => {
        const before = evaluate(book, { born, doses }, at);
        const last =
          doses
            .map((dose) => dose.slice(0, 10))
            .sort()
            .at(-1) ?? born;
        const more = addDays(last as PlainDate, days);
        if (before.series === 'complete' || more > at) return;
        const after = evaluate(book, { born, doses: [...doses, `${more} alpha`] }, at);
        if (after.doses.at(-1)?.status !== 'valid') expect(after.series).toBe('not-complete');
      }),
    );
  });

  test('as many doses are valid as the series takes, and never more', () => {
    fc.assert(
      fc.property(history, (doses) => {
        const { series, doses: verdicts, next } = evaluate(book, { born, doses }, at);
        const valid = verdicts.filter(({ status }) => status === 'valid').length;
        expect(valid <= 3).toBe(true);
        expect(series === 'complete').toBe(valid === 3);
        expect(next?.dose).toBe(series === 'complete' ? undefined : valid + 1);
      }),
    );
  });

  test('a dose given on the earliest day that was proposed counts', () => {
    fc.assert(
      fc.property(history, (doses) => {
        const { next } = evaluate(book, { born, doses }, at);
        if (!next || next.earliest > '2030-01-01') return;
        const then = evaluate(
          book,
          { born, doses: [...doses, `${next.earliest} alpha`] },
          next.earliest > at ? next.earliest : at,
        );
        expect(then.doses.at(-1)?.status).toBe('valid');
      }),
    );
  });
});

describe.each(germanSchedules.map((german) => [german.book, german] as const))(
  'whatever somebody has had, %s',
  (_, german) => {
    const codes = german.products.map(({ code }) => code);
    const doses = fc
      .array(fc.tuple(fc.nat(20_000), fc.constantFrom(...codes)), { maxLength: 8 })
      .map((days) => days.map(([day, product]) => `${addDays('1960-03-01' as PlainDate, day)} ${product}`));

    test('answers every dose, in any order the same, and proposes nothing before the last dose', () => {
      fc.assert(
        fc.property(doses, (given) => {
          const somebody = { born: '1960-03-01', doses: given };
          const evaluated = evaluate(german, somebody, '2026-06-01');
          const turned = evaluate(german, { ...somebody, doses: given.toReversed() }, '2026-06-01');
          expect(evaluated.doses).toHaveLength(given.length);
          expect({ series: turned.series, next: turned.next }).toEqual({
            series: evaluated.series,
            next: evaluated.next,
          });
          if (!evaluated.next) return;
          const valid = given
            .filter((__, place) => evaluated.doses[place]?.status === 'valid')
            .map((dose) => dose.slice(0, 10));
          for (const day of valid) expect(evaluated.next.earliest >= day).toBe(true);
          expect(evaluated.next.recommended >= evaluated.next.earliest).toBe(true);
        }),
        { numRuns: 200 },
      );
    });

    test('never proposes a day before a minimum age or interval: a dose given on the earliest day counts', () => {
      fc.assert(
        fc.property(doses, (given) => {
          const somebody = { born: '1960-03-01', doses: given };
          const { next } = evaluate(german, somebody, '2026-06-01');
          if (!next || given.some((dose) => dose.slice(0, 10) > next.earliest)) return;
          const at = next.earliest > '2026-06-01' ? next.earliest : '2026-06-01';
          const becomes = codes.map(
            (code) =>
              evaluate(german, { ...somebody, doses: [...given, `${next.earliest} ${code}`] }, at).doses.at(
                -1,
              )?.status,
          );
          expect(becomes).toContain('valid');
        }),
        { numRuns: 200 },
      );
    });
  },
);

/** The last dose that starts an interval: every one but those after the end of the series. */
function lastCounting(doses: readonly string[]): PlainDate {
  const evaluated = evaluate(book, { born, doses }, at);
  return doses
    .filter((_, place) => evaluated.doses[place]?.status !== 'extraneous')
    .map((dose) => dose.slice(0, 10) as PlainDate)
    .sort()
    .at(-1) as PlainDate;
}
