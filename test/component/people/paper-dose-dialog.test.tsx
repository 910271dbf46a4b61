import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PaperDoseDialog } from '../../../renderer/screens/people/paper-dose-dialog.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const personId = '0197a000-0000-7000-8000-000000000009';
const dose = {
  doseId: '0197a000-0000-7000-8000-0000000000d1',
  ordinal: 1,
  productId: 'comirnaty',
  productName: 'Comirnaty',
  givenOn: '2021-06-30',
  isVoided: false,
  elsewhere: { issuer: 'Impfausweis', isDayKnown: false, paper: { page: '3' } },
} as unknown as NonNullable<Parameters<typeof PaperDoseDialog>[0]['dose']>;

test('given a dose that may be known, then somebody says that it is another before it is taken', async () => {
  const station = aFakeStation({
    more: {
      'people.correct-paper-dose': [
        { ok: false, refusal: { reason: 'dose-perhaps-known' } },
        value({ personId }),
      ],
    },
  });
  const onClose = vi.fn();
  renderScreen(station.client, <PaperDoseDialog personId={personId} dose={dose} onClose={onClose} />);
  // Of a month or a year nobody takes the last day for the day.
  const day = await screen.findByRole('textbox', { name: /Datum/ });
  expect(day).toHaveProperty('value', '');
  fireEvent.change(day, { target: { value: '2021' } });
  fireEvent.change(screen.getByRole('textbox', { name: /Warum/ }), { target: { value: 'verlesen' } });
  expect(screen.queryByTestId('paper-dose-another')).toBeNull();
  fireEvent.click(screen.getByTestId('save-paper-dose'));
  expect((await screen.findByRole('alert')).textContent).toContain('die diese sein kann');
  fireEvent.click(await screen.findByRole('checkbox', { name: /weitere Dosis/ }));
  fireEvent.click(screen.getByTestId('save-paper-dose'));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(station.asked('people.correct-paper-dose')).toMatchObject([
    { isAnother: false },
    { isAnother: true },
  ]);
});

test('given a dose of which the month alone was read, when its page is corrected, then no day is made of the month', async () => {
  const station = aFakeStation({ more: { 'people.correct-paper-dose': [value({ personId })] } });
  const onClose = vi.fn();
  renderScreen(station.client, <PaperDoseDialog personId={personId} dose={dose} onClose={onClose} />);
  fireEvent.change(await screen.findByRole('textbox', { name: /Wo es im Ausweis/ }), {
    target: { value: '4' },
  });
  fireEvent.change(screen.getByRole('textbox', { name: /Warum/ }), { target: { value: 'verblättert' } });
  expect(screen.getByText(/spätestens 30\.06\.2021/)).toBeTruthy();
  // What cannot be read is no empty field.
  fireEvent.change(screen.getByRole('textbox', { name: /Datum/ }), { target: { value: 'Juni' } });
  expect(screen.getByTestId('save-paper-dose')).toHaveProperty('disabled', true);
  fireEvent.change(screen.getByRole('textbox', { name: /Datum/ }), { target: { value: '' } });
  fireEvent.click(screen.getByTestId('save-paper-dose'));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  const [sent] = station.asked('people.correct-paper-dose');
  expect(sent).toMatchObject({ entry: { page: '4' }, note: 'verblättert' });
  expect(sent).not.toHaveProperty('day');
});

test('given a dose whose day was read, when its day is emptied, then it cannot be saved', async () => {
  const station = aFakeStation({ more: {} });
  const known = { ...dose, elsewhere: { issuer: 'Impfausweis', isDayKnown: true, paper: { page: '3' } } };
  renderScreen(station.client, <PaperDoseDialog personId={personId} dose={known} onClose={() => {}} />);
  const day = await screen.findByRole('textbox', { name: /Datum/ });
  expect(day).toHaveProperty('value', '30.06.2021');
  fireEvent.change(screen.getByRole('textbox', { name: /Warum/ }), { target: { value: 'verlesen' } });
  expect(screen.getByTestId('save-paper-dose')).toHaveProperty('disabled', false);
  fireEvent.change(day, { target: { value: '' } });
  expect(screen.getByTestId('save-paper-dose')).toHaveProperty('disabled', true);
});

test('given the tick that it is another dose, when another vaccine is chosen, then it is asked of that one anew', async () => {
  const product = (productId: string, name: string) => ({
    productId,
    name,
    disease: { de: 'COVID-19', en: 'COVID-19' },
  });
  const station = aFakeStation({
    more: {
      'products.list': value({
        products: [product('comirnaty', 'Comirnaty'), product('spikevax', 'Spikevax')],
      }),
      'people.record-paper-dose': [
        { ok: false, refusal: { reason: 'dose-perhaps-known' } },
        value({ personId }),
      ],
    },
  });
  renderScreen(station.client, <PaperDoseDialog personId={personId} onClose={() => {}} />);
  const vaccine = await screen.findByRole('combobox');
  await screen.findByRole('option', { name: /Spikevax/ });
  fireEvent.change(vaccine, { target: { value: 'comirnaty' } });
  fireEvent.change(screen.getByRole('textbox', { name: /Datum/ }), { target: { value: '6.2021' } });
  fireEvent.change(screen.getByRole('textbox', { name: /Wo es im Ausweis/ }), { target: { value: '4' } });
  fireEvent.click(screen.getByTestId('save-paper-dose'));
  fireEvent.click(await screen.findByTestId('paper-dose-another'));
  fireEvent.change(vaccine, { target: { value: 'spikevax' } });
  expect(screen.queryByTestId('paper-dose-another')).toBeNull();
  fireEvent.click(screen.getByTestId('save-paper-dose'));
  await vi.waitFor(() => expect(station.asked('people.record-paper-dose')).toHaveLength(2));
  expect(station.asked('people.record-paper-dose')[1]).toMatchObject({
    productId: 'spikevax',
    isAnother: false,
  });
});
