import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const minutes = (count: number) => new Date(Date.UTC(2026, 10, 23, 9, 30 + count)).toISOString();
const dueIn = (count: number) => ({
  personId: `p${count}`,
  appointmentId: `a${count}`,
  givenName: 'Anna',
  familyName: `Gast${count}`,
  birthDate: '1964-08-12',
  startsAt: minutes(count),
  plannedDose: 1,
  status: 'booked',
});
const due = [-20, -12, 0, 5, 10, 15, 20, 25];
const given = {
  day: '2026-11-23',
  now: minutes(0),
  isWholeDay: true,
  counts: { all: due.length, here: 0 },
  entries: due.map(dueIn),
};
const today = value(given);
const listed = (testId: string) =>
  within(screen.getByTestId(testId))
    .getAllByRole('button')
    .map((button) => button.textContent);

test('while nobody is at the desk, it shows the next five, and those who are late, the latest first', async () => {
  render(<App client={aFakeStation({ more: { 'desk.today': today } }).client} />);
  await screen.findByTestId('idle-next');
  expect(listed('idle-next').map((text) => text?.slice(0, 6))).toEqual([
    'Gast0,',
    'Gast5,',
    'Gast10',
    'Gast15',
    'Gast20',
  ]);
  expect(listed('idle-late')[0]).toContain('Gast-12');
  expect(listed('idle-late')[0]).toContain('seit 12\u00a0min überfällig');
  expect(screen.queryByTestId('idle-recent')).toBeNull();
});

test('whoever was open can be opened again after the desk was cleared', async () => {
  await openErika();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await screen.findByTestId('idle-recent');
  expect(listed('idle-recent')).toEqual(['Mustermann, Erika12.08.1964']);
});

test('somebody with two dates at one time stands there twice, and React knows one from the other', async () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { personId } = dueIn(0);
  const entries = [dueIn(0), { ...dueIn(1), personId }];
  const both = value({ ...given, entries });
  render(<App client={aFakeStation({ more: { 'desk.today': both } }).client} />);
  await screen.findByTestId('idle-next');
  expect(listed('idle-next').map((text) => text?.slice(0, 6))).toContain('Gast1,');
  expect(complained.mock.calls.filter((said) => said.join(' ').includes('same key'))).toEqual([]);
  complained.mockRestore();
});

test('the list of the day is one stop of the Tab key, at those who are due now; it stays where the arrows went', async () => {
  render(<App client={aFakeStation({ more: { 'desk.today': today } }).client} />);
  const list = await screen.findByTestId('today');
  await within(list).findByRole('button', { name: /Gast0/ });
  const stops = () => [...list.querySelectorAll('[tabindex="0"]')].map(({ textContent }) => textContent);
  expect(stops()).toEqual([expect.stringContaining('Gast-12')]);
  fireEvent.keyDown(document.body, { key: 'F4' });
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
  await vi.waitFor(() => expect(stops()).toEqual([expect.stringContaining('Gast0,')]));
});

test('back from another area the next name can be typed at once', async () => {
  render(<App client={aFakeStation().client} />);
  const [people, desk] = [await screen.findByTestId('area-people'), screen.getByTestId('area-desk')];
  people.focus();
  fireEvent.click(people);
  desk.focus();
  fireEvent.click(desk);
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('scan-field')));
});
