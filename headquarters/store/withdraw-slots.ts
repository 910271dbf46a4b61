import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { CentreDb } from './open-databases.ts';

/** Offers nothing more on these days of what an operator opened. What is taken stays taken. */
export async function withdrawSlots(db: CentreDb, days: readonly PlainDate[]): Promise<void> {
  if (days.length === 0) return;
  await db
    .updateTable('online_slot')
    .set({ capacity: 0 })
    .where('lane', '=', '')
    .where('day', 'in', days)
    .execute();
}
