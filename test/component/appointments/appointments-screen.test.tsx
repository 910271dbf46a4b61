import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const day = (at: number) => `2026-11-${String(23 + at).padStart(2, '0')}`;
const calendar = (lanes: readonly object[]): Answer =>
  value({
    today: day(0),
    days: Array.from({ length: 5 }, (_, at) => ({ day: day(at), lanes, outside: 0, booked: 0 })),
  });
const lane = { lane: 'A', capacity: 10, taken: 4, isClosed: false };

async function openAppointments(more: Readonly<Record<string, Answer>>) {
  const station = aFakeStation({ more });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-appointments'));
  return { station, area: await screen.findByTestId('appointments') };
}

test('days are buttons that say what is free, and the chosen one can be closed after the preview', async () => {
  const { area, station } = await openAppointments({
    'slots.calendar': calendar([lane]),
    'slots.close-preview': value({ people: 4, reachable: 3, passes: 4 }),
    'slots.close': value({ cancelled: 4 }),
  });
  const days = await screen.findByTestId('calendar');
  expect(within(days).getAllByRole('button')).toHaveLength(5);
  const [first] = within(days).getAllByRole('button');
  first?.focus();
  expect(document.activeElement).toBe(first);
  fireEvent.click(within(area).getByTestId('close-day'));
  expect((await screen.findByTestId('close-preview')).textContent).toContain('4');
  expect(station.asked('slots.close')).toEqual([]);
  fireEvent.click(screen.getByTestId('confirm-close'));
  await waitFor(() => expect(station.asked('slots.close')[0]).toMatchObject({ day: day(0) }));
});

test('a day says how many are booked, also where it has no places here', async () => {
  await openAppointments({
    'slots.calendar': value({
      today: day(0),
      days: [
        { day: day(0), lanes: [lane], outside: 2, booked: 6 },
        { day: day(1), lanes: [], outside: 1, booked: 1 },
        { day: day(2), lanes: [], outside: 0, booked: 0 },
      ],
    }),
  });
  const tiles = within(await screen.findByTestId('calendar')).getAllByRole('button');
  expect(tiles.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/6 frei6 Termine$/),
    expect.stringMatching(/keine Plätze1 Termin$/),
    expect.stringMatching(/–$/),
  ]);
});

test('a calendar that cannot be read is told in a sentence', async () => {
  const { area } = await openAppointments({
    'slots.calendar': { ok: false, refusal: { reason: 'store-locked' } },
  });
  expect((await within(area).findByRole('alert')).textContent).toMatch(/hält die Daten gerade fest/);
});

test('nobody on stand-by, no template and no holiday: each says so', async () => {
  const { area } = await openAppointments({
    'slots.calendar': calendar([]),
    'appointments.standby-list': value({ waiting: [] }),
    'slots.templates': value({ templates: [] }),
    'slots.holidays': value({ holidays: [] }),
  });
  fireEvent.click(screen.getByTestId('dates-tab-setup'));
  await waitFor(() => expect(area.textContent).toContain('Feiertag'));
  expect(within(screen.getByTestId('holidays')).queryAllByRole('listitem')).toEqual([]);
  expect(area.textContent).not.toMatch(/undefined|dates\.|opening\./);
});

test('holidays of next year are listed, and lifted by name', async () => {
  const { station } = await openAppointments({
    'slots.calendar': calendar([]),
    'slots.templates': value({ templates: [] }),
    'slots.holidays': value({ holidays: [{ day: '2027-12-25', name: 'Weihnachten' }] }),
    'slots.lift-holiday': value({ day: '2027-12-25' }),
  });
  fireEvent.click(screen.getByTestId('dates-tab-setup'));
  const list = await screen.findByTestId('holidays');
  fireEvent.click(await within(list).findByRole('button', { name: /Weihnachten/ }));
  await waitFor(() => expect(station.asked('slots.lift-holiday')[0]).toMatchObject({ day: '2027-12-25' }));
});

test('opening days can be cancelled, and is done once days were opened', async () => {
  await openAppointments({
    'slots.calendar': calendar([lane]),
    'slots.templates': value({ templates: [{ templateId: 't1', name: 'Werktag' }] }),
    'slots.open-days': value({ days: 20 }),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Tage öffnen' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByRole('button', { name: 'Abbrechen' })).toBeTruthy();
  fireEvent.click(dialog.getByTestId('confirm-open-days'));
  expect(await dialog.findByRole('button', { name: 'Fertig' })).toBeTruthy();
});
