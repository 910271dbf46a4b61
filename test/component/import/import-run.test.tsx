import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type CurrentImport, ImportRun } from '../../../renderer/screens/import/import-run.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const importId = '0197a000-0000-4000-8000-0000000000aa';
const counts = {
  rows: 4,
  added: 2,
  extended: 0,
  unchanged: 0,
  corrected: 0,
  changed: 0,
  duplicates: 0,
  refused: 0,
  skipped: 0,
  joined: 0,
};
const ready: CurrentImport = {
  importId,
  state: 'ready',
  fileName: 'liste.csv',
  format: 'csv',
  done: 4,
  total: 4,
  counts,
  appointments: 0,
  passes: 0,
  withdrawn: 0,
  kept: 0,
  chosen: 0,
  noted: 0,
};
const row = {
  row: 2,
  name: 'Berg, Hanna',
  birthDate: '1985',
  sentences: [{ de: 'Zeile 2: andere Angaben.', en: 'Row 2: other details.' }],
  differences: [],
  likely: [],
};

function open(current: Partial<CurrentImport>, more = {}) {
  const station = aFakeStation({
    more: { 'import.run': value({}), 'import.cancel': value({}), 'import.choose': value({}), ...more },
  });
  const told = { onAnother: vi.fn(), onFault: vi.fn(), onCancelled: vi.fn() };
  renderScreen(station.client, <ImportRun current={{ ...ready, ...current }} {...told} />);
  return { station, told };
}

test('what is checked is written by one press, and says how many rows', async () => {
  const { station } = open({ chosen: 1 });
  const start = screen.getByTestId('import-start');
  expect(start.textContent).toContain('3');
  fireEvent.click(start);
  await waitFor(() => expect(station.asked('import.run')).toEqual([{ importId }]));
});

test('where nothing would be written, nothing can be pressed, and it says so', () => {
  open({ counts: { ...counts, added: 0 } });
  const start = screen.getByTestId<HTMLButtonElement>('import-start');
  expect(start.disabled).toBe(true);
  expect(start.textContent).not.toMatch(/\d/);
});

test('cancelling before anything was written says that nothing was kept; a refusal is handed on', async () => {
  const refusal = { ok: false, refusal: { reason: 'import-unknown' } } as const;
  const { told } = open({}, { 'import.cancel': [value({}), refusal] });
  fireEvent.click(screen.getByTestId('import-cancel'));
  await waitFor(() => expect(told.onCancelled).toHaveBeenCalledOnce());
  fireEvent.click(screen.getByTestId('import-cancel'));
  await waitFor(() => expect(told.onFault).toHaveBeenCalledWith(refusal));
});

test('an import that stands still says why, and goes on where it was by one press', async () => {
  const { station } = open({ state: 'writing', done: 1, stopped: 'disk-full' });
  expect(screen.getByRole('status').textContent).toBe('Das Einlesen steht still');
  expect(screen.getByRole('alert').textContent).toMatch(/Platz|voll/);
  fireEvent.click(screen.getByTestId('import-go-on'));
  await waitFor(() => expect(station.asked('import.run')).toEqual([{ importId }]));
});

test('what is being taken back and stands still is taken back further, not written', async () => {
  const { station } = open({ state: 'taking-back', done: 1, stopped: 'disk-full' });
  fireEvent.click(screen.getByTestId('import-go-on'));
  await waitFor(() => expect(station.asked('import.cancel')).toEqual([{ importId }]));
  expect(station.asked('import.run')).toEqual([]);
});

test('when it is over another list can be read, and what was kept by the desk is told', () => {
  const { told } = open({ state: 'taken-back', kept: 2 });
  expect(screen.getByTestId('import-run').textContent).toMatch(/2 Personen bleiben/);
  fireEvent.click(screen.getByRole('button', { name: /Weitere Datei einlesen/ }));
  expect(told.onAnother).toHaveBeenCalledOnce();
});

test('a row that changes a record is taken, is somebody new, or neither: never two at once', async () => {
  const rows = (choice?: string) => value({ rows: [{ ...row, ...(choice ? { choice } : {}) }] });
  const { station } = open(
    { counts: { ...counts, changed: 1 } },
    { 'import.rows': [rows(), rows('take'), rows('new'), rows()] },
  );
  const list = await screen.findByTestId('import-rows-changed');
  const box = (name: RegExp) => within(list).getByRole<HTMLInputElement>('checkbox', { name });
  fireEvent.click(box(/berichtigen/));
  await waitFor(() => expect(box(/berichtigen/).checked).toBe(true));
  fireEvent.click(box(/neue Person/i));
  await waitFor(() =>
    expect([box(/berichtigen/).checked, box(/neue Person/i).checked]).toEqual([false, true]),
  );
  fireEvent.click(box(/neue Person/i));
  await waitFor(() => expect(box(/neue Person/i).checked).toBe(false));
  const choices = station.asked('import.choose').map((input) => (input as { choice?: string }).choice);
  expect(choices).toEqual(['take', 'new', 'leave']);
});

test('a row whose number an earlier one has is offered as a new person, also where nobody here is alike', async () => {
  const { station } = open(
    { counts: { ...counts, duplicates: 1 } },
    { 'import.rows': value({ rows: [row] }) },
  );
  const list = await screen.findByTestId('import-rows-duplicate');
  fireEvent.change(within(list).getByRole('combobox', { name: /Berg, Hanna/ }), { target: { value: 'new' } });
  await waitFor(() => expect(station.asked('import.choose')).toEqual([{ importId, row: 2, choice: 'new' }]));
});

test('a choice that is refused is said at its row', async () => {
  open(
    { counts: { ...counts, duplicates: 1 } },
    {
      'import.rows': value({ rows: [row] }),
      'import.choose': { ok: false, refusal: { reason: 'import-not-ready' } },
    },
  );
  const list = await screen.findByTestId('import-rows-duplicate');
  fireEvent.change(within(list).getByRole('combobox'), { target: { value: 'new' } });
  expect((await within(list).findByRole('alert')).textContent).toMatch(/noch geprüft/);
});
