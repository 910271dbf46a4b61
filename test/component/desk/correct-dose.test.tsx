import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { already, doseToday, openErika, vaccinated } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

test('a dose is corrected from what stands there, with a reason and a second person', async () => {
  const given = { ...doseToday, lot: 'EX1234', entry: { site: 'left-upper-arm' } };
  const card = { ...vaccinated, doses: [given] };
  const station = await openErika(
    aFakeStation({
      more: {
        'desk.card': value(card),
        'desk.open': value({ decision: already, card }),
        'staff.approvers': value({ people: [{ staffId: 's2', name: 'Ben Ruf' }], roles: ['vaccinator'] }),
        'desk.correct-dose': value(card),
      },
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Berichtigen …' }));
  const lot = await screen.findByRole('textbox', { name: 'Charge' });
  expect(lot).toHaveProperty('value', 'EX1234');
  fireEvent.change(lot, { target: { value: 'EX9999' } });
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
      to: { lot: 'EX9999', site: 'left-upper-arm', givenOn: doseToday.givenOn },
      note: 'Etikett falsch gelesen',
    },
  ]);
  expect(screen.getByTestId('done').textContent).toContain('berichtigt');
});
