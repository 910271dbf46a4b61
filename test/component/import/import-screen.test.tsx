import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const importId = '0197a000-0000-4000-8000-0000000000aa';
const erika = {
  personId: '0197a000-0000-7000-8000-000000000001',
  givenName: 'Erika',
  familyName: 'Mustermann',
  birthDate: '1964-08-12',
};
const none = { extended: 0, unchanged: 0, corrected: 0, skipped: 0, joined: 0, refused: 0 };
const ready = {
  importId,
  state: 'ready',
  fileName: 'liste.csv',
  format: 'csv',
  done: 0,
  total: 3,
  counts: { ...none, rows: 3, added: 1, changed: 1, duplicates: 1 },
  appointments: 0,
  passes: 0,
  withdrawn: 0,
  kept: 0,
  chosen: 0,
};
const changedRow = {
  row: 2,
  name: 'Berg, Hanna',
  birthDate: '1985',
  sentences: [{ de: 'Zeile 2: andere Angaben.', en: 'Row 2: other details.' }],
  differences: [
    {
      label: { de: 'Vorname', en: 'Given name' },
      here: { de: 'Anna', en: 'Anna' },
      list: { de: 'Hanna', en: 'Hanna' },
    },
  ],
  likely: [],
};
const duplicateRow = { ...changedRow, row: 3, name: 'Musterman, Erika', differences: [], likely: [erika] };

async function openImport(more: Readonly<Record<string, Answer | readonly Answer[]>>) {
  const station = aFakeStation({ more: { 'import.runs': value({ runs: [] }), ...more } });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-import'));
  return station;
}

test('with nothing going on it asks for a file, and says that nothing was imported yet', async () => {
  await openImport({ 'import.progress': value({}) });
  expect(await screen.findByTestId('import-file')).toBeTruthy();
  expect(await screen.findByText('Es wurde noch keine Liste eingelesen.')).toBeTruthy();
});

test('a station that does not answer is told in a sentence', async () => {
  await openImport({ 'import.progress': { ok: false, refusal: { reason: 'store-locked' } } });
  const area = await screen.findByTestId('import-screen');
  await waitFor(() =>
    expect(within(area).getAllByRole('alert')[0]?.textContent).toMatch(/hält die Daten gerade fest/),
  );
});

test('an import at work says how far it is', async () => {
  const writing = { ...ready, state: 'writing', done: 1, total: 4 };
  await openImport({ 'import.progress': value({ import: writing }) });
  expect((await screen.findByRole('progressbar')).getAttribute('aria-label')).toBe('1 von 4');
});

test('what is known otherwise is shown as it is and as the list says, and chosen row by row', async () => {
  const rows = (row: object): Answer => value({ rows: [row] });
  const station = await openImport({
    'import.progress': value({ import: ready }),
    // The changed rows are asked for after the duplicates.
    'import.rows': [rows(duplicateRow), rows(changedRow)],
    'import.choose': value({}),
    'import.choose-all': value({}),
  });
  const duplicates = await screen.findByTestId('import-rows-duplicate');
  const changed = await screen.findByTestId('import-rows-changed');
  expect((await within(changed).findByText('Anna')).tagName).toBe('DEL');
  expect(within(changed).getByText('Hanna').tagName).toBe('INS');
  fireEvent.click(within(changed).getByRole('checkbox', { name: /Akte so berichtigen: Berg, Hanna/ }));
  await waitFor(() => expect(station.asked('import.choose')).toEqual([{ importId, row: 2, choice: 'take' }]));
  const select = within(duplicates).getByRole('combobox', { name: /Musterman, Erika/ });
  fireEvent.change(select, { target: { value: erika.personId } });
  await waitFor(() =>
    expect(station.asked('import.choose')[1]).toEqual({
      importId,
      row: 3,
      choice: 'same',
      personId: erika.personId,
    }),
  );
  const all = screen.getByTestId('import-all-changed') as HTMLButtonElement;
  await waitFor(() => expect(all.disabled).toBe(false));
  fireEvent.click(all);
  await waitFor(() =>
    expect(station.asked('import.choose-all')).toEqual([{ importId, verdict: 'changed', choice: 'take' }]),
  );
});

test('a past import tells the name of who did it and its numbers as people here write them', async () => {
  const counts = { added: 49_995, extended: 0, refused: 5, rows: 50_000 };
  const run = {
    importId: '1',
    state: 'done',
    format: 'csv',
    by: 'Leonie Albrecht',
    finishedAt: '2026-11-23T09:00:00.000Z',
    counts,
  };
  await openImport({
    'import.progress': value({}),
    'import.runs': value({ runs: [run, { ...run, importId: '2', by: undefined }] }),
  });
  const past = await screen.findByTestId('import-past');
  expect(past.textContent).toContain('Leonie Albrecht');
  expect(past.textContent).toContain('die Station');
  expect(past.textContent).toContain('49.995 neu');
  expect(past.textContent).toContain('50.000 Zeilen');
});

test('columns that are missing are said where they can be assigned: the file and the assistant stay', async () => {
  const plan = {
    encoding: 'utf-8',
    separator: ';',
    dateOrder: 'day-first',
    hasHeader: true,
    columns: [null, 'birth-date'],
  };
  const look = { format: 'csv', plan, header: ['Wer', 'Geboren'], rows: [] };
  const station = await openImport({
    'import.progress': value({}),
    'import.look': value(look),
    'import.begin': [{ ok: false, refusal: { reason: 'columns-missing' } }, value({})],
    'import.chunk': value({}),
    'import.check': value({}),
  });
  const file = new File(['Wer;Geboren\nBerg;1985'], 'liste.csv');
  fireEvent.change(await screen.findByTestId('import-file'), { target: { files: [file] } });
  fireEvent.click(await screen.findByTestId('import-check'));
  expect((await screen.findByTestId('import-message')).textContent).toMatch(/Spalten mit dem Namen/);
  const column = screen.getByRole('combobox', { name: 'Wer' });
  fireEvent.change(column, { target: { value: 'familyName' } });
  await waitFor(() => expect(screen.queryByTestId('import-message')).toBeNull());
  await waitFor(() => expect(station.asked('import.look').length).toBe(2));
  fireEvent.click(screen.getByTestId('import-check'));
  await waitFor(() => expect(station.asked('import.check')).toHaveLength(1));
  await waitFor(() => expect(screen.queryByTestId('import-check')).toBeNull());
  expect(station.asked('import.begin')).toHaveLength(2);
});

test('two columns that are changed before the first answer is back are both kept', async () => {
  const plan = { encoding: 'utf-8', separator: ';', dateOrder: 'day-first', hasHeader: true };
  const look = (columns: (string | null)[]) =>
    value({ format: 'csv', plan: { ...plan, columns }, header: ['Wer', 'Wie'], rows: [] });
  const station = await openImport({
    'import.progress': value({}),
    'import.look': look([null, null]),
  });
  const file = new File(['Wer;Wie\nBerg;Anna'], 'liste.csv');
  fireEvent.change(await screen.findByTestId('import-file'), { target: { files: [file] } });
  fireEvent.change(await screen.findByRole('combobox', { name: 'Wer' }), { target: { value: 'familyName' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Wie' }), { target: { value: 'givenName' } });
  await waitFor(() => expect(station.asked('import.look')).toHaveLength(3));
  expect(station.asked('import.look').at(-1)).toMatchObject({
    choice: { columns: ['familyName', 'givenName'] },
  });
});

test('a piece that a full disk refuses is told and sent again by itself, until it is taken', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const plan = { encoding: 'utf-8', separator: ';', dateOrder: 'day-first', hasHeader: true };
  const look = { format: 'csv', plan: { ...plan, columns: ['familyName'] }, header: ['Wer'], rows: [] };
  const refused = (reason: string): Answer => ({ ok: false, refusal: { reason } });
  const station = await openImport({
    'import.progress': value({}),
    'import.look': value(look),
    'import.begin': value({}),
    'import.chunk': [refused('disk-full'), refused('store-locked'), value({})],
    'import.check': [refused('disk-silent'), value({})],
  });
  const file = new File(['Wer\nBerg'], 'liste.csv');
  fireEvent.change(await screen.findByTestId('import-file'), { target: { files: [file] } });
  fireEvent.click(await screen.findByTestId('import-check'));
  const waitsFor = (words: RegExp) =>
    waitFor(() => expect(screen.getByTestId('import-waiting').textContent).toMatch(words));
  const tryAgain = () => act(() => vi.advanceTimersByTimeAsync(5_000));
  await waitsFor(/kein Platz mehr.*von selbst weiter/);
  await tryAgain();
  await waitsFor(/hält den Speicher besetzt/);
  await tryAgain();
  await waitsFor(/Festplatte antwortet nicht/);
  await tryAgain();
  await waitFor(() => expect(screen.queryByTestId('import-waiting')).toBeNull());
  const pieces = station.asked('import.chunk') as { index?: number; bytes?: string }[];
  expect(pieces).toHaveLength(3);
  expect(new Set(pieces.map(({ index, bytes }) => `${index} ${bytes}`)).size).toBe(1);
  expect(station.asked('import.check')).toHaveLength(2);
  expect(station.asked('import.begin')).toHaveLength(1);
  vi.useRealTimers();
});

test('a piece that is refused for good ends the sending with a sentence', async () => {
  const plan = { encoding: 'utf-8', separator: ';', dateOrder: 'day-first', hasHeader: true };
  const look = { format: 'csv', plan: { ...plan, columns: ['familyName'] }, header: ['Wer'], rows: [] };
  const station = await openImport({
    'import.progress': value({}),
    'import.look': value(look),
    'import.begin': value({}),
    'import.chunk': { ok: false, refusal: { reason: 'too-many-rows' } },
  });
  const file = new File(['Wer\nBerg'], 'liste.csv');
  fireEvent.change(await screen.findByTestId('import-file'), { target: { files: [file] } });
  fireEvent.click(await screen.findByTestId('import-check'));
  expect(await screen.findByTestId('import-message')).toBeTruthy();
  expect(screen.queryByTestId('import-waiting')).toBeNull();
  expect(station.asked('import.chunk')).toHaveLength(1);
  expect(station.asked('import.check')).toEqual([]);
});
