import { expect, test } from 'vitest';
import { reissueAll } from '../../campaigns/reissue/reissue-all.ts';

test('60 passes brought to a new template by a process that is killed on the way are all signed anew, none twice', async () => {
  const result = await reissueAll(60, 1);
  expect(result).toMatchObject({ unsigned: 0, redesignedTwice: 0 });
}, 240_000);
