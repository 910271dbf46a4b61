import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CancelDialog } from '../../../renderer/screens/appointments/cancel-dialog.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const personId = '0197a000-0000-7000-8000-000000000001';
const date = {
  appointmentId: 'a1',
  plannedDose: 2,
  startsAt: '2026-12-16T09:00:00.000Z',
  day: '2026-12-16',
  status: 'booked',
} as Parameters<typeof CancelDialog>[0]['date'];

test('cancelling names the person, and goes on with a reason that was chosen', async () => {
  const person = { personId, givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12' };
  const dates = value({ person, dates: [date], openDoses: [], standby: [] });
  const station = aFakeStation({
    more: { 'appointments.of-person': dates, 'appointments.cancel': dates },
  });
  renderScreen(station.client, <CancelDialog personId={personId} date={date} onClose={() => {}} />);
  expect((await screen.findByTestId('person-line')).textContent).toContain('Erika Mustermann');
  expect(screen.getByTestId<HTMLButtonElement>('confirm-cancel').disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('Auf Wunsch der Person'));
  fireEvent.click(screen.getByTestId('confirm-cancel'));
  await vi.waitFor(() => expect(station.asked('appointments.cancel')).toMatchObject([{ reason: 'asked' }]));
});
