import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MailSettingsForm } from '../../../renderer/screens/delivery-settings/mail-settings-form.tsx';
import { aFakeStation } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const kept = {
  host: 'mail.example.invalid',
  port: 587,
  security: 'starttls',
  user: 'passes',
  senderName: 'Impfzentrum Musterstadt',
  senderAddress: 'pass@centre.example.invalid',
} as const;

test('says that the kept password stays, and as soon as the server is another one, that it is asked again', async () => {
  const refusal = { reason: 'mail-password-anew' };
  const station = aFakeStation({ more: { 'handover.save-mail': { ok: false, refusal } } });
  renderScreen(station.client, <MailSettingsForm kept={kept} hasPassword />);
  expect(screen.getByText(/Leer lassen, um es zu behalten/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/^Absendername/), { target: { value: 'Impfzentrum Neustadt' } });
  expect(screen.queryByText(/Bitte neu eingeben/)).toBeNull();
  fireEvent.change(screen.getByLabelText(/^Mailserver/), { target: { value: 'other.example.invalid' } });
  expect(
    screen.getByText(/Bitte neu eingeben: Das gespeicherte Passwort geht an keinen anderen/),
  ).toBeTruthy();
  fireEvent.submit(screen.getByRole('form'));
  await waitFor(() =>
    expect(screen.getByTestId('mail-said').textContent).toBe(
      'Server, Port, Verschlüsselung oder Benutzer sind anders: Bitte das Passwort dafür neu eingeben.',
    ),
  );
  expect(station.asked('handover.save-mail')[0]).not.toHaveProperty('password');
});
