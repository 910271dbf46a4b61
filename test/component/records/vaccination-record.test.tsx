import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation } from '../../support/fake-station.ts';
import { openRecord, record } from '../../support/open-record.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const file = { fileName: 'Impfbescheinigung.pdf', mediaType: 'application/pdf', base64: '' };
URL.createObjectURL = vi.fn(() => 'blob:x');
URL.revokeObjectURL = vi.fn();

test('the record prints the Impfbescheinigung, and names what is missing on it', async () => {
  const station = await openRecord({
    'records.check': { missing: ['birth-date', 'vaccinator'] },
    'records.of-person': file,
  });
  expect((await screen.findByTestId('record-missing')).textContent).toContain(
    'vollständiges Geburtsdatum, verantwortliche Person',
  );
  fireEvent.click(screen.getByTestId('print-record'));
  await vi.waitFor(() =>
    expect(station.asked('records.of-person')).toEqual([{ personId: record.personId, language: 'de' }]),
  );
});

test('the vaccinations go out for other systems in each profile, and what it has no place for is said', async () => {
  const answer = { fileName: 'immunizations.json', mediaType: 'application/fhir+json', base64: '' };
  const station = await openRecord({
    'records.check': { missing: [] },
    'records.immunizations': { ...answer, leftOut: 2 },
  });
  for (const profile of ['r4', 'mio-impfpass', 'ch-vacd']) {
    const button = await screen.findByTestId(`immunizations-${profile}`);
    await vi.waitFor(() => expect(button.hasAttribute('data-loading')).toBe(false));
    fireEvent.click(button);
    await vi.waitFor(() =>
      expect(station.asked('records.immunizations')).toContainEqual({ personId: record.personId, profile }),
    );
  }
  expect((await screen.findByTestId('immunizations-left-out')).textContent).toContain(
    '2 Impfungen haben in dieser Form keinen Platz',
  );
});

test('nothing is said of what is missing where nothing is', async () => {
  await openRecord({ 'records.check': { missing: [] } });
  await screen.findByTestId('print-record');
  expect(screen.queryByTestId('record-missing')).toBeNull();
});

test('the records of a day are printed as one file', async () => {
  const station = aFakeStation({ more: { 'records.of-day': { ok: true, value: file } } });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-records'));
  fireEvent.click(await screen.findByTestId('print-day-records'));
  await vi.waitFor(() => expect(station.asked('records.of-day')).toMatchObject([{ language: 'de' }]));
});

test('the site lead sees what was given, takes it as a table, and the daily report in each form', async () => {
  const row = {
    day: '2026-11-23',
    productId: 'comirnaty',
    product: 'Comirnaty',
    lot: 'EX1',
    ordinal: 2,
    ageGroup: '5-11',
    doses: 3,
  };
  const saved = { ok: true as const, value: file };
  const station = aFakeStation({
    more: {
      'records.dose-report': { ok: true, value: { rows: [row] } },
      'records.dose-report-file': saved,
      'records.daily-report': saved,
    },
  });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-records'));
  const table = await screen.findByTestId('dose-report');
  expect(table.textContent).toContain('3 Impfungen');
  expect(table.textContent).toContain('Comirnaty' + 'EX1' + '2' + '5–11' + '3');
  fireEvent.click(screen.getByTestId('save-dose-report'));
  fireEvent.click(screen.getByTestId('daily-report-dim-csv'));
  await vi.waitFor(() =>
    expect(station.asked('records.dose-report-file')).toMatchObject([{ language: 'de' }]),
  );
  await vi.waitFor(() => expect(station.asked('records.daily-report')).toMatchObject([{ form: 'dim-csv' }]));
});
