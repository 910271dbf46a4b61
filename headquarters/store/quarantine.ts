import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

/** An event that is no part of a chain: it is kept as it came, and why. */
export interface Quarantined {
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  readonly reason: string;
  readonly claimedHash: string | undefined;
  readonly text: string;
}

export async function keepApart(
  db: CentreDb,
  centre: string,
  events: readonly Quarantined[],
  receivedAt: Instant,
): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('quarantined_event')
    .values(
      events.map((event) => ({
        centre_id: centre,
        station_id: event.station,
        epoch: event.epoch,
        seq: event.seq,
        reason: event.reason,
        claimed_hash: event.claimedHash ? Buffer.from(event.claimedHash, 'hex') : null,
        text: event.text,
        received_at: receivedAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A good event fills the place of one that was kept apart. */
export async function releasePlaces(
  db: CentreDb,
  station: string,
  epoch: number,
  seqs: readonly number[],
): Promise<void> {
  if (seqs.length === 0) return;
  await db
    .deleteFrom('quarantined_event')
    .where('station_id', '=', station)
    .where('epoch', '=', epoch)
    .where('seq', 'in', seqs)
    .execute();
}

export async function quarantinedOf(
  db: CentreDb,
): Promise<{ station: string; epoch: number; seq: number; reason: string }[]> {
  const rows = await db
    .selectFrom('quarantined_event')
    .select(['station_id as station', 'epoch', 'seq', 'reason'])
    .orderBy('received_at')
    .limit(200)
    .execute();
  return rows;
}
