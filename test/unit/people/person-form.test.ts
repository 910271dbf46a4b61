import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { checkForm, emptyForm, formOfTyped } from '../../../renderer/screens/people/person-form.ts';

const write = (date: string) => date.split('-').reverse().join('.');
const today = '2026-11-23' as PlainDate;

describe('what was typed into a search fills the form', () => {
  test.each([
    ['Müller Anna 8.7.92', 'Müller', 'Anna', '08.07.1992'],
    ['von der heide maria', 'Von Der Heide', 'Maria', ''],
    ['Müller, Hans Peter', 'Müller', 'Hans Peter', ''],
    ['Suharto', 'Suharto', '', ''],
    ['McDonald ian', 'McDonald', 'Ian', ''],
    ['12.8.64', '', '', '12.08.1964'],
  ])('%s', (typed, familyName, givenName, birthDate) => {
    expect(formOfTyped(typed, today, write)).toMatchObject({ familyName, givenName, birthDate });
  });
  test('a phone number and an address find their fields', () => {
    expect(formOfTyped('0171 2345678', today, write)).toMatchObject({
      phone: '0171 2345678',
      familyName: '',
    });
    expect(formOfTyped('a@b.example', today, write)).toMatchObject({ email: 'a@b.example', familyName: '' });
  });
});

test('a form is whole with a name and a birth date, also one of a year only', () => {
  const checked = checkForm({ ...emptyForm, familyName: 'Al-Sayed', birthDate: '1983' }, today);
  expect(checked).toEqual({
    details: { givenName: '', familyName: 'Al-Sayed', birthDate: '1983', language: 'de' },
  });
  expect(checkForm({ ...emptyForm, familyName: 'X', birthDate: '31.2.1964' }, today)).toEqual({
    fault: 'birth-date-no-such-day',
  });
  const faultOf = (birthDate: string) => checkForm({ ...emptyForm, familyName: 'X', birthDate }, today);
  expect(faultOf('gestern')).toEqual({ fault: 'birth-date-unreadable' });
  expect(faultOf('12.8.2027')).toEqual({ fault: 'birth-date-future' });
});

test('a year of two digits that may be of either century is asked for, and stays as it was typed', () => {
  const typed = { ...emptyForm, familyName: 'Al-Sayed', birthDate: '12.8.26' };
  expect(checkForm(typed, today)).toEqual({ fault: 'birth-date-century' });
  expect(checkForm({ ...typed, birthDate: '12.8.27' }, today)).toMatchObject({
    details: { birthDate: '1927-08-12' },
  });
  expect(formOfTyped('Al-Sayed 12.8.26', today, write)).toMatchObject({ birthDate: '12.8.26' });
});
