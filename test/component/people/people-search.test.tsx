import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { hit, openPeople, record } from '../../support/open-record.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const other = { ...hit, personId: '0197a000-0000-7000-8000-00000000000c', familyName: 'Andere' };
const dates = { dates: [], openDoses: [], standby: [] };
const recordsOpen = { 'people.record': record, 'appointments.of-person': dates };

const type = (text: string) =>
  fireEvent.change(screen.getByTestId('people-search'), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(screen.getByTestId('people-search'), { key });

test('Enter opens the only hit, also where the answer comes after it', async () => {
  const station = await openPeople(recordsOpen);
  type('Muelle');
  await screen.findByRole('button', { name: /onerror/ });
  type('Mueller');
  press('Enter');
  expect(await screen.findByTestId('record')).toBeTruthy();
  expect(station.asked('people.record')[0]).toMatchObject({ personId: hit.personId });
});

test('Enter opens nobody where several fit, nor whoever is the only one later', async () => {
  const station = await openPeople({ ...recordsOpen, 'people.search': { hits: [hit, other] } });
  type('Mueller');
  press('Enter');
  await screen.findByRole('button', { name: /Andere/ });
  station.answer('people.search', { hits: [hit] });
  station.change(['people']);
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: /Andere/ })).toBeNull());
  expect(station.asked('people.record')).toHaveLength(0);
});

test('the arrow goes from the search to the first hit', async () => {
  await openPeople({ 'people.search': { hits: [hit, other] } });
  type('Mueller');
  const first = await screen.findByRole('button', { name: /onerror/ });
  press('ArrowDown');
  expect(document.activeElement).toBe(first);
});

test('F3 goes back to the search and selects what is there', async () => {
  await openPeople({ 'people.search': { hits: [hit, other] } });
  type('Mueller');
  (await screen.findByRole('button', { name: /onerror/ })).focus();
  fireEvent.keyDown(document.body, { key: 'F3' });
  const field = screen.getByTestId<HTMLInputElement>('people-search');
  expect(document.activeElement).toBe(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 'Mueller'.length]);
});

test.each([
  ['Mueller', 'Bitte das Geburtsdatum dazu eingeben.'],
  ['M 8.7.1992', 'Bitte mehr vom Namen dazu eingeben.'],
])('of too many people for %s what is not there yet is asked for', async (text, asked) => {
  await openPeople({ 'people.search': { hits: [hit, other], hasMore: true } });
  type(text);
  expect((await screen.findByText(/Mehr als 2 Personen passen/)).textContent).toContain(asked);
});
