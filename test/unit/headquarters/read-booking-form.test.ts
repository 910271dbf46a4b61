import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import {
  readBookingForm,
  readTypedBirthDate,
} from '../../../headquarters/features/booking/read-booking-form.ts';
import { bookingTexts } from '../../../pages/booking-texts.ts';

const today = '2026-11-23' as PlainDate;
const filled = { givenName: 'Anna', familyName: 'Berg', consent: 'yes', language: 'de' };

describe('the birth date that somebody types to book', () => {
  it.each([
    ['12.8.64', '1964-08-12'],
    ['12.8.2026', '2026-08-12'],
    ['12.8.1926', '1926-08-12'],
    ['24.12.26', '1926-12-24'],
  ])('%s is %s', (birthDate, date) => {
    expect(readBookingForm({ ...filled, birthDate }, today)).toMatchObject({
      ok: true,
      details: { birthDate: date },
    });
    expect(readTypedBirthDate({ birthDate }, today)).toEqual({ ok: true, birthDate: date });
  });

  it.each([
    ['12.8.26', 'birthDateCentury'],
    ['120820', 'birthDateCentury'],
    ['1. Mai 19', 'birthDateCentury'],
    ['1964', 'birthDateWrong'],
    ['31.2.1964', 'birthDateWrong'],
    ['24.12.2026', 'birthDateWrong'],
    ['', 'birthDateMissing'],
  ])('%s is answered with %s at the field', (birthDate, fault) => {
    expect(readBookingForm({ ...filled, birthDate }, today)).toEqual({
      ok: false,
      faults: { birthDate: fault },
    });
    expect(readTypedBirthDate({ birthDate }, today)).toEqual({ ok: false, fault });
  });

  it('asks for the year in words that say what to do', () => {
    expect(bookingTexts.birthDateCentury.de).toContain('vier Ziffern');
  });
});
