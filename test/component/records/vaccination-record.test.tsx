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
