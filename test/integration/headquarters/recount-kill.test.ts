import { expect, test } from 'vitest';
import { recountAll } from '../../campaigns/recount/recount-all.ts';
import { aDatabase } from '../../support/headquarters.ts';

test('a headquarters that is killed while it counts passes by another schedule goes on: each that changes once, no other', async () => {
  const database = await aDatabase();
  try {
    const result = await recountAll(400, 2, database.url);
    expect(result).toMatchObject({ passes: 400, kills: 2, missed: 0, inVain: 0, repeated: 0 });
  } finally {
    await database.drop();
  }
}, 120_000);
