import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, cardWith, value } from '../../support/fake-station.ts';
import { already, doseToday, openErika, vaccinated } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

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
        'desk.record-grave-dose': value({ ...vaccinated, doseId: doseToday.doseId }),
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

async function typePin(pin: string) {
  const field = await screen.findByTestId('second-pin');
  fireEvent.change(field, { target: { value: pin } });
  return field;
}

test('Enter in the PIN of the second person voids once, and only once the button could', async () => {
  const { station } = await openVoid();
  const pin = await typePin('4739');
  fireEvent.keyDown(pin, { key: 'Enter' });
  expect(station.asked('desk.void-dose')).toHaveLength(0);
  fireEvent.click(screen.getByLabelText('Falsch eingegeben'));
  await vi.waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('confirm-void').disabled).toBe(false));
  fireEvent.keyDown(pin, { key: 'Enter', repeat: true });
  fireEvent.keyDown(pin, { key: 'Enter' });
  fireEvent.keyDown(pin, { key: 'Enter' });
  await vi.waitFor(() => expect(screen.queryByTestId('confirm-void')).toBeNull());
  expect(station.asked('desk.void-dose')).toMatchObject([{ reason: 'wrong-entry' }]);
});

test('after a dose was voided F8 checks nobody in whom no button offers to check in', async () => {
  const { station } = await openVoid();
  station.answer('desk.void-dose', cardWith('check-in'));
  station.answer('desk.card', cardWith('check-in'));
  const pin = await typePin('4739');
  fireEvent.click(screen.getByLabelText('Falsch eingegeben'));
  await vi.waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('confirm-void').disabled).toBe(false));
  fireEvent.keyDown(pin, { key: 'Enter' });
  await screen.findByTestId('done');
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(station.asked('desk.check-in')).toEqual([]);
  expect(screen.queryByTestId('next-action')).toBeNull();
});

test('another reason needs a note before the button is free, and it is said why', async () => {
  await openVoid();
  await typePin('4739');
  const confirm = screen.getByTestId<HTMLButtonElement>('confirm-void');
  fireEvent.click(screen.getByLabelText('Falsche Person'));
  await vi.waitFor(() => expect(confirm.disabled).toBe(false));
  fireEvent.click(screen.getByLabelText(/Anderer Grund/));
  expect(confirm.disabled).toBe(true);
  const note = screen.getByRole('textbox', { name: /Bemerkung/ });
  expect(screen.getByText('Bei einem anderen Grund wird eine Bemerkung gebraucht.')).toBeTruthy();
  fireEvent.change(note, { target: { value: '  ' } });
  expect(confirm.disabled).toBe(true);
  fireEvent.change(note, { target: { value: 'Doppelt erfasst' } });
  expect(confirm.disabled).toBe(false);
  expect(screen.queryByText(/wird eine Bemerkung gebraucht/)).toBeNull();
});

test('Enter in the PIN of the second person records the further dose once', async () => {
  const station = await vaccinatedErika();
  fireEvent.click(screen.getByTestId('further-dose'));
  const form = await screen.findByTestId('dose-form');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  fireEvent.change(await screen.findByRole('textbox', { name: /Warum/ }), { target: { value: 'Daneben' } });
  const pin = await typePin('4739');
  await vi.waitFor(() =>
    expect(screen.getByTestId<HTMLButtonElement>('confirm-grave-dose').disabled).toBe(false),
  );
  fireEvent.keyDown(pin, { key: 'Enter' });
  fireEvent.keyDown(pin, { key: 'Enter' });
  await vi.waitFor(() => expect(station.asked('desk.record-grave-dose')).toMatchObject([{ ordinal: 2 }]));
});
