import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { encodings } from '../../../domain/import/encodings.ts';
import { ReadingOptions } from '../../../renderer/screens/import/reading-options.tsx';
import type { FileLook } from '../../../renderer/screens/import/use-file-look.ts';
import { aFakeStation } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const look: FileLook = {
  format: 'csv',
  plan: {
    encoding: 'windows-1252',
    separator: ';',
    dateOrder: 'day-first',
    hasHeader: true,
    titleRows: 0,
    columns: ['familyName', null],
  },
  header: ['Name', ''],
  rows: [{ row: 2, cells: ['Müller', ' Anna '], faults: [] }],
};

function open(shown: FileLook = look) {
  const onChange = vi.fn();
  const onColumns = vi.fn();
  renderScreen(
    aFakeStation().client,
    <ReadingOptions look={shown} onChange={onChange} onColumns={onColumns} />,
  );
  return { onChange, onColumns };
}

test('every encoding that can be read can be chosen, each by a name of its own', () => {
  const { onChange } = open();
  const choice = screen.getByLabelText<HTMLSelectElement>('Zeichenkodierung');
  const names = [...choice.options].map(({ text }) => text);
  expect(new Set(names).size).toBe(encodings.length);
  for (const name of names) expect(name).not.toMatch(/^import\./);
  for (const encoding of encodings) {
    fireEvent.change(choice, { target: { value: encoding } });
    if (encoding !== 'windows-1252') expect(onChange).toHaveBeenCalledWith({ encoding });
  }
});

test('rows above the header, the header itself and the order of dates are set by hand', () => {
  const { onChange } = open();
  fireEvent.change(screen.getByLabelText('Zeilen über der Tabelle'), { target: { value: '2' } });
  expect(onChange).toHaveBeenLastCalledWith({ titleRows: 2 });
  fireEvent.click(screen.getByRole('checkbox'));
  expect(onChange).toHaveBeenLastCalledWith({ hasHeader: false });
  fireEvent.change(screen.getByDisplayValue('Tag zuerst'), { target: { value: 'month-first' } });
  expect(onChange).toHaveBeenLastCalledWith({ dateOrder: 'month-first' });
});

test('a column without a name is called by its place and shows an example; its field is taken from the other', () => {
  const { onColumns } = open();
  const column = screen.getByLabelText(/Spalte 2/);
  expect(column.closest('li')?.textContent).toContain('Anna');
  fireEvent.change(column, { target: { value: 'familyName' } });
  const change = onColumns.mock.calls[0]?.[0] as (before: (string | null)[]) => (string | null)[];
  expect(change(['familyName', null])).toEqual([null, 'familyName']);
});

test('an encoding that fits the letters as well is offered by a word that it would change', () => {
  const readings = [{ encoding: 'windows-1257', here: 'Juğka', there: 'Juška' }] as const;
  const { onChange } = open({ ...look, otherReadings: [...readings] });
  expect(screen.getByTestId('other-readings').textContent).toContain('Gelesen wird „Juğka“');
  fireEvent.click(screen.getByRole('button', { name: /Juška.*1257/ }));
  expect(onChange).toHaveBeenLastCalledWith({ encoding: 'windows-1257' });
});
