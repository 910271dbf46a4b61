import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { openRecord } from '../../builders/open-record.tsx';
import { inSurroundings } from '../../builders/screen-surroundings.ts';

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
