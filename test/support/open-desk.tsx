import { fireEvent, render, screen, within } from '@testing-library/react';
import { App } from '../../renderer/app.tsx';
import { aFakeStation, cardWith, decisionFor } from './fake-station.ts';

/** The window with the desk in it, where Erika Mustermann is open. */
export async function openErika(station = aFakeStation()) {
  render(<App client={station.client} />);
  fireEvent.click(
    await within(await screen.findByTestId('today')).findByRole('button', { name: /Mustermann, Erika/ }),
  );
  await screen.findByTestId('person');
  return station;
}

/** Goes from there to the confirmation of the next dose, and reads it. */
export async function openReview() {
  fireEvent.click(await screen.findByTestId('next-action'));
  const form = await screen.findByTestId('dose-form');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  return (await screen.findByTestId('review')).textContent;
}

export const doseToday = {
  doseId: '0197a000-0000-7000-8000-000000000003',
  personId: '0197a000-0000-7000-8000-000000000001',
  ordinal: 1,
  givenOn: '2026-11-23',
  recordedAt: '2026-11-23T09:30:00.000Z',
  productName: 'Comirnaty',
  lot: 'EX1234',
  vaccinator: 'Ben Ruf',
  isVoided: false,
};

/** Her card once she has had that dose, and what the desk says when she comes again. */
export const vaccinated = { ...cardWith('none'), doses: [doseToday], warnings: ['dose-already-today'] };
export const already = {
  ...decisionFor('record-dose'),
  light: 'amber',
  reason: 'dose-already-today',
  action: 'show-person',
};
