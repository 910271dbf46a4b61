import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { BookingDialog } from '../../../renderer/screens/appointments/booking-dialog.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const personId = '0197a000-0000-7000-8000-000000000001';
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
  renderScreen(station.client, <BookingDialog personId={personId} onClose={() => {}} />);
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
  fireEvent.click(within(first).getByRole('button', { name: '11:00 Uhr, 2 frei' }));
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

test('arrows walk from time to time, across noon too, Enter takes one and Enter again books', async () => {
  const station = aFakeStation({
    more: {
      'appointments.propose': value({
        dates: [{ plannedDose: 1, place: placeOn('2026-11-25', '09:00'), isShort: false }],
      }),
      'appointments.day-places': value({
        places: ['08:30', '09:00', '10:30', '12:00'].map((clock) => placeOn('2026-11-25', clock)),
      }),
      'appointments.book': value({ dates: [], openDoses: [], standby: [] }),
    },
  });
  const user = userEvent.setup();
  renderScreen(station.client, <BookingDialog personId={personId} onClose={() => {}} />);
  await waitFor(() => expect(document.activeElement).toBe(confirm()));
  const at = () => document.activeElement?.getAttribute('data-clock');
  await screen.findByRole('button', { pressed: true, name: '10:00 Uhr, 2 frei' });
  // From the button that books, too.
  await user.keyboard('{ArrowLeft}');
  expect(at()).toBe('09:30');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(at()).toBe('11:30');
  await user.keyboard('{ArrowRight}');
  expect(at()).toBe('13:00');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('button', { pressed: true, name: '13:00 Uhr, 2 frei' })).toBeTruthy();
  expect(station.asked('appointments.book')).toHaveLength(0);
  await waitFor(() => expect(confirm().disabled).toBe(false));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(station.asked('appointments.book')).toHaveLength(1));
  expect(station.asked('appointments.book')[0]).toMatchObject({
    dates: [{ plannedDose: 1, startsAt: '2026-11-25T12:00:00.000Z' }],
  });
});

test('a time keeps the lane that was chosen before, and another lane is one press away', async () => {
  const both = [placeOn('2026-11-25', '09:00'), { ...placeOn('2026-11-25', '10:00'), lane: 'A', free: 1 }];
  const station = aFakeStation({
    more: {
      'appointments.propose': value({ dates: [{ plannedDose: 1, place: both[0], isShort: false }] }),
      'appointments.day-places': value({
        places: [...both, { ...placeOn('2026-11-25', '10:00'), lane: 'B', free: 3 }],
      }),
    },
  });
  renderScreen(station.client, <BookingDialog personId={personId} onClose={() => {}} />);
  fireEvent.click(await screen.findByRole('button', { name: '11:00 Uhr, 4 frei' }));
  const lanes = await screen.findByRole('group', { name: 'Straße' });
  const [a, b] = within(lanes).getAllByRole('button');
  expect([a?.textContent, b?.textContent]).toEqual(['A · 1 frei', 'B · 3 frei']);
  expect(a?.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(b as HTMLElement);
  await waitFor(() =>
    expect(within(lanes).getByRole('button', { pressed: true }).textContent).toBe('B · 3 frei'),
  );
});
