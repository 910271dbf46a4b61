import { expect, test } from 'vitest';
import { holidayName } from '../../../domain/appointments/holiday-name.ts';

test('public holidays have an English name, and what a centre named itself stays', () => {
  expect(holidayName('Karfreitag', 'en')).toBe('Good Friday');
  expect(holidayName(' 2. Weihnachtstag ', 'en')).toBe('St Stephen’s Day');
  expect(holidayName('Karfreitag', 'de')).toBe('Karfreitag');
  expect(holidayName('Betriebsausflug', 'en')).toBe('Betriebsausflug');
  for (const name of ['constructor', 'toString', '__proto__']) expect(holidayName(name, 'en')).toBe(name);
});
