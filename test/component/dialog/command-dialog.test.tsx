import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { CommandDialog } from '../../../renderer/components/command-dialog.tsx';
import { aFakeStation } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const done: Answer = { ok: true, value: {} };
const refused: Answer = { ok: false, refusal: { reason: 'store-locked' } };
const broken: Answer = { ok: false, problem: { code: 'service-went-away', logId: 'L1' } };

/** A dialog whose sending answers that, one after the other; tells the ids that were sent and whether it closed. */
function open(answers: readonly (Answer | undefined)[], onDone?: () => string | undefined) {
  const ids: string[] = [];
  const onClose = vi.fn();
  function Asked() {
    const [about, setAbout] = useState('one');
    return (
      <CommandDialog
        title="Frage"
        submitLabel="Tun"
        about={about}
        send={async (requestId) => {
          ids.push(requestId);
          return answers[ids.length - 1];
        }}
        {...(onDone ? { onDone } : {})}
        onClose={onClose}
      >
        <button type="button" onClick={() => setAbout('other')}>
          Anderes
        </button>
      </CommandDialog>
    );
  }
  renderScreen(aFakeStation().client, <Asked />);
  const submit = async (times: number) => {
    fireEvent.click(screen.getByRole('button', { name: 'Tun' }));
    await waitFor(() => expect(ids).toHaveLength(times));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Tun', busy: true })).toBeNull());
  };
  return { ids, onClose, submit };
}

test('given what was asked for is done, the dialog closes', async () => {
  const { onClose, submit } = open([done]);
  await submit(1);
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});

test('given there is something to say of it, the sentence stands instead of the form, and nothing is left but to close', async () => {
  const { onClose, submit } = open([done], () => 'Drei sind abgesagt.');
  await submit(1);
  expect((await screen.findByRole('status')).textContent).toBe('Drei sind abgesagt.');
  expect(screen.queryByRole('button', { name: 'Tun' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Anderes' })).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
});

test.each([
  ['a refusal', refused, /hält die Daten gerade fest/],
  ['nobody knowing whether it was done', broken, /./],
])(
  'given %s, that is said in a sentence and it is sent again under the same id',
  async (_what, answer, sentence) => {
    const { ids, onClose, submit } = open([answer, answer]);
    await submit(1);
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
    await submit(2);
    expect(ids[0]).toBe(ids[1]);
    expect(onClose).not.toHaveBeenCalled();
  },
);

test('given another choice, the refusal of the first is gone and the intent is another', async () => {
  const { ids, submit } = open([broken, broken]);
  await submit(1);
  await screen.findByRole('alert');
  fireEvent.click(screen.getByRole('button', { name: 'Anderes' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await submit(2);
  expect(ids[0]).not.toBe(ids[1]);
});

test('given the form is not right yet, nothing was sent and it stays open', async () => {
  const { onClose, submit } = open([undefined]);
  await submit(1);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
});
