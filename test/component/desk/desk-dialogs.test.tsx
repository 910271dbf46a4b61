import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, value } from '../../builders/fake-station.ts';
import { already, openErika, vaccinated } from '../../builders/open-desk.tsx';
import { inSurroundings } from '../../builders/screen-surroundings.ts';

inSurroundings();

const focused = (element: Element) => vi.waitFor(() => expect(document.activeElement).toBe(element));

function vaccinatedErika() {
  return openErika(
    aFakeStation({
      more: {
        'desk.card': value(vaccinated),
        'desk.open': value({ decision: already, card: vaccinated }),
        'staff.approvers': value({ people: [{ staffId: 's2', name: 'Ben Ruf' }], roles: ['vaccinator'] }),
        'desk.void-dose': value(vaccinated),
      },
    }),
  );
}

async function openVoid() {
  const station = await vaccinatedErika();
  const button = screen.getByRole('button', { name: 'Stornieren' });
  button.focus();
  fireEvent.click(button);
  await focused(await screen.findByLabelText('Falsche Person'));
  return { station, button };
}

test('voiding begins at its reasons, and Esc gives the focus back to its button', async () => {
  const { button } = await openVoid();
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
  await focused(button);
});

test('F7 opens the dates from wherever the focus was lost, and Esc leaves it on the screen', async () => {
  await openErika(
    aFakeStation({ more: { 'appointments.of-person': value({ dates: [], openDoses: [], standby: [] }) } }),
  );
  await screen.findByTestId('next-date');
  await focused(screen.getByTestId('next-action'));
  (document.activeElement as HTMLElement).blur();
  fireEvent.keyDown(document.body, { key: 'F7' });
  const dialog = await screen.findByRole('dialog');
  await vi.waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
  await focused(screen.getByTestId('scan-field'));
});
