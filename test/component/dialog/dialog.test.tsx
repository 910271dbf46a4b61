import { Button, MantineProvider, TextInput } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Dialog } from '../../../ui/dialog.tsx';
import { theme } from '../../../ui/theme.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

/** A list of which each row opens a dialog about it; in there the row can be taken away. */
function Rows({ waits = false }: { waits?: boolean }) {
  const [rows, setRows] = useState(['Anna', 'Bert']);
  const [open, setOpen] = useState<string>();
  const [isLoaded, setLoaded] = useState(!waits);
  return (
    <main>
      <Button>Suche</Button>
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <Button onClick={() => setOpen(row)}>{row}</Button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog opened onClose={() => setOpen(undefined)} title={open}>
          {isLoaded ? <TextInput label="Grund" /> : <p>Einen Moment …</p>}
          <span>
            <Button
              disabled={!isLoaded}
              onClick={() => {
                setRows(rows.filter((row) => row !== open));
                setOpen(undefined);
              }}
            >
              Entfernen
            </Button>
          </span>
        </Dialog>
      )}
      <button type="button" onClick={() => setLoaded(true)}>
        da
      </button>
    </main>
  );
}

function show(waits = false) {
  render(
    <MantineProvider theme={theme}>
      <Rows waits={waits} />
    </MantineProvider>,
  );
}

function press(name: string) {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

const focused = (element: HTMLElement) => vi.waitFor(() => expect(document.activeElement).toBe(element));

test('the first field has the focus and not the cross, and Esc gives it back to what opened the dialog', async () => {
  show();
  press('Anna');
  await focused(await screen.findByLabelText('Grund'));
  fireEvent.keyDown(screen.getByLabelText('Grund'), { key: 'Escape' });
  await focused(screen.getByRole('button', { name: 'Anna' }));
});

test('a field that is there only later gets the focus when it comes', async () => {
  show(true);
  press('Anna');
  await screen.findByText('Einen Moment …');
  fireEvent.click(screen.getByText('da'));
  await focused(await screen.findByLabelText('Grund'));
});

test('where what opened the dialog is gone with it, the nearest that is left has the focus', async () => {
  show();
  press('Anna');
  await focused(await screen.findByLabelText('Grund'));
  press('Entfernen');
  await focused(screen.getByRole('button', { name: 'Bert' }));
});

/** Two that lie on each other, neither of which knows of the other. */
function TwoDialogs({ keepsUpper = false }: { keepsUpper?: boolean }) {
  const [open, setOpen] = useState(['unten', 'oben']);
  const [isUpperThere, setUpperThere] = useState(false);
  useEffect(() => setUpperThere(true), []);
  const shut = (name: string) => () => setOpen((before) => before.filter((each) => each !== name));
  return (
    <>
      <Dialog
        opened={isUpperThere && open.includes('oben')}
        onClose={shut('oben')}
        closeOnEscape={!keepsUpper}
        title="oben"
      >
        <TextInput label="Grund" />
      </Dialog>
      <Dialog opened={open.includes('unten')} onClose={shut('unten')} title="unten">
        <TextInput label="Name" />
      </Dialog>
    </>
  );
}

test.each([
  [false, ['unten'], []],
  [true, ['oben', 'unten'], ['oben', 'unten']],
])('of two dialogs Esc closes the topmost alone (kept by it: %s)', async (keepsUpper, first, second) => {
  render(
    <MantineProvider theme={theme}>
      <TwoDialogs keepsUpper={keepsUpper} />
    </MantineProvider>,
  );
  const shown = () =>
    screen
      .queryAllByRole('dialog', { hidden: true })
      .map((dialog) => dialog.querySelector('h2')?.textContent)
      .toSorted();
  await vi.waitFor(() => expect(shown()).toEqual(['oben', 'unten']));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await vi.waitFor(() => expect(shown()).toEqual(first));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await vi.waitFor(() => expect(shown()).toEqual(second));
});
