import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const now = '2026-11-23T09:30:00.000Z';
const visitId = '0197a000-0000-7000-8000-000000000003';
const erika = {
  personId: '0197a000-0000-7000-8000-000000000001',
  givenName: 'Erika',
  familyName: 'Mustermann',
  birthDate: '1964-08-12',
  appointmentId: '0197a000-0000-7000-8000-000000000002',
  startsAt: now,
  plannedDose: 1,
  status: 'checked-in',
  visit: { visitId, stage: 'reception', stageSince: now, checkedInAt: now },
};
const board = (entries: readonly object[], more = {}): Answer =>
  value({
    day: '2026-11-23',
    now,
    counts: { booked: entries.length, arrived: 0, vaccinated: 0, noShow: 0, overdue: 0 },
    forecast: { arrivals: 0 },
    stageSeconds: {},
    isShortened: false,
    ...more,
    entries,
  });

async function openBoard(answer: Answer) {
  const more = { 'board.now': answer, 'board.reach-stage': value({ visitId }) };
  const station = aFakeStation({ more });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-board'));
  return { station, area: await screen.findByTestId('board') };
}

test('the display for the room opens as a window of its own', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  await openBoard(board([]));
  fireEvent.click(await screen.findByTestId('wall-open'));
  expect(open.mock.calls).toEqual([['wall.html', 'impfpass-wall']]);
  open.mockRestore();
  expect(screen.getByTestId('board')).toBeTruthy();
});

test('ending the day names who is still in the house', async () => {
  const gone = {
    ...erika,
    personId: 'p2',
    familyName: 'Gegangen',
    visit: { ...erika.visit, visitId: '0197a000-0000-7000-8000-000000000004', stage: 'check-out' },
  };
  await openBoard(board([erika, gone]));
  fireEvent.click(await screen.findByRole('button', { name: 'Tag abschließen' }));
  const told = (await screen.findByTestId('still-inside')).textContent;
  expect(told).toContain('Noch im Haus ist 1 Person:');
  expect(told).toContain('Mustermann, Erika');
  expect(told).not.toContain('Gegangen');
});

test('who leaves without a dose: one button, a reason, and they are out of the house', async () => {
  const { station } = await openBoard(board([erika]));
  station.answer('desk.end-visit', {});
  fireEvent.click(await screen.findByTestId('end-visit-open'));
  const dialog = await screen.findByTestId('end-visit');
  expect(dialog.textContent).toContain('Erika Mustermann');
  expect(within(dialog).getByTestId<HTMLButtonElement>('confirm-end-visit').disabled).toBe(true);
  fireEvent.click(within(dialog).getByLabelText('Fühlt sich nicht wohl'));
  fireEvent.submit(dialog);
  await waitFor(() =>
    expect(station.asked('desk.end-visit')).toMatchObject([
      { personId: erika.personId, visitId, reason: 'unwell' },
    ]),
  );
  await waitFor(() => expect(screen.queryByTestId('end-visit')).toBeNull());
});

test('a visit that ended without a dose says so, and is taken back by one press', async () => {
  const gone = {
    ...erika,
    status: 'not-vaccinated',
    visit: { ...erika.visit, stage: 'check-out', isEnded: true },
  };
  const { station, area } = await openBoard(board([gone]));
  station.answer('desk.resume-visit', {});
  expect((await within(area).findByText('Ohne Impfung gegangen')).textContent).toBeTruthy();
  expect(within(area).queryByTestId('end-visit-open')).toBeNull();
  expect(within(area).queryByRole('button', { name: /Zurück zu/ })).toBeNull();
  fireEvent.click(within(area).getByTestId('resume-visit'));
  await waitFor(() =>
    expect(station.asked('desk.resume-visit')).toMatchObject([{ personId: erika.personId, visitId }]),
  );
});

test('closing the day offers the same for who had no dose, and for nobody under observation', async () => {
  const observed = {
    ...erika,
    personId: 'p2',
    status: 'attended',
    visit: {
      ...erika.visit,
      visitId: '0197a000-0000-7000-8000-000000000004',
      stage: 'observation',
      observation: { startsAt: now, minutes: 15 },
    },
  };
  await openBoard(board([erika, observed]));
  fireEvent.click(await screen.findByRole('button', { name: 'Tag abschließen' }));
  const inside = await screen.findByTestId('still-inside');
  expect(inside.querySelectorAll('li')).toHaveLength(2);
  expect(within(inside).getAllByTestId('end-visit-open')).toHaveLength(1);
});

test('a day without anybody says so, for each choice of rows', async () => {
  const { area } = await openBoard(board([]));
  const empty = await waitFor(() => {
    const found = within(area).queryByTestId('board-empty')?.textContent;
    expect(found).toBeTruthy();
    return found;
  });
  fireEvent.click(screen.getByTestId('board-filter-inside'));
  expect(within(area).queryByTestId('board-empty')?.textContent).not.toBe(empty);
});

test('each lane has a view of its own, which stays open while nobody is in it', async () => {
  const other = { ...erika, personId: 'p2', appointmentId: 'a2', familyName: 'Nebenan', visit: undefined };
  const { station, area } = await openBoard(
    board([
      { ...erika, lane: 'A' },
      { ...other, lane: 'B' },
    ]),
  );
  fireEvent.click(await within(area).findByTestId('board-lane-B'));
  expect(within(area).getByTestId('board-list').textContent).toContain('Nebenan');
  expect(within(area).getByTestId('board-list').textContent).not.toContain('Mustermann');
  station.answer('board.now', (board([{ ...erika, lane: 'A' }]) as { value: object }).value);
  act(() => station.change(['board']));
  expect((await within(area).findByTestId('board-empty')).textContent).toContain('In dieser Straße');
  fireEvent.click(within(area).getByTestId('board-lane-'));
  expect(within(area).getByTestId('board-list').textContent).toContain('Mustermann');
});

test('four figures tell the day, and the next half hour stands small below them', async () => {
  const { area } = await openBoard(board([erika], { forecast: { arrivals: 7, throughput: 4 } }));
  const figures = await within(area).findByTestId('board-figures');
  expect([...figures.children].map((each) => each.getAttribute('data-figure'))).toEqual([
    'arrived',
    'vaccinated',
    'overdue',
    'waitNow',
  ]);
  expect(within(area).getByTestId('board-ahead').textContent).toContain('Es kommen 7');
});

test('while it is asked for, no row and no number stands there', async () => {
  const { area } = await openBoard(board([erika]));
  expect(area.textContent).not.toContain('undefined');
  await within(area).findByText(/Mustermann/);
});

test('a board that does not list everybody says so, and where they all are', async () => {
  const { area } = await openBoard(board([erika], { isShortened: true }));
  expect(await within(area).findByText(/Alle zeigt „Ganzer Tag“/)).toBeTruthy();
});

test('a board that cannot be read is told in a sentence', async () => {
  const { area } = await openBoard({ ok: false, refusal: { reason: 'not-allowed' } });
  expect((await within(area).findByRole('alert')).textContent).toBe('Dafür fehlt Ihnen die Berechtigung.');
});

test('F7 takes the person whose row has the focus to the next stage, once', async () => {
  const { station, area } = await openBoard(board([erika]));
  await within(area).findByText(/Mustermann/);
  fireEvent.keyDown(window, { key: 'F4' });
  await waitFor(() => expect(document.activeElement?.closest('li')?.textContent).toContain('Mustermann'));
  fireEvent.keyDown(window, { key: 'F7' });
  await waitFor(() => expect(station.asked('board.reach-stage')).toHaveLength(1));
  expect(station.asked('board.reach-stage')[0]).toMatchObject({ visitId, stage: 'vaccination' });
});

test('ending the day says how many are still expected, and that it is early', async () => {
  const counts = { booked: 9, arrived: 3, vaccinated: 2, noShow: 1, overdue: 2 };
  const early = board([erika]);
  const { station } = await openBoard(early.ok ? value({ ...(early.value as object), counts }) : early);
  fireEvent.click(await screen.findByRole('button', { name: 'Tag abschließen' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Heute werden noch 5 Personen erwartet.');
  expect(dialog.textContent).toContain('3 davon haben den Termin erst später');
  expect(screen.getByTestId('confirm-end-day').textContent).toContain('Trotzdem abschließen');
  expect(station.asked('board.end-day')).toHaveLength(0);
});

const observedSince = (startsAt: string) => ({
  ...erika,
  status: 'attended',
  visit: { ...erika.visit, stage: 'observation', observation: { startsAt, minutes: 15 } },
});

test('who is observed has a countdown, and nobody is released by a slip of the hand', async () => {
  const { area } = await openBoard(board([observedSince('2026-11-23T09:28:00.000Z')]));
  const until = await within(area).findByTestId('observed-until');
  expect(until.textContent).toContain('noch 13:00 von 15 min');
  expect(within(area).queryByRole('button', { name: 'Entlassen' })).toBeNull();
  expect(screen.getByTestId('may-go').textContent).toBe('');
});

test('whose time is over may go, which is said, and F7 releases them', async () => {
  const { station, area } = await openBoard(board([observedSince('2026-11-23T09:15:00.000Z')]));
  station.answer('board.release', value({ visitId }));
  expect((await within(area).findByTestId('observed-until')).textContent).toContain('15 min vorbei');
  expect(screen.getByTestId('may-go').textContent).toContain('1 Person kann gehen');
  fireEvent.keyDown(window, { key: 'F4' });
  await waitFor(() => expect(document.activeElement?.closest('li')?.textContent).toContain('Mustermann'));
  fireEvent.keyDown(window, { key: 'F7' });
  await waitFor(() => expect(station.asked('board.release')).toMatchObject([{ visitId }]));
});

test('letting somebody go early asks why', async () => {
  const { station, area } = await openBoard(board([observedSince('2026-11-23T09:28:00.000Z')]));
  station.answer('board.release-early', value({ visitId }));
  fireEvent.click(await within(area).findByRole('button', { name: 'Früher entlassen …' }));
  const confirm = await screen.findByTestId('confirm-release');
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('radio', { name: 'Ging auf eigenen Wunsch' }));
  fireEvent.click(confirm);
  await waitFor(() =>
    expect(station.asked('board.release-early')).toMatchObject([{ early: 'left-by-choice' }]),
  );
});

test('whom a reaction holds may not go, whatever time is over: a reason is asked for', async () => {
  const held = observedSince('2026-11-23T09:15:00.000Z');
  const { station, area } = await openBoard(board([{ ...held, visit: { ...held.visit, isHeld: true } }]));
  station.answer('board.release-early', value({ visitId }));
  const until = await within(area).findByTestId('observed-until');
  expect(until.textContent).toContain('Reaktion: bleibt hier');
  expect(until.textContent).not.toContain('kann gehen');
  expect(screen.getByTestId('may-go').textContent).toBe('');
  expect(within(area).queryByRole('button', { name: 'Entlassen' })).toBeNull();
  fireEvent.click(within(area).getByRole('button', { name: 'Mit Grund entlassen …' }));
  expect(await screen.findByTestId('confirm-release')).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('radio', { name: 'Ärztlich entschieden' }));
  fireEvent.click(screen.getByTestId('confirm-release'));
  await waitFor(() =>
    expect(station.asked('board.release-early')).toMatchObject([{ early: 'doctor-decided' }]),
  );
});
