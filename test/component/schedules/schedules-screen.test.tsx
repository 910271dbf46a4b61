import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const schedule = {
  book: 'de-tbe',
  title: { de: 'FSME', en: 'TBE' },
  version: '2026-01',
  source: 'STIKO am RKI: Empfehlungen 2026',
  issuedOn: '2026-01-22',
  note: { de: 'Für Menschen mit Zeckenkontakt.', en: 'For people exposed to ticks.' },
  products: [{ code: 'fsme-immun', name: 'FSME-IMMUN' }],
  observations: [],
  series: [
    { name: 'FSME', isForRisk: false, doses: [[{ de: 'Alter: ab 1 Jahr.', en: 'Age: from 1 year.' }]] },
  ],
};
const evaluated = {
  kind: 'evaluated',
  doses: [
    {
      status: 'not-valid',
      sentence: { de: 'Zählt nicht: die Person war zu jung.', en: 'Does not count: too young.' },
    },
  ],
  series: { de: 'Die Impfserie ist nicht vollständig.', en: 'The series is not complete.' },
  next: { dose: 1, earliest: '2021-05-01', recommended: '2021-06-01' },
  sentence: { de: 'Dosis 1 ab 01.05.2021.', en: 'Dose 1 from 1 May 2021.' },
};

async function openSchedule(tried: object = evaluated) {
  const station = aFakeStation({
    more: {
      'schedules.list': value({ schedules: [schedule] }),
      'schedules.try': value(tried),
      'schedules.affected-dates': value(affectedDates),
      'schedules.affected-passes': value({ passes: 3 }),
      'schedules.activate': value({ book: 'de-tbe' }),
    },
  });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Schemata' }));
  fireEvent.click(await screen.findByRole('button', { name: 'FSME' }));
  return station;
}

function type(label: string, text: string) {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
}

test('a schedule says its source, version, date and every dose', async () => {
  await openSchedule();
  const page = within(await screen.findByTestId('schedule'));
  for (const text of [schedule.source, '2026-01', '22.01.2026', 'Alter: ab 1 Jahr.']) page.getByText(text);
});

test('given a birth date and a dose, when they are evaluated, then each dose and the next one are told', async () => {
  const station = await openSchedule();
  type('Geburtsdatum', '1.5.2020');
  fireEvent.click(screen.getByTestId('try-add'));
  type('Datum der Dosis 1', '1.6.2020');
  fireEvent.click(screen.getByTestId('try-evaluate'));
  const result = within(await screen.findByTestId('try-result'));
  result.getByText('Dosis 1 ab 01.05.2021.');
  result.getByText('Zählt nicht: die Person war zu jung.');
  result.getByText('01.06.2021');
  expect(station.asked('schedules.try')).toEqual([
    {
      book: 'de-tbe',
      bornOn: '2020-05-01',
      sex: 'unknown',
      observations: [],
      doses: [{ on: '2020-06-01', product: 'fsme-immun' }],
    },
  ]);
  type('Geburtsdatum', '2.5.2020');
  expect(screen.queryByTestId('try-result')).toBeNull();
});

test('what is missing or cannot be is told in one sentence', async () => {
  const sentence = { de: 'Das Geburtsdatum liegt in der Zukunft. Bitte prüfen.', en: '' };
  await openSchedule({ kind: 'fault', sentence });
  const said = async (words: string) => {
    fireEvent.click(screen.getByTestId('try-evaluate'));
    expect((await screen.findByTestId('try-fault')).textContent).toBe(words);
  };
  await said('Bitte das Geburtsdatum mit Tag, Monat und Jahr eintragen.');
  type('Geburtsdatum', '1.5.2020');
  fireEvent.click(screen.getByTestId('try-add'));
  await said('Dosis 1: Bitte das Datum eintragen oder die Dosis entfernen.');
  type('Datum der Dosis 1', '1.6.2020');
  await said(sentence.de);
});

const affectedDates = {
  dates: 4,
  affected: 1,
  movable: 1,
  notNamed: 0,
  shown: [
    {
      appointmentId: 'date-1',
      personId: 'person-1',
      givenName: 'Ruth',
      familyName: 'Sauer',
      birthDate: '1964-08-12',
      contact: '0151 23456789',
      product: 'FSME-IMMUN',
      plannedDose: 2,
      startsAt: '2026-12-01T09:00:00.000Z',
      reason: { de: 'Zu früh: frühestens am 14.12.2026.', en: 'Too early.' },
      plan: { kind: 'move', startsAt: '2026-12-14T09:00:00.000Z' },
    },
  ],
};

test('until it is confirmed the screen says so; the dialog names how many dates do not fit and asks what becomes of them', async () => {
  const station = await openSchedule();
  within(await screen.findByTestId('schedule-confirmation')).getByText(/noch nicht bestätigt/);
  within(await screen.findByTestId('affected-dates')).getByText('Zu früh: frühestens am 14.12.2026.');
  fireEvent.click(screen.getByTestId('open-confirm-schedule'));
  expect((await screen.findByTestId('confirm-affected')).textContent).toContain(
    '1 von 4 künftigen Terminen für diese Impfung passen nicht',
  );
  expect((await screen.findByTestId('confirm-passes')).textContent).toContain('ändert: 3.');
  expect(screen.getByTestId('confirm-schedule').hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByTestId('dates-move'));
  expect(screen.getByTestId('confirm-schedule').textContent).toContain('Bestätigen und verschieben (1)');
  fireEvent.click(screen.getByTestId('confirm-schedule'));
  await waitFor(() => expect(screen.queryByTestId('confirm-schedule')).toBeNull());
  expect(station.asked('schedules.activate')).toHaveLength(1);
  expect(station.asked('schedules.activate')[0]).toMatchObject({
    book: 'de-tbe',
    version: '2026-01',
    dates: 'move',
  });
});
