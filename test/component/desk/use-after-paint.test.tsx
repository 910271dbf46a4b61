import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useAfterPaint } from '../../../ui/use-after-paint.ts';

test('what may come later comes after a picture, and is deferred again for the next person', async () => {
  const seen: [string | undefined, boolean][] = [];
  const { rerender, unmount } = renderHook(
    ({ person }: { person: string | undefined }) => {
      const isPainted = useAfterPaint(person);
      seen.push([person, isPainted]);
      return isPainted;
    },
    { initialProps: { person: undefined as string | undefined } },
  );
  rerender({ person: 'erika' });
  await waitFor(() => expect(seen.at(-1)).toEqual(['erika', true]));
  rerender({ person: 'max' });
  expect(seen.at(-1)).toEqual(['max', false]);
  await waitFor(() => expect(seen.at(-1)).toEqual(['max', true]));
  rerender({ person: undefined });
  expect(seen.at(-1)).toEqual([undefined, false]);
  unmount();
});
