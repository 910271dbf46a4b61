import { expect, test, vi } from 'vitest';
import { firstPress } from '../../../ui/first-press.ts';

test('a double click counts once, a key and each click for itself do', () => {
  const act = vi.fn();
  const press = firstPress(act);
  press({ detail: 1 });
  press({ detail: 2 });
  expect(act).toHaveBeenCalledTimes(1);
  press({ detail: 0 });
  press({ detail: 1 });
  expect(act).toHaveBeenCalledTimes(3);
});
