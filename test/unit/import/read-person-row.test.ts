import { describe, expect, test } from 'vitest';
import { guessPlan } from '../../../domain/import/guess-columns.ts';
import { readBirthDate, readDay } from '../../../domain/import/read-date.ts';
import { readPersonRow } from '../../../domain/import/read-person-row.ts';
import { rowFaultSentence } from '../../../domain/import/row-fault.ts';
import { readClock } from '../../../domain/kernel/read-clock.ts';
import { rowContext } from '../../support/row-context.ts';

const { today } = rowContext;

function read(header: string, row: string) {
  const cells = row.split(';');
  return readPersonRow(cells, guessPlan([header.split(';'), cells]), rowContext);
}

function faultsOf(header: string, row: string): string[] {
  const result = read(header, row);
  return result.ok ? [] : result.refusal.map(({ reason }) => reason);
}

describe('a birth date', () => {
  test.each([
    ['12.03.1985', '1985-03-12'],
    ['1.3.85', '1985-03-01'],
    ['1985-03-12', '1985-03-12'],
    ['19850312', '1985-03-12'],
    ['12/03/1985', '1985-03-12'],
    ['03/1985', '1985-03'],
    ['1985', '1985'],
    ['1985-03-12T00:00:00Z', '1985-03-12'],
    ['00.00.1950', '1950'],
    ['01.01.05', '2005-01-01'],
  ])('%s is read as %s', (text, expected) => {
    expect(readBirthDate(text, 'day-first', today)).toEqual({ ok: true, value: expected });
  });

  test('is never guessed where the century is open, and never shifted', () => {
    expect(readBirthDate('1.1.21', 'day-first', today)).toMatchObject({ refusal: 'century-unclear' });
    expect(readBirthDate('31.02.1990', 'day-first', today)).toMatchObject({ refusal: 'date-unreadable' });
  });

  test('with the month first is read so only with a sign that allows it', () => {
    expect(readBirthDate('03/12/1985', 'month-first', today)).toMatchObject({ value: '1985-03-12' });
    expect(readBirthDate('03.12.1985', 'month-first', today)).toMatchObject({ value: '1985-12-03' });
  });
});

test('times of day are read in every usual form', () => {
  expect(['9', '9:05', '09.05', '0905', '9 Uhr', '2:30 PM', '12:00 am', '09:05:00'].map(readClock)).toEqual([
    '09:00',
    '09:05',
    '09:05',
    '09:05',
    '09:00',
    '14:30',
    '00:00',
    '09:05',
  ]);
  expect(['25:00', 'bald', '9:75'].map(readClock)).toEqual([undefined, undefined, undefined]);
  expect(readDay('3.12.26', 'day-first')).toBe('2026-12-03');
});

describe('columns', () => {
  test('are known by German and English names', () => {
    const { columns, hasHeader } = guessPlan([
      ['Nachname', 'Vorname', 'Geb.-Datum', 'PLZ', 'E-Mail-Adresse', 'Uhrzeit'],
    ]);
    expect(hasHeader).toBe(true);
    expect(columns).toEqual(['familyName', 'givenName', 'birthDate', 'postcode', 'email', 'appointmentTime']);
    expect(guessPlan([['Last name', 'first_name', 'Date of birth', 'ZIP']]).columns).toEqual([
      'familyName',
      'givenName',
      'birthDate',
      'postcode',
    ]);
    expect(guessPlan([['fname_c1', 'lname_c1', 'by', 'bm', 'bd']]).columns).toEqual([
      'givenName',
      'familyName',
      'birthYear',
      'birthMonth',
      'birthDay',
    ]);
  });

  test('without names are known by what cannot be mistaken', () => {
    const { columns, hasHeader } = guessPlan([
      ['Anna', 'Berg', '12.03.1985', 'a@example.org', '20095'],
      ['Otto', 'Kern', '01.07.1960', 'o@example.org', '20097'],
    ]);
    expect(hasHeader).toBe(false);
    expect(columns).toEqual([undefined, undefined, 'birthDate', 'email', 'postcode']);
  });
});

describe('a row', () => {
  const header = 'Patientennummer;Nachname;Vorname;Geburtsdatum;Termin;Zweiter Termin';

  test('is a person with both dates at the wall clock of the centre', () => {
    const result = read(header, '1;Müller;Anna;12.03.1985;03.12.2026 09:15;28.12.2026, 10:00');
    expect(result).toMatchObject({
      ok: true,
      value: {
        externalId: '1',
        details: { familyName: 'Müller', birthDate: '1985-03-12', language: 'de' },
        appointments: [
          { plannedDose: 1, day: '2026-12-03', startsAt: '2026-12-03T08:15:00.000Z' },
          { plannedDose: 2, day: '2026-12-28', startsAt: '2026-12-28T09:00:00.000Z' },
        ],
      },
    });
  });

  test('may have dates at another centre; this one is known however it is spelt', () => {
    const at = (centre: string) => {
      const row = `1;Berg;Anna;1985;03.12.2026 09:15;28.12.2026 10:00;${centre}`;
      const result = read(`${header};Impfzentrum`, row);
      return result.ok ? result.value.appointments.map((date) => date.centre) : result.refusal;
    };
    expect(at('Impfzentrum Nord')).toEqual(['Impfzentrum Nord', 'Impfzentrum Nord']);
    expect(at('impfzentrum sued')).toEqual([undefined, undefined]);
    expect(at('')).toEqual([undefined, undefined]);
    expect(at('a'.repeat(101))).toMatchObject([{ reason: 'text-too-long', field: 'centre' }]);
  });

  test('takes names of every script as they are', () => {
    for (const name of ['محمد', 'Yıldız', '王', "O'Neill", 'von der Heide-Müller', 'Łukasz'])
      expect(read(header, `1;${name};Anna;1985;;`)).toMatchObject({
        ok: true,
        value: { details: { familyName: name } },
      });
  });

  test.each([
    ['1;Berg;;1985;;', 'given-name-open'],
    ['1;;Anna;1985;;', 'family-name-open'],
  ])('with one name alone is taken, and listed to be completed: %s', (row, reason) => {
    expect(read(header, row)).toMatchObject({ ok: true, value: { leftOut: [{ reason }] } });
  });

  test.each([
    ['1;;;1985;;', 'name-missing'],
    [`1;${'a'.repeat(101)};Anna;1985;;`, 'name-too-long'],
    ['1;<script>alert(1)</script>;Anna;1985;;', 'name-not-a-name'],
    ['1;Berg 😀;Anna;1985;;', 'name-not-a-name'],
    ['1;Be\u202erg;Anna;1985;;', 'name-not-a-name'],
    ['1;Be\u0000rg;Anna;1985;;', 'name-not-a-name'],
    ['1;M\ufffdller;Anna;1985;;', 'character-unreadable'],
    ['1;Berg;Anna;;;', 'birth-date-missing'],
    ['1;Berg;Anna;1.1.2030;;', 'birth-date-in-future'],
    ['1;Berg;Anna;1.1.1850;;', 'birth-date-too-early'],
    ['1;Berg;Anna;1985;03.12.2020 09:00;', 'appointment-in-past'],
    ['1;Berg;Anna;1985;03.12.2036 09:00;', 'appointment-too-far'],
    ['1;Berg;Anna;1985;03.12.2026;', 'time-missing'],
    ['1;Berg;Anna;1985;03.12.2026 09:00;05.12.2026 09:00', 'interval-too-short'],
    ['1;Berg;Anna;1985;;05.12.2026 09:00', 'first-missing'],
    ['1;Berg;Anna', 'too-few-cells'],
    ['1;Berg;Anna;1985;;;mehr', 'too-many-cells'],
  ])('%s is refused: %s', (row, reason) => {
    expect(faultsOf(header, row)).toEqual([reason]);
  });

  test('whose columns contradict each other is refused', () => {
    expect(faultsOf('Nachname;Geburtsdatum;by;bm;bd', 'Berg;12.03.1985;1986;3;12')).toEqual([
      'birth-dates-contradict',
    ]);
    expect(read('Nachname;by;bm;bd', 'Berg;1986;3;')).toMatchObject({
      value: { details: { birthDate: '1986-03' } },
    });
  });

  test('is refused with sentences that name the column and what stands there', () => {
    const result = read(header, '1;Berg;Anna;31.02.1990;;');
    const sentences = result.ok ? [] : result.refusal.map(rowFaultSentence);
    expect(sentences).toEqual([
      {
        de: 'Geburtsdatum ist kein Datum, das es gibt (dort steht „31.02.1990“).',
        en: 'Birth date is not a real date (it says “31.02.1990”).',
      },
    ]);
  });
});

describe('a cell that nobody needs', () => {
  const leftOut = (header: string, cell: string) => {
    const result = read(`Nachname;Vorname;Geburtsdatum;${header}`, `Berg;Anna;1985;${cell}`);
    return result.ok ? (result.value.leftOut ?? []).map(({ reason }) => reason) : result.refusal;
  };

  test.each([
    ['Anrede', 'Frau Dr.', 'sex-unreadable'],
    ['Sprache', 'Türkisch', 'language-unreadable'],
    ['Land', 'Atlantis', 'country-unreadable'],
    ['Telefon', '4,91761E+11', 'phone-unreadable'],
    ['Telefon', '0170/1234567 (Tochter)', 'phone-unreadable'],
    ['E-Mail', 'per Post', 'email-unreadable'],
  ])('%s „%s“ is left out and listed, and the person is taken', (header, cell, reason) => {
    expect(leftOut(header, cell)).toEqual([reason]);
  });

  test.each(['-', 'n/a', 'NULL', 'null', 'k.A.'])('%s is an empty one', (cell) => {
    expect(leftOut('Telefon', cell)).toEqual([]);
  });

  test.each([
    ['Türkei', 'TR'],
    ['Luxemburg', 'LU'],
    ['Germany', 'DE'],
    ['DEU', 'DE'],
    ['A', 'AT'],
    ['gb', 'GB'],
    ['Vereinigtes Königreich', 'GB'],
  ])('the country %s is %s', (cell, country) => {
    expect(read('Nachname;Geburtsdatum;Land', `Berg;1985;${cell}`)).toMatchObject({
      value: { details: { country } },
    });
  });
});

test('a mobile number is taken where the landline is empty, and the landline where both are there', () => {
  const phone = (cells: string) =>
    read('Nachname;Geburtsdatum;Telefon;Mobil', `Berg;1985;${cells}`) as { value?: object };
  expect(phone(';0170 1234567')).toMatchObject({ value: { details: { phone: '0170 1234567' } } });
  expect(phone('0221 5550001;0170 1234567')).toMatchObject({ value: { details: { phone: '0221 5550001' } } });
});

test('a cell that a spreadsheet was to leave as text is that text', () => {
  expect(read('Nachname;Geburtsdatum;PLZ', 'Berg;1985;="01067"')).toMatchObject({
    value: { details: { postcode: '01067' } },
  });
});

test.each([
  ['2026-12-03T08:15:00Z', '2026-12-03T08:15:00.000Z', '2026-12-03'],
  ['2026-12-03T08:15:00+01:00', '2026-12-03T07:15:00.000Z', '2026-12-03'],
  ['2026-12-03 08:15+0200', '2026-12-03T06:15:00.000Z', '2026-12-03'],
  ['2026-12-03T23:30:00Z', '2026-12-03T23:30:00.000Z', '2026-12-04'],
  ['2026-12-03T08:15:00', '2026-12-03T07:15:00.000Z', '2026-12-03'],
])('the time %s means %s', (cell, startsAt, day) => {
  expect(read('Nachname;Geburtsdatum;Termin', `Berg;1985;${cell}`)).toMatchObject({
    value: { appointments: [{ startsAt, day }] },
  });
});

test.each([
  ['Erstimpfung', 1],
  ['2/2', 2],
  ['1 von 2', 1],
  ['Zweitimpfung', 2],
  ['2. Dosis', 2],
])('the dose %s is number %i', (cell, plannedDose) => {
  expect(read('Nachname;Geburtsdatum;Dosis;Termin', `Berg;1985;${cell};03.12.2026 09:15`)).toMatchObject({
    value: { appointments: [{ plannedDose }] },
  });
});
