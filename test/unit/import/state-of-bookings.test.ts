import { describe, expect, test } from 'vitest';
import { saidOfBooking } from '../../../domain/import/booking-words.ts';
import { rowFault, rowFaultSentence } from '../../../domain/import/row-fault.ts';
import { peopleHeader, readList } from '../../support/read-list.ts';

const table: Readonly<Record<string, readonly string[]>> = {
  cancelled: [
    ...['gebucht, storniert', 'Gebucht (storniert am 03.04.)', 'bestätigt - abgesagt', 'confirmed/cancelled'],
    ...[
      'angemeldet, nicht erschienen',
      'registered, no-show',
      'NO_SHOW',
      'noShow',
      'No‑Show',
      'aktiv (abgemeldet)',
    ],
    ...['reserviert; gelöscht', 'Termin storniert', 'nicht wahrgenommen', 'nicht gekommen', 'nie erschienen'],
    ...[
      'Patient erschien nicht',
      'kam nicht',
      'did not attend',
      "didn't show up",
      'not attended',
      'not arrived',
    ],
    ...['never attended', 'missed', 'versäumt', 'DNA', 'removed', 'nicht mehr gewünscht', 'no longer needed'],
    ...[
      'gebucht (nicht mehr gültig)',
      'nicht geimpft, abgesagt',
      'noch nicht geimpft - storniert',
      'erschienen: nein',
    ],
    ...['ok, abgesagt', 'neu: ausgefallen', 'attended: no', 'kein Interesse', 'deaktiviert', 'nicht aktiv'],
  ],
  off: [
    ...['geplant (verschoben)', 'offene Warteliste', 'Vorgemerkt (Warteliste)', 'Reserveliste', 'Reserve'],
    ...[
      'gebucht, dann verschoben',
      'registered - waiting list',
      'confirmed, completed',
      'bestätigt / geimpft',
    ],
    ...[
      'noch nicht gebucht',
      'not yet scheduled',
      'nicht angemeldet',
      'noch kein Termin',
      'nicht storniert, erledigt',
    ],
    ...[
      'gebucht (umgebucht)',
      'aktiv: geimpft',
      'checked_in',
      'booked – vaccinated',
      'wartet auf einen Platz',
    ],
  ],
  stands: [
    ...['noch nicht geimpft', 'nicht geimpft', 'nicht erledigt', 'noch nicht erschienen', 'not attended yet'],
    ...[
      'ungeimpft',
      'unvaccinated',
      'not yet vaccinated',
      'nicht abgeschlossen',
      'unerledigt',
      'not completed',
    ],
    ...[
      'NOT_VACCINATED',
      'noch nicht eingetroffen',
      'noch nicht da',
      'not yet arrived',
      "hasn't been vaccinated yet",
    ],
    ...[
      'noch nicht wahrgenommen',
      'bisher nicht geimpft',
      'noch keine Impfung',
      'geimpft: nein',
      'incomplete',
    ],
    ...[
      'nicht storniert',
      'not cancelled',
      'gebucht, nicht storniert',
      'nicht verschoben',
      'storniert: nein',
    ],
    ...[
      'noch nicht bestätigt',
      'unconfirmed',
      'not yet confirmed',
      'kein No-Show',
      'Storno abgelehnt',
      'stornierbar',
    ],
    ...['gebucht (Storno möglich)', 'Buchung abgeschlossen', 'booking completed', 'wartet auf Bestätigung'],
    ...[
      'awaiting confirmation',
      'wartet auf Impfung',
      'wird am 3.12. geimpft',
      'to be vaccinated',
      'soll noch geimpft werden',
    ],
    ...['erwartet', 'unverändert', 'noch offen', 'Termin bestätigt', 'Online gebucht', 'Impfung ausstehend'],
    ...['wurde noch nicht geimpft', 'gebucht, noch nicht geimpft', 'unchecked', 'yet to attend', 'upcoming'],
  ],
  deceased: [
    'aktiv, verstorben',
    'gebucht (†)',
    'storniert, verstorben',
    'confirmed; deceased',
    'booked, died 3 Apr',
  ],
  unclear: [
    ...[
      'nicht erreicht',
      'storniert?',
      'Einladung verschickt',
      'Rückruf',
      'konnte nicht geimpft werden',
      'keine Impfung',
    ],
  ],
};

test.each(Object.entries(table).flatMap(([said, all]) => all.map((status) => [status, said] as const)))(
  '%s: %s',
  (status, said) => {
    expect(saidOfBooking(status)).toBe(said);
  },
);

describe('a column that says whether a booking was cancelled', () => {
  const taken = (column: string, cell: string) =>
    readList(`${peopleHeader};${column};Termin\nBerg;Anna;12.03.1985;${cell};03.12.2026 09:30\n`).join();

  test.each([
    'nein',
    'Nein, s. Akte',
    'noch nicht',
    '0000-00-00',
    '00.00.0000',
    'nicht storniert',
    'aktiv',
    'false',
  ])('%s: the date stands', (cell) => {
    expect(taken('Storniert', cell)).toBe('Berg, Anna 1985-03-12 dose 1 at 2026-12-03T08:30');
  });

  test.each([
    'ja',
    'ja, bestätigt',
    'bestätigt',
    'x',
    '01.12.2026',
    'true',
    '1',
    'gebucht, storniert',
    'Nachricht am 1.12.',
  ])('%s: nobody is taken', (cell) => {
    expect(taken('Storniert', cell)).toBe('refused: appointment-cancelled isCancelled');
  });
});

describe('columns beside the status that end a booking', () => {
  const anna = 'Berg, Anna 1985-03-12';
  const stands = `${anna} dose 1 at 2026-12-03T08:30`;
  const off = `${anna} (booking-off isOver)`;
  const read = (columns: string, cells: string) =>
    readList(`${peopleHeader};${columns};Termin\nBerg;Anna;12.03.1985;${cells};03.12.2026 09:30\n`).join();

  test.each([
    ['Verstorben', 'ja', 'refused: person-deceased isDeceased'],
    ['Verstorben', 'nein', stands],
    ['Sterbedatum', '01.11.2026', 'refused: person-deceased isDeceased'],
    ['Date of death', '', stands],
    ['No-Show', 'ja', 'refused: appointment-cancelled isCancelled'],
    ['No Show', 'nein', stands],
    ['Gelöscht', '1', 'refused: appointment-cancelled isCancelled'],
    ['deleted_at', '2026-12-01 10:00:00', 'refused: appointment-cancelled isCancelled'],
    ['deleted_at', 'NULL', stands],
    ['deleted_at', '0000-00-00 00:00:00', stands],
    ['Stornierungsgrund', 'krank', 'refused: appointment-cancelled isCancelled'],
    ['Stornierungsgrund', '-', stands],
    ['Aktiv', 'nein', 'refused: record-replaced isActive'],
    ['Aktiv', '0', 'refused: record-replaced isActive'],
    ['Aktiv', 'ja', stands],
    ['Aktiv', '1', stands],
    ['Aktiv', 'aktiv', stands],
    ['Erschienen', 'ja', off],
    ['Erschienen', 'nein', stands],
    ['Geimpft', 'x', off],
    ['Geimpft am', '01.12.2026', off],
    ['Geimpft', 'noch nicht', stands],
    ['Geimpft', '2', `${stands} (status-unclear isOver)`],
    ['Warteliste', 'ja', off],
    ['Warteliste', 'nein', stands],
    ['Canceled;Marked as No-Show', 'false;Yes', 'refused: appointment-cancelled isCancelled'],
    ['Marked as No-Show;Canceled', 'Yes;false', 'refused: appointment-cancelled isCancelled'],
    ['Canceled;Marked as No-Show', 'false;No', stands],
    ['Status;Terminstatus', 'neu;storniert', 'refused: appointment-cancelled appointmentStatus'],
    ['Status;Terminstatus', 'gebucht;verschoben', `${anna} (booking-off appointmentStatus)`],
    ['Status;Terminstatus', '1;2', stands],
    ['Geimpft;Status', 'ja;storniert', 'refused: appointment-cancelled appointmentStatus'],
    ['Status 1;Status 2', 'gebucht;storniert', 'refused: appointment-cancelled appointmentStatus'],
    ['Impfstatus', 'vollständig geimpft', `${stands} (status-unclear remark)`],
    ['Attendance', 'No show', 'refused: appointment-cancelled appointmentStatus'],
    ['Bemerkung', 'hat am 1.12. telefonisch abgesagt', `${stands} (status-unclear remark)`],
    ['Kommentar', 'am 1.11. verstorben (Tochter)', `${stands} (status-unclear remark)`],
    ['Notiz', 'kommt mit Rollstuhl', stands],
    ['Notiz', 'noch nicht geimpft', stands],
    ['Status;Bemerkung', 'storniert;kommt mit Rollstuhl', 'refused: appointment-cancelled appointmentStatus'],
    ['Aktiv;Active', '1;0', 'refused: record-replaced isActive'],
  ])('%s: %s', (columns, cells, expected) => {
    expect(read(columns, cells)).toBe(expected);
  });
});

test('what a remark leaves open is told in a sentence', () => {
  expect(rowFaultSentence(rowFault('status-unclear', 'remark', 'hat abgesagt'))).toEqual({
    de: 'Bemerkung sagt nicht klar, ob der Termin gilt; er wird gebucht, bitte ansehen (dort steht „hat abgesagt“).',
    en: 'Remark does not say clearly whether the date stands; it is booked, please look (it says “hat abgesagt”).',
  });
});
