import { z } from 'zod';
import type { ClockBase } from '../../domain/kernel/clock-fits.ts';
import { instantOf } from '../../domain/kernel/instant.ts';
import type { Db } from './open-databases.ts';

const kept = z.object({
  at: z.iso.datetime().transform((text) => instantOf(Date.parse(text))),
  uptime: z.object({ run: z.string(), ms: z.number() }).optional(),
});

/** When the server's clock was last known to be right; undefined before it was ever kept. */
export async function keptClock(db: Db): Promise<ClockBase | undefined> {
  const row = await db.selectFrom('server_clock').select('base').where('one', '=', 1).executeTakeFirst();
  return row && kept.parse(row.base);
}

export async function keepClock(db: Db, base: ClockBase): Promise<void> {
  const text = JSON.stringify(base);
  await db
    .insertInto('server_clock')
    .values({ one: 1, base: text })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ base: text }))
    .execute();
}
