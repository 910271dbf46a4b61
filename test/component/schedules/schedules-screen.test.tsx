import { fireEvent, render, screen, within } from '@testing-library/react';
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
    more: { 'schedules.list': value({ schedules: [schedule] }), 'schedules.try': value(tried) },
  });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Impfschemata' }));
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
