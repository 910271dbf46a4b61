import { describe, expect, test } from 'vitest';
import { detailsFault, tidyDetails } from '../../../domain/people/details-fault.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { cellOf, readRow } from '../../support/read-row.ts';
import { rowContext } from '../../support/row-context.ts';

describe('a postcode is one of its country, in lists and at the desk', () => {
  test.each([
    ['01067', '01067'],
    ['D-01067', '01067'],
    ['80 331', '80331'],
    ['=T(""01067"")', '01067'],
    ["'01067'", '01067'],
  ])('%s is %s', (cell, postcode) => {
    expect(cellOf('PLZ', cell, 'postcode')).toEqual([postcode]);
  });

  test.each(['1', '123456', '00000', 'ABCDE', '=1067', '1067,0', 'Köln'])(
    '%s is none: the person is taken, the cell is listed',
    (cell) => {
      expect(cellOf('PLZ', cell, 'postcode')).toEqual([undefined, 'postcode-unreadable']);
    },
  );

  test.each([
    ['1010', 'AT', true],
    ['101', 'AT', false],
    ['1011 AB', 'NL', true],
    ['1011', 'NL', false],
    ['00-950', 'PL', true],
    ['SW1A 1AA', 'GB', true],
    ['1', 'US', false],
    ['12345', 'Türkei', true],
  ])('%s in %s: %s', (postcode, country, isOne) => {
    const read = readRow('Nachname;Geburtsdatum;PLZ;Land', `Berg;1985;${postcode};${country}`);
    expect(read.ok && read.value.details.postcode).toBe(isOne ? postcode : undefined);
  });

  const atDesk = (postcode: string, before?: string) => {
    const details = tidyDetails({
      givenName: 'Anna',
      familyName: 'Berg',
      birthDate: '1985-03-12',
      language: 'de',
      postcode,
    } as PersonDetails);
    return detailsFault(details, rowContext.today, before ? { ...details, postcode: before } : undefined);
  };
  test('at the desk a foreign one says its country, and one that is in the record may stay', () => {
    expect(['01067', 'D-01067', '80 331', 'A-1010', 'CH-8001'].map((each) => atDesk(each))).toEqual(
      Array(5).fill(undefined),
    );
    expect(['1', '1067', 'A-101', '000000'].map((each) => atDesk(each))).toEqual(
      Array(4).fill('postcode-invalid'),
    );
    expect(atDesk('1', '1')).toBeUndefined();
  });
});

describe('a dose is read however its number is written', () => {
  const dose = (cell: string) => {
    const read = readRow('Nachname;Geburtsdatum;Termin;Dosis', `Berg;1985;03.12.2026 09:15;${cell}`);
    return read.ok
      ? [read.value.appointments[0]?.plannedDose, ...(read.value.leftOut ?? []).map(({ reason }) => reason)]
      : read.refusal.map(({ reason }) => reason);
  };

  test.each([
    ['erste', 1],
    ['zweite Impfung', 2],
    ['Impfung 2', 2],
    ['II', 2],
    ['2nd dose', 2],
    ['second', 2],
    ['2,0', 2],
    ['Zweittermin', 2],
  ])('%s is %i', (cell, plannedDose) => {
    expect(dose(cell)).toEqual([plannedDose]);
  });

  test.each(['Auffrischung', 'Booster', 'Grundimmunisierung', 'siehe Akte'])(
    '%s names no number: the person is taken without the date, and the word is listed',
    (cell) => {
      expect(dose(cell)).toEqual([undefined, 'dose-not-named']);
    },
  );

  test('a list of boosters books nobody for a first dose, neither its first nor its second date', () => {
    expect(
      readRow(
        'Nachname;Geburtsdatum;Termin;Zweittermin;Dosis',
        'Berg;1985;03.12.2026 09:15;03.03.2027 09:15;Booster',
      ),
    ).toMatchObject({ value: { appointments: [], leftOut: [{ reason: 'dose-not-named' }] } });
  });

  test('a number that the schedule does not have takes the person without the date, and is listed', () => {
    expect(dose('4')).toEqual([undefined, 'dose-unreadable']);
    expect(readRow('Nachname;Geburtsdatum;Dosis', 'Berg;1985;4')).toMatchObject({
      value: { leftOut: [{ reason: 'dose-unreadable' }] },
    });
  });
});

describe('a birth date', () => {
  const born = (cell: string) => {
    const read = readRow('Nachname;Vorname;Geburtsdatum', `Berg;Anna;"${cell}"`);
    return read.ok ? read.value.details.birthDate : read.refusal[0]?.reason;
  };

  test.each([
    '12. März 1985',
    '12 Mrz 1985',
    '12-Mar-85',
    'March 12, 1985',
    'Dienstag, 12.03.1985',
    '12031985',
    '12.03.1985.',
    '* 12.03.1985',
    'Di. 12.03.1985',
    'Dienstag, den 12. März 1985',
    'Tue, 12 Mar 1985',
    'Tuesday, March 12, 1985',
  ])('%s is the 12th of March 1985', (cell) => {
    expect(born(cell)).toBe('1985-03-12');
  });

  test.each([
    'verst. 12.03.2020',
    'Mutter 12.03.1950',
    'ca. 1.1.1950',
    'vor 12.03.1985',
    'nach 12.03.1985',
    'um 12.03.1985',
    'Tod 12.03.2020',
    'Kind: 12.03.2015',
  ])('%s says something else than a birth date', (cell) => {
    expect(born(cell)).toBe('date-unreadable');
  });

  test.each(['31118', '31118.0', '29655', '30001'])(
    '%s is a spreadsheet’s count of days from 1900 or 1904, and never guessed',
    (cell) => {
      expect(born(cell)).toBe('date-is-number');
    },
  );

  test.each(['01.01.1900', '01.01.1904', '00.00.0000'])('%s stands for one that is not known', (cell) => {
    expect(born(cell)).toBe('birth-date-too-early');
  });
});

test.each([
  ['03.12.2026 10:00-10:15', '2026-12-03T09:00:00.000Z'],
  ['03.12.2026 10:00 – 10:15 Uhr', '2026-12-03T09:00:00.000Z'],
  ['03.12.2026 10 bis 11 Uhr', '2026-12-03T09:00:00.000Z'],
  ['03.12.2026 um 10:00', '2026-12-03T09:00:00.000Z'],
  ['Do., 3. Dezember 2026, 10:00 Uhr', '2026-12-03T09:00:00.000Z'],
  ['2026-12-03T10:00:00-05:00', '2026-12-03T15:00:00.000Z'],
  ['2026-12-03 10:00 -0500', '2026-12-03T15:00:00.000Z'],
])('the stretch of time %s begins at %s', (cell, startsAt) => {
  expect(readRow('Nachname;Geburtsdatum;Termin', `Berg;1985;${cell}`)).toMatchObject({
    value: { appointments: [{ startsAt }] },
  });
});

test.each([
  'abgesagt 03.12.2026 10:00',
  'storniert 03.12.2026 10:00',
  'entfällt 03.12.2026 10:00',
  'statt 3. Dezember 2026, 10:00 Uhr',
  'verlegt, 2026-12-03 10:00',
])('%s is no date to come', (cell) => {
  expect(readRow('Nachname;Geburtsdatum;Termin', `Berg;1985;${cell}`)).toMatchObject({
    refusal: [{ reason: 'date-unreadable', field: 'appointmentAt' }],
  });
});

describe('a cell with more than one entry, or with more around it', () => {
  test.each([
    ['a@b.de; c@d.de', ['a@b.de', 'only-first-kept']],
    ['a@b.de c@d.de', ['a@b.de', 'only-first-kept']],
    ['Anna Berg <a@b.de>', ['a@b.de']],
    ['mailto:a@b.de', ['a@b.de']],
    ['a@b..de', [undefined, 'email-unreadable']],
  ])('the e-mail %s', (cell, expected) => {
    expect(cellOf('E-Mail', cell, 'email')).toEqual(expected);
  });

  test.each([
    ['0221 123456 / 0170 1234567', ['0221 123456', 'only-first-kept']],
    ['0221/123456', ['0221/123456']],
    ['0221–123456', ['0221-123456']],
    ['\u202a+49 170 1234567\u202c', ['+49 170 1234567']],
    ['0221 123456 App. 12', [undefined, 'phone-unreadable']],
    ['0170/1234567 (Tochter)', [undefined, 'phone-unreadable']],
  ])('the phone number %s', (cell, expected) => {
    expect(cellOf('Telefon', cell, 'phone')).toEqual(expected);
  });

  test.each([
    ['weibl.', 'female'],
    ['kadın', 'female'],
    ['мужской', 'male'],
    ['Herrn', 'male'],
    ['homme', 'male'],
  ])('the sex %s is %s', (cell, sex) => {
    expect(cellOf('Geschlecht', cell, 'sex')).toEqual([sex]);
  });

  test.each(['K', 'E', '1', '2'])('%s means two things, and stays empty', (cell) => {
    expect(cellOf('Geschlecht', cell, 'sex')).toEqual([undefined, 'sex-unreadable']);
  });
});
