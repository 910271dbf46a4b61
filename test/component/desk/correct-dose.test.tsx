import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { already, doseToday, openErika, vaccinated } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const entry = {
  productId: 'comirnaty',
  lot: 'EX1234',
  givenOn: doseToday.givenOn,
  site: 'left-upper-arm',
  route: 'intramuscular',
  amountMl: 0.3,
  vaccinator: 'staff:s1',
};

test('a dose is corrected from what stands there, with a reason and a second person', async () => {
  const given = { ...doseToday, lot: 'EX1234', entry: { site: 'left-upper-arm' } };
  const card = { ...vaccinated, doses: [given] };
  const station = await openErika(
    aFakeStation({
      more: {
        'desk.card': value(card),
        'desk.open': value({ decision: already, card }),
        'staff.approvers': value({ people: [{ staffId: 's2', name: 'Ben Ruf' }], roles: ['vaccinator'] }),
        'desk.dose-entry': value({
          entry,
          products: [
            { productId: 'comirnaty', name: 'Comirnaty', route: 'intramuscular', amountMl: 0.3 },
            { productId: 'spikevax', name: 'Spikevax', route: 'intramuscular', amountMl: 0.5 },
          ],
          vaccinators: [{ vaccinator: 'staff:s1', name: 'Ben Ruf' }],
        }),
        'desk.weigh-correction': value({
          dates: [],
          stock: {
            from: { product: 'Comirnaty', lot: 'EX1234' },
            to: { product: 'Spikevax', lot: 'EX9999' },
            objections: ['no-vial-open'],
          },
          warnings: ['too-early'],
          blocked: 'Rückruf',
        }),
        'desk.correct-dose': value(card),
      },
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Berichtigen …' }));
  const lot = await screen.findByRole('textbox', { name: 'Charge' });
  expect(lot).toHaveProperty('value', 'EX1234');
  expect(screen.queryByTestId('correction-preview')).toBeNull();
  fireEvent.change(lot, { target: { value: 'EX9999' } });
  fireEvent.change(screen.getByTestId('corrected-product'), { target: { value: 'spikevax' } });
  expect(screen.getByRole('textbox', { name: 'Menge (ml)' })).toHaveProperty('value', '0,5');
  const preview = await screen.findByTestId('correction-preview');
  await vi.waitFor(() => expect(preview.textContent).toContain('Comirnaty EX1234 bekommt sie zurück'));
  expect(preview.textContent).toContain('Impfstoff: Comirnaty Spikevax');
  expect(screen.getByTestId('correction-alarms').textContent).toContain('gesperrt: Rückruf');
  expect(screen.getByTestId('correction-alarms').textContent).toContain('zu früh');
  fireEvent.change(await screen.findByTestId('second-pin'), { target: { value: '4739' } });
  expect(screen.getByTestId('confirm-correction')).toHaveProperty('disabled', true);
  fireEvent.change(screen.getByRole('textbox', { name: /Warum wird berichtigt/ }), {
    target: { value: 'Etikett falsch gelesen' },
  });
  await vi.waitFor(() => expect(screen.getByTestId('confirm-correction')).toHaveProperty('disabled', false));
  fireEvent.click(screen.getByTestId('confirm-correction'));
  await vi.waitFor(() => expect(screen.queryByTestId('confirm-correction')).toBeNull());
  expect(station.asked('desk.correct-dose')).toMatchObject([
    {
      to: { ...entry, productId: 'spikevax', lot: 'EX9999', amountMl: 0.5 },
      note: 'Etikett falsch gelesen',
    },
  ]);
  expect(screen.getByTestId('done').textContent).toContain('berichtigt');
});
