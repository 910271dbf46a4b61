import { fireEvent, render } from '@testing-library/react';
import { type ReactNode, useLayoutEffect } from 'react';
import { expect, test, vi } from 'vitest';
import { useShortcut } from '../../../ui/use-shortcut.ts';

interface Props {
  readonly run: () => void;
  readonly hasDialog?: boolean;
  readonly reachesOverDialogs?: boolean;
}

function Desk({ run, hasDialog = false, reachesOverDialogs = false }: Props) {
  useShortcut('F8', run, true, reachesOverDialogs);
  return hasDialog ? <div role="dialog" aria-modal="true" /> : null;
}

test('a key works anywhere in the window, but not while it repeats or with Ctrl held', () => {
  const run = vi.fn();
  render(<Desk run={run} />);
  fireEvent.keyDown(document.body, { key: 'F8' });
  fireEvent.keyDown(document.body, { key: 'F8', repeat: true });
  fireEvent.keyDown(document.body, { key: 'F8', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'F7' });
  expect(run).toHaveBeenCalledTimes(1);
});

/** Presses the key as soon as what it holds is on the screen, before React has run its effects. */
function PressedAtOnce({ children, round }: { children: ReactNode; round: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each round
  useLayoutEffect(() => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8' }));
  }, [round]);
  return children;
}

test('a key that is pressed the moment something appears or changes does what is on the screen then', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const shown = (run: () => void, round: number) => (
    <PressedAtOnce round={round}>
      <Desk run={run} />
    </PressedAtOnce>
  );
  const { rerender } = render(shown(first, 1));
  expect(first).toHaveBeenCalledTimes(1);
  rerender(shown(second, 2));
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(1);
});

test('under an open dialog the desk does not act unseen', () => {
  const run = vi.fn();
  const { rerender } = render(<Desk run={run} hasDialog />);
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(run).not.toHaveBeenCalled();
  rerender(<Desk run={run} />);
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(run).toHaveBeenCalledTimes(1);
});

test('the key that locks the station reaches over dialogs', () => {
  const run = vi.fn();
  render(<Desk run={run} hasDialog reachesOverDialogs />);
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(run).toHaveBeenCalledTimes(1);
});
