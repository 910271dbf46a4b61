import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const templates = value({
  templates: [
    {
      templateId: 't1',
      name: 'Werktag',
      weekdays: [1],
      hours: [{ from: '09:00', to: '12:00' }],
      slotMinutes: 10,
      lanes: [
        { lane: 'A', capacity: 4 },
        { lane: 'B', capacity: 1 },
      ],
    },
  ],
});

async function openSetUp(more: Readonly<Record<string, Answer>>) {
  const station = aFakeStation({
    more: {
      'slots.calendar': value({ today: '2026-11-23', days: [] }),
      'slots.templates': templates,
      'slots.holidays': value({ holidays: [] }),
      'products.list': value({ products: [] }),
      ...more,
    },
  });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-appointments'));
  fireEvent.click(await screen.findByTestId('dates-tab-setup'));
  const section = await screen.findByRole('region', { name: 'Plätze für die Online-Buchung' });
  return { station, section };
}

test('says what a share comes to in the lanes of the centre, and is set once', async () => {
  const { station, section } = await openSetUp({
    'slots.online-share': value({ isConnected: true }),
    'slots.set-online-share': value({ onlinePercent: 60, walkInPercent: 20 }),
  });
  expect(await within(section).findByText(/Es ist noch kein Anteil festgelegt/)).toBeTruthy();
  fireEvent.change(within(section).getByTestId('online-percent'), { target: { value: '60' } });
  fireEvent.change(within(section).getByTestId('walk-in-percent'), { target: { value: '20' } });
  await waitFor(() =>
    expect(within(section).getByTestId('online-effect').textContent).toBe(
      'Von 1 je Platz: 0 online, 1 für Walk-ins, 0 nur am EmpfangVon 4 je Platz: 2 online, 1 für Walk-ins, 1 nur am Empfang',
    ),
  );
  fireEvent.click(within(section).getByTestId('save-online-share'));
  expect(await within(section).findByRole('status')).toBeTruthy();
  expect(station.asked('slots.set-online-share')).toMatchObject([{ onlinePercent: 60, walkInPercent: 20 }]);
});

test('a share that is refused says why, and more than all is not shown as if it could be', async () => {
  const { section } = await openSetUp({
    'slots.online-share': value({ isConnected: true, share: { onlinePercent: 50, walkInPercent: 10 } }),
    'slots.set-online-share': { ok: false, refusal: { reason: 'share-over-all' } },
  });
  fireEvent.change(await within(section).findByTestId('online-percent'), { target: { value: '95' } });
  expect(within(section).queryByTestId('online-effect')).toBeNull();
  fireEvent.click(within(section).getByTestId('save-online-share'));
  expect((await within(section).findByRole('alert')).textContent).toMatch(/mehr als 100/);
});

test('a centre that stands alone has nothing to set', async () => {
  const { section } = await openSetUp({ 'slots.online-share': value({ isConnected: false }) });
  expect(await within(section).findByText(/eigenständig/)).toBeTruthy();
  expect(within(section).queryByTestId('save-online-share')).toBeNull();
});
