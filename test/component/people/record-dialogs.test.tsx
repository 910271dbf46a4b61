import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { hit, openRecord, record, second } from '../../support/open-record.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

test.each(['link', 'erase', 'restrict', 'correct'])(
  'after Esc in the dialog of %s its button has the focus again',
  async (step) => {
    await openRecord();
    const button = screen.getByTestId(step);
    button.focus();
    fireEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    await vi.waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    await vi.waitFor(() => expect(document.activeElement).toBe(button));
  },
);

test('Enter in the PIN of the second person erases once, and not before the name was typed', async () => {
  const station = await openRecord();
  fireEvent.click(screen.getByTestId('erase'));
  const pin = await screen.findByTestId('second-pin');
  fireEvent.change(pin, { target: { value: '619311' } });
  fireEvent.keyDown(pin, { key: 'Enter' });
  expect(station.asked('people.erase')).toHaveLength(0);
  fireEvent.change(screen.getByTestId('erase-name'), { target: { value: 'Müller' } });
  fireEvent.keyDown(pin, { key: 'Enter' });
  fireEvent.keyDown(pin, { key: 'Enter' });
  await vi.waitFor(() => expect(station.asked('people.erase')).toHaveLength(1));
});

test('linking says that nobody was found only of what was searched for, and takes Enter in the PIN', async () => {
  const other = { ...hit, personId: '0197a000-0000-7000-8000-00000000000c' };
  const station = await openRecord({
    'people.likely-duplicates': { hits: [] },
    'people.link': { personId: hit.personId },
  });
  fireEvent.click(screen.getByTestId('link'));
  const search = await screen.findByTestId('link-search');
  await vi.waitFor(() => expect(station.asked('people.likely-duplicates')).toHaveLength(1));
  expect(screen.queryByText('Niemand gefunden.')).toBeNull();
  station.answer('people.search', { hits: [] });
  fireEvent.change(search, { target: { value: 'Xaver' } });
  expect(await screen.findByText('Niemand gefunden.')).toBeTruthy();
  station.answer('people.search', { hits: [other] });
  fireEvent.change(search, { target: { value: 'Ali' } });
  fireEvent.click(await screen.findByRole('button', { name: /onerror/ }));
  const pin = await screen.findByTestId('second-pin');
  await vi.waitFor(() =>
    expect(screen.getByTestId<HTMLSelectElement>('second-sign-in').querySelector('select')?.value).toBe(
      second.staffId,
    ),
  );
  fireEvent.change(pin, { target: { value: '619311' } });
  fireEvent.keyDown(pin, { key: 'Enter' });
  fireEvent.keyDown(pin, { key: 'Enter' });
  await vi.waitFor(() => expect(station.asked('people.link')).toHaveLength(1));
});

test('in the comparison two people can say that these are two', async () => {
  const other = { personId: '0197a000-0000-7000-8000-00000000000c', givenName: 'Anna', familyName: 'Müller' };
  const brief = { ...other, birthDate: '1992-07-08' };
  const station = await openRecord({
    'people.likely-duplicates': { hits: [{ ...hit, ...brief, isNearCertain: false }] },
    'people.tell-apart': { personId: hit.personId },
  });
  fireEvent.click(screen.getByTestId('link'));
  fireEvent.click(await screen.findByRole('button', { name: /Müller, Anna/ }));
  const button = await screen.findByTestId<HTMLButtonElement>('tell-apart');
  expect(button.textContent).toBe('Nein, zwei Personen');
  expect(button.disabled).toBe(true);
  await vi.waitFor(() =>
    expect(screen.getByTestId('second-sign-in').querySelector('select')?.value).toBe(second.staffId),
  );
  fireEvent.change(screen.getByTestId('second-pin'), { target: { value: '619311' } });
  fireEvent.click(button);
  await vi.waitFor(() => expect(station.asked('people.tell-apart')).toHaveLength(1));
  expect(station.asked('people.link')).toHaveLength(0);
});

const other = { personId: '0197a000-0000-7000-8000-00000000000c', givenName: 'Anna', familyName: 'Müller' };
const dateOf = (digit: string, startsAt: string) => ({
  appointmentId: `0197a000-0000-7000-8000-0000000000${digit}`,
  plannedDose: 1,
  startsAt,
});

async function compareWithDates(more: object = {}) {
  const station = await openRecord({
    'people.likely-duplicates': {
      hits: [{ ...hit, ...other, birthDate: '1992-07-08', isNearCertain: false }],
    },
    'people.double-dates': {
      ofPerson: [dateOf('a1', '2026-11-25T09:00:00.000Z')],
      ofOther: [dateOf('b1', '2026-11-26T09:00:00.000Z'), dateOf('b2', '2026-12-20T09:00:00.000Z')],
      ...more,
    },
    'people.link': { personId: hit.personId },
    'people.tell-apart': { personId: hit.personId },
  });
  fireEvent.click(screen.getByTestId('link'));
  fireEvent.click(await screen.findByRole('button', { name: /Müller, Anna/ }));
  await vi.waitFor(() =>
    expect(screen.getByTestId('second-sign-in').querySelector('select')?.value).toBe(second.staffId),
  );
  fireEvent.change(screen.getByTestId('second-pin'), { target: { value: '619311' } });
  return station;
}

test.each([
  [
    'keep-this',
    { of: 'other', appointmentIds: [dateOf('b1', '').appointmentId, dateOf('b2', '').appointmentId] },
  ],
  ['keep-other', { of: 'person', appointmentIds: [dateOf('a1', '').appointmentId] }],
  ['keep-all', undefined],
])('where both have dates it is asked which hold before they are linked: %s', async (choice, release) => {
  const station = await compareWithDates();
  expect(screen.getByTestId('double-dates').textContent).toContain(
    'Abgesagt werden: 26.11.2026, 10:00; 20.12.2026, 10:00',
  );
  const button = screen.getByTestId<HTMLButtonElement>('confirm-link');
  expect(button.disabled).toBe(true);
  fireEvent.click(screen.getByTestId(choice));
  fireEvent.click(button);
  await vi.waitFor(() => expect(station.asked('people.link')).toHaveLength(1));
  expect(station.asked('people.link')[0]).toMatchObject(release ? { release } : { otherId: other.personId });
  expect('release' in (station.asked('people.link')[0] ?? {})).toBe(release !== undefined);
});

test('records are not linked while nobody knows whether both have dates, nor by what was chosen among others', async () => {
  const station = await compareWithDates();
  fireEvent.click(screen.getByTestId('keep-this'));
  const button = screen.getByTestId<HTMLButtonElement>('confirm-link');
  expect(button.disabled).toBe(false);
  station.answer('people.double-dates', {
    ofPerson: [dateOf('a2', '2026-11-27T09:00:00.000Z')],
    ofOther: [],
  });
  station.change(['appointments']);
  await vi.waitFor(() => expect(button.disabled).toBe(true));
  fireEvent.click(screen.getByTestId('keep-all'));
  expect(button.disabled).toBe(false);
  station.refuse('people.double-dates', 'person-unknown');
  station.change(['appointments']);
  await vi.waitFor(() => expect(button.disabled).toBe(true));
});

test('dates after a dose cannot be given up there, and two people are told apart without an answer on dates', async () => {
  const station = await compareWithDates({ ofPerson: [] });
  expect(screen.queryByTestId('keep-other')).toBeNull();
  fireEvent.click(screen.getByTestId('tell-apart'));
  await vi.waitFor(() => expect(station.asked('people.tell-apart')).toHaveLength(1));
});

test('whom a record was told apart from stands in it, with the way back', async () => {
  const brief = {
    personId: '0197a000-0000-7000-8000-00000000000c',
    givenName: 'Anna',
    familyName: 'Müller',
    birthDate: '1992-07-08',
  };
  await openRecord({ 'people.record': { ...record, toldApart: [brief] } });
  expect(screen.getByTestId('told-apart').textContent).toContain('Müller, Anna');
  fireEvent.click(screen.getByTestId('compare-told-apart'));
  expect(await screen.findByText(/als zwei Personen vermerkt/)).toBeTruthy();
  expect(screen.getByTestId('confirm-link').textContent).toBe('Ja, verknüpfen');
  expect(screen.queryByTestId('tell-apart')).toBeNull();
});

test('erasing somebody who had no dose does not count none among what is lost', async () => {
  await openRecord({ 'people.record': { ...record, doses: [] } });
  fireEvent.click(screen.getByTestId('erase'));
  expect((await screen.findByTestId('erase-loss')).textContent).toContain('Das geht verloren: alle Termine');
});
