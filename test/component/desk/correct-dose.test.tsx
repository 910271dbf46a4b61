import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
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

/** The desk with a dose of today that can be corrected. `entries`: what stands there, each time it is asked. */
async function openCorrectable(entries: readonly object[] = [entry]) {
  const given = { ...doseToday, lot: 'EX1234', entry: { site: 'left-upper-arm' } };
  const card = { ...vaccinated, doses: [given] };
  const station = await openErika(
    aFakeStation({
      more: {
        'desk.card': value(card),
        'desk.open': value({ decision: already, card }),
        'staff.approvers': value({ people: [{ staffId: 's2', name: 'Ben Ruf' }], roles: ['vaccinator'] }),
        'desk.dose-entry': entries.map((each) =>
          value({
            entry: each,
            products: [
              { productId: 'comirnaty', name: 'Comirnaty', route: 'intramuscular', amountMl: 0.3 },
              { productId: 'spikevax', name: 'Spikevax', route: 'intramuscular', amountMl: 0.5 },
            ],
            vaccinators: [{ vaccinator: 'staff:s1', name: 'Ben Ruf' }],
          }),
        ),
        'desk.weigh-correction': value({
          next: [{ vaccine: 'FSME-Immun', before: 'none', after: 'first' }],
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
  return station;
}

test('a dose is corrected from what stands there, with a reason and a second person', async () => {
  const station = await openCorrectable();
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
  expect(preview.textContent).toContain(
    'Nächste Dosis FSME-Immun: 1. Dosis, jederzeit möglich; bisher: keine.',
  );
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
      seen: entry,
      to: { ...entry, productId: 'spikevax', lot: 'EX9999', amountMl: 0.5 },
      note: 'Etikett falsch gelesen',
    },
  ]);
  expect(screen.getByTestId('done').textContent).toContain('berichtigt');
});

test('that it was corrected stays said, though the dose is open again and that is known before the answer', async () => {
  const station = await openCorrectable();
  const open = value({ decision: decisionFor('record-dose'), card: cardWith('record-dose') });
  fireEvent.click(screen.getByRole('button', { name: 'Berichtigen …' }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Charge' }), { target: { value: 'EX9999' } });
  fireEvent.change(screen.getByRole('textbox', { name: /Warum wird berichtigt/ }), {
    target: { value: 'Etikett falsch gelesen' },
  });
  fireEvent.change(await screen.findByTestId('second-pin'), { target: { value: '4739' } });
  await vi.waitFor(() => expect(screen.getByTestId('confirm-correction')).toHaveProperty('disabled', false));
  const corrected = station.hold('desk.correct-dose');
  const decided = station.hold('desk.open');
  const before = station.asked('desk.open').length;
  fireEvent.click(screen.getByTestId('confirm-correction'));
  station.answer('desk.card', cardWith('record-dose'));
  act(() => station.change(['desk']));
  await vi.waitFor(() => expect(station.asked('desk.open')).toHaveLength(before + 1));
  await act(async () => corrected(value(cardWith('record-dose'))));
  await act(async () => decided(open));
  expect((await screen.findByTestId('done')).textContent).toContain('berichtigt');
  expect(screen.queryByTestId('decision')).toBeNull();
  expect(screen.getByTestId('next-action').textContent).toContain('Dosis erfassen');
});

test('opened again it begins with what the first correction left, and an unreadable expiry is not none', async () => {
  await openCorrectable([
    { ...entry, expiresOn: '2026-12-31' },
    { ...entry, lot: 'NEW-1' },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Berichtigen …' }));
  const expires = await screen.findByRole('textbox', { name: 'Verwendbar bis' });
  fireEvent.change(expires, { target: { value: '31.2.2027' } });
  fireEvent.blur(expires);
  expect(screen.queryByTestId('correction-preview')).toBeNull();
  fireEvent.change(expires, { target: { value: '' } });
  fireEvent.blur(expires);
  await screen.findByTestId('correction-preview');
  fireEvent.change(screen.getByRole('textbox', { name: 'Menge (ml)' }), { target: { value: '0,5 ml' } });
  expect(screen.getByText('Menge in ml bitte als Zahl zwischen 0 und 5 eingeben.')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Abbrechen' }).at(-1) as HTMLElement);
  await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'Charge' })).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Berichtigen …' }));
  expect(await screen.findByRole('textbox', { name: 'Charge' })).toHaveProperty('value', 'NEW-1');
});
