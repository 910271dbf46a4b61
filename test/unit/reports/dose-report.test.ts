import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { doseReport } from '../../../domain/reports/dose-report.ts';
import { ageGroupOf, type ReportedDose } from '../../../domain/reports/reported-dose.ts';

const dose: ReportedDose = {
  doseId: 'd',
  givenOn: '2026-11-23' as PlainDate,
  productId: productActiveUnasked,
  lot: 'A',
  ordinal: 1,
  birthDate: '1964-08-12' as BirthDate,
};

describe('the dose report', () => {
  test('given two equal doses and one of another lot, then it has two rows', () => {
    expect(doseReport([dose, { ...dose, lot: 'B' }, dose])).toEqual([
      { day: '2026-11-23', productId: 'comirnaty', lot: 'A', ordinal: 1, ageGroup: '60+', doses: 2 },
      { day: '2026-11-23', productId: 'comirnaty', lot: 'B', ordinal: 1, ageGroup: '60+', doses: 1 },
    ]);
  });

  test.each([
    [4, '0-4'],
    [5, '5-11'],
    [11, '5-11'],
    [12, '12-17'],
    [18, '18-59'],
    [59, '18-59'],
    [60, '60+'],
    [undefined, 'unknown'],
    [-1, 'unknown'],
  ])('counts somebody of %s years as %s', (years, group) => {
    expect(ageGroupOf(years)).toBe(group);
  });

  test('counts whose birth date was erased, and whose papers give the year alone, as of unknown age', () => {
    const { birthDate: _, ...erased } = dose;
    expect(doseReport([erased, { ...dose, birthDate: '1964' as BirthDate }])).toMatchObject([
      { ageGroup: 'unknown', doses: 2 },
    ]);
  });

  test('adds up to all doses, whatever they are', () => {
    const any = fc.record({ lot: fc.string(), ordinal: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(any), (doses) => {
        const rows = doseReport(doses.map((facts) => ({ ...dose, ...facts })));
        expect(rows.reduce((sum, row) => sum + row.doses, 0)).toBe(doses.length);
      }),
    );
  });
});
