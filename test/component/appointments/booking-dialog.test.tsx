import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BookingDialog } from '../../../renderer/screens/appointments/booking-dialog.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const placeOn = (day: string, clock: string) => ({
  day,
  lane: 'A',
  startsAt: `${day}T${clock}:00.000Z`,
  free: 2,
});
const windowFrom = (earliest: string, until: string) => ({
  earliest,
  recommendedFrom: earliest,
  recommendedTo: until,
});
const proposal = (first: string, second: string, until: string) =>
  value({
    dates: [
      { plannedDose: 1, place: placeOn(first, '09:00'), isShort: false },
      {
        plannedDose: 2,
        place: placeOn(second, '09:00'),
        window: windowFrom(second, until),
        vacancy: { free: 9, capacity: 9 },
        isShort: false,
      },
    ],
  });

function open() {
  const station = aFakeStation({
    more: {
      'appointments.propose': [
        proposal('2026-11-25', '2026-12-16', '2026-12-23'),
        proposal('2026-11-25', '2026-12-17', '2026-12-24'),
      ],
      'appointments.day-places': value({
        places: [
          placeOn('2026-11-25', '09:00'),
          placeOn('2026-11-26', '10:00'),
          placeOn('2026-12-16', '09:00'),
          placeOn('2026-12-17', '09:00'),
        ],
      }),
      'appointments.book': value({ dates: [], openDoses: [], standby: [] }),
    },
  });
  renderScreen(
    station.client,
    <BookingDialog personId="0197a000-0000-7000-8000-000000000001" onClose={() => {}} />,
  );
  return station;
}

const confirm = () => screen.getByTestId<HTMLButtonElement>('confirm-booking');

test('a first dose that lost its time is not left out: nothing is booked until it has one', async () => {
  const station = open();
  const first = await screen.findByRole('group', { name: '1. Dosis' });
  await waitFor(() => expect(confirm().disabled).toBe(false));
  fireEvent.change(within(first).getByLabelText('Tag'), { target: { value: '2026-11-26' } });
  expect((await screen.findByTestId('time-missing')).textContent).toBe('Für die 1. Dosis fehlt die Uhrzeit.');
  expect(confirm().disabled).toBe(true);
  fireEvent.submit(confirm());
  expect(station.asked('appointments.book')).toHaveLength(0);

  await waitFor(() => expect(screen.getByText('Empfohlen: 17.12.2026 bis 24.12.2026')).toBeTruthy());
  expect(station.asked('appointments.propose').at(-1)).toMatchObject({
    chosen: [{ plannedDose: 1, day: '2026-11-26' }],
  });
  fireEvent.change(within(first).getByTestId('place'), { target: { value: '2026-11-26T10:00:00.000Z A' } });
  await waitFor(() => expect(confirm().disabled).toBe(false));
  fireEvent.submit(confirm());
  await waitFor(() => expect(station.asked('appointments.book')).toHaveLength(1));
  expect(station.asked('appointments.book')[0]).toMatchObject({
    dates: [
      { plannedDose: 1, startsAt: '2026-11-26T10:00:00.000Z' },
      { plannedDose: 2, startsAt: '2026-12-17T09:00:00.000Z' },
    ],
  });
});

test('the button to book has the focus once, and a changed day keeps it', async () => {
  open();
  const first = await screen.findByRole('group', { name: '1. Dosis' });
  await waitFor(() => expect(document.activeElement).toBe(confirm()));
  const day = within(first).getByLabelText('Tag');
  day.focus();
  fireEvent.change(day, { target: { value: '2026-11-26' } });
  await screen.findByTestId('time-missing');
  expect(document.activeElement).toBe(day);
});
