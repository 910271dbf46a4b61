import { describe, expect, test } from 'vitest';
import { inBoth } from '../../../domain/kernel/bilingual.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { missingIn, type VaccinationRecord } from '../../../domain/vaccination/vaccination-record.ts';

const dose = {
  givenOn: '2026-11-23' as PlainDate,
  product: 'Comirnaty',
  lot: 'EX1234',
  disease: inBoth('COVID-19'),
  ordinal: 1,
  vaccinator: 'Ada Lend',
};
const whole: VaccinationRecord = {
  person: { givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12' as BirthDate },
  centre: { name: 'Impfzentrum', address: 'Hauptstraße 1, 12345 Ort', phone: '0123' },
  doses: [dose],
};

describe('given everything that § 22 IfSG asks for', () => {
  test('then nothing is missing', () => {
    expect(missingIn(whole)).toEqual([]);
  });

  test.each([
    [
      'of whom only the year of birth is known',
      { person: { ...whole.person, birthDate: '1964' as BirthDate } },
      'birth-date',
    ],
    ['who has no family name in the record', { person: { ...whole.person, familyName: ' ' } }, 'person-name'],
    [
      'with a dose that nobody of the staff answers for',
      { doses: [dose, { ...dose, vaccinator: '' }] },
      'vaccinator',
    ],
    ['with a dose without a lot', { doses: [{ ...dose, lot: '' }] }, 'lot'],
    ['with a product that is not known any more', { doses: [{ ...dose, product: '' }] }, 'product'],
    ['with a disease that is not known', { doses: [{ ...dose, disease: inBoth('') }] }, 'disease'],
    ['at a centre without a name', { centre: { ...whole.centre, name: '' } }, 'centre-name'],
    ['at a centre without an address', { centre: { ...whole.centre, address: '' } }, 'centre-address'],
  ])('but for somebody %s, then this is named', (_, change, field) => {
    expect(missingIn({ ...whole, ...change })).toEqual([field]);
  });

  test('but for several things, then all are named in the order of the paper', () => {
    const record = { ...whole, centre: { ...whole.centre, address: '' }, doses: [{ ...dose, lot: '' }] };
    expect(missingIn(record)).toEqual(['lot', 'centre-address']);
  });
});
