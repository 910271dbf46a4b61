import { describe, expect, test } from 'vitest';
import { peopleHeader, readList, withCell } from '../../support/read-list.ts';

const born = (cell: string) => readList(`${peopleHeader}\nBerg;Anna;${cell}\n`).join();

test.each([
  ...['29.02.1984', '29. Februar 1984', '29-02-1984', '29 Feb 1984', '29.2.84'].map((each) => [
    each,
    '1984-02-29',
  ]),
  ...['xx.xx.1958', '??.??.1958', '--.--.1958', '00.00.1958', '19580000', 'Jg. 1958', 'Jahrgang 1958'].map(
    (each) => [each, '1958'],
  ),
  ...['XX.03.1958', '00.03.1958', 'März 1958', '1958-03-00', '__.03.1958'].map((each) => [each, '1958-03']),
  ...['12 Mart 1985', '12 mars 1985', '12 marca 1985', '12 février 1985'].map((each) => [
    each,
    each.includes('fév') ? '1985-02-12' : '1985-03-12',
  ]),
  ...[
    '1985-03-12T12:00:00Z',
    '12.03.1985 0:00',
    '12.03.1985 00:00:00',
    '12. 03. 1985',
    'geb. am 12.03.1985',
  ].map((each) => [each, '1985-03-12']),
  ['13/03/1985 12:00:00 AM', '1985-03-13'],
])('born %s is %s', (cell, birthDate) => {
  expect(born(cell)).toBe(`Berg, Anna ${birthDate}`);
});

test.each([
  ['29.02.1985', 'date-unreadable birthDate'],
  ['31.11.1985', 'date-unreadable birthDate'],
  ['67', 'date-unreadable birthDate'],
  ['67 J.', 'date-unreadable birthDate'],
  ['12.O3.1985', 'date-unreadable birthDate'],
  ['44927', 'date-is-number birthDate'],
  ['12.03.2027', 'birth-date-in-future birthDate'],
  ['#NV', 'birth-date-missing'],
  ['unbekannt', 'birth-date-missing'],
])('born %s is told: %s', (cell, reason) => {
  expect(born(cell)).toBe(`refused: ${reason}`);
});

const anna = 'Berg, Anna 1985-03-12';

test.each([
  ...[
    '9.30 Uhr',
    '9h30',
    '0930',
    '09:30:00',
    '9:30-9:45',
    '09:30:00 - 09:45:00',
    '9.30–9.45 Uhr',
    '09:30 MEZ',
    '9 Uhr 30',
    'um 9.30 Uhr',
  ].map((clock) => `03.12.2026 ${clock}`),
  ...[
    '2026-12-03 09:30 CET',
    '2026-12-03 09:30:00+01',
    '2026-12-03T09:30+01:00[Europe/Berlin]',
    '2026-12-03T08:30:00.000Z',
    '20261203T083000Z',
    '20261203T0930',
  ],
  ...['03.12.2026 | 09:30', '03.12.2026 / 09:30', '03.12.2026 (09:30)', '03.12.2026 09:30h'],
  ...['09:30 03.12.2026', '09:30 Uhr, 03.12.2026', 'Do, 03.12.26 um 9 Uhr 30'],
])('the date %s is at half past nine', (cell) => {
  expect(readList(withCell('Termin', cell))).toEqual([`${anna} dose 1 at 2026-12-03T08:30`]);
});

test('a time of summer is of summer, and an hour is whole', () => {
  expect(readList(withCell('Termin', '03.07.2027 09:30 MESZ'))).toEqual([
    `${anna} dose 1 at 2027-07-03T07:30`,
  ]);
  expect(readList(withCell('Termin', '03.12.2026 09h'))).toEqual([`${anna} dose 1 at 2026-12-03T08:00`]);
});

test.each([
  ['28.03.2027 02:30', 'time-skipped'],
  ['03.12.2026 9 1/2 Uhr', 'date-unreadable'],
  ['03.12.2026 24:00', 'time-unreadable'],
  ['Do 03.12. 9:30', 'date-unreadable'],
  ['Dec 3, 2026', 'time-missing'],
  ['Dez 2026', 'date-unreadable'],
  ['46359,395833', 'date-is-number'],
])('the date %s is told: %s', (cell, reason) => {
  expect(readList(withCell('Termin', cell))).toEqual([`refused: ${reason} appointmentAt`]);
});

test.each([
  ['Datum;Uhrzeit', '03.12.2026;9,30'],
  ['Datum;Uhrzeit', '03.12.2026 00:00:00;09:30:00'],
  ['Datum;Uhrzeit', '03.12.2026;1899-12-30 09:30:00'],
  ['Datum;Uhrzeit', '03.12.2026;930'],
  ['Datum;von;bis', '03.12.2026;09:30;09:45'],
  ['Datum;Beginn;Ende', '03.12.2026;09:30;09:45'],
  ['Beginn;Ende', '03.12.2026 09:30;03.12.2026 09:45'],
  ['Appt Date;Appt Time', '2026-12-03;9:30 AM'],
  ['Date du rendez-vous;Heure', '03/12/2026;9h30'],
  ['Beginnt am;Beginnt um;Endet am', '03.12.2026;09:30:00;03.12.2026'],
  ['Start Date;Start Time', '2026-12-03;09:30'],
  ['Termin;Uhrzeit', 'Dec 3, 2026;9:30 AM'],
  ['Termin;Uhrzeit', 'December 3 2026;09:30'],
  ['Termin;Uhrzeit', '03.12.2026 0930;'],
  ['Termin;Uhrzeit', 'Dec 3, 2026 0930;'],
])('in columns of its own, %s: %s', (header, cells) => {
  expect(readList(`${peopleHeader};${header}\nBerg;Anna;12.03.1985;${cells}\n`)).toEqual([
    `${anna} dose 1 at 2026-12-03T08:30`,
  ]);
});

describe('the state of a booking', () => {
  const booked = (status: string) =>
    readList(`${peopleHeader};Status;Termin\nBerg;Anna;12.03.1985;${status};03.12.2026 09:30\n`).join();

  test.each([
    ...[
      'Storniert am 1.12.',
      'storn.',
      'abges.',
      'Absage',
      'No Show',
      'nicht erschienen',
      'nicht gekommen',
      'ausgefallen',
    ],
    ...[
      'gelöscht',
      'annulliert',
      'annulé',
      'iptal edildi',
      'inaktiv',
      'ungültig',
      'zurückgetreten',
      'geplatzt',
      'ausgetragen',
    ],
    ...['Canceled by patient', 'not attended', 'kein Interesse'],
  ])('%s: nobody is taken', (status) => {
    expect(booked(status)).toBe('refused: appointment-cancelled appointmentStatus');
  });

  test('of somebody who died: nobody is taken', () => {
    expect(booked('verstorben')).toBe('refused: person-deceased appointmentStatus');
  });

  test.each([
    ...[
      'verschoben',
      'verlegt',
      'umgebucht',
      'rescheduled',
      'verschoben auf 10.12.',
      'Warteliste',
      'wartend',
      'Nachrücker',
    ],
    ...[
      'erschienen',
      'geimpft',
      'erledigt',
      'wahrgenommen',
      'abgeschlossen',
      'completed',
      'checked-in',
      'durchgeführt',
    ],
  ])('%s: the person is taken without the date, and told', (status) => {
    expect(booked(status)).toBe(`${anna} (booking-off appointmentStatus)`);
  });

  test.each([
    ...[
      'gebucht',
      'bestätigt',
      'offen',
      'aktiv',
      'booked',
      'confirmed',
      'reserviert',
      'nicht storniert',
      'OK',
      'neu',
    ],
    ...['angemeldet', 'onaylandı', 'confirmé', 'eingeladen', 'geplant', 'nicht bestätigt', '1'],
  ])('%s: the date stands', (status) => {
    expect(booked(status)).toBe(`${anna} dose 1 at 2026-12-03T08:30`);
  });

  test.each(['X', 'siehe Akte', 'Rückruf', 'S'])(
    '%s: the date is booked, and somebody is asked to look',
    (status) => {
      expect(booked(status)).toBe(`${anna} dose 1 at 2026-12-03T08:30 (status-unclear appointmentStatus)`);
    },
  );

  test('says nothing where a row has no date', () => {
    expect(readList(`${peopleHeader};Status\nBerg;Anna;12.03.1985;verschoben\n`)).toEqual([anna]);
  });
});
