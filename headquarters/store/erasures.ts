import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

/** Answers false for somebody who was erased before. */
export async function keepErasure(
  db: CentreDb,
  centre: string,
  erasure: { readonly stream: string; readonly at: Instant },
): Promise<boolean> {
  const kept = await db
    .insertInto('erasure')
    .values({ centre_id: centre, stream: erasure.stream, destroyed_at: erasure.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('stream')
    .executeTakeFirst();
  return kept !== undefined;
}

export async function erasuresOf(db: CentreDb): Promise<{ stream: string; destroyedAt: string }[]> {
  const rows = await db.selectFrom('erasure').selectAll().orderBy('destroyed_at').execute();
  return rows.map(({ stream, destroyed_at }) => ({ stream, destroyedAt: destroyed_at.toISOString() }));
}

/** A station says that it destroyed its key. */
export async function noteErasedAt(
  db: CentreDb,
  centre: string,
  noted: { readonly stream: string; readonly station: string; readonly at: Instant },
): Promise<void> {
  await db
    .insertInto('erasure_at_station')
    .values({
      centre_id: centre,
      stream: noted.stream,
      station_id: noted.station,
      destroyed_at: noted.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** At how many of the stations at work a key is destroyed. */
export async function countErasedAt(
  db: CentreDb,
  stream: string,
): Promise<{ destroyedAt: number; stations: number }> {
  const stations = await db
    .selectFrom('station')
    .select('station_id')
    .where('standing', 'in', ['active', 'frozen'])
    .execute();
  const done = await db
    .selectFrom('erasure_at_station')
    .select('station_id')
    .where('stream', '=', stream)
    .execute();
  const there = new Set(stations.map(({ station_id }) => station_id));
  return {
    destroyedAt: done.filter(({ station_id }) => there.has(station_id)).length,
    stations: there.size,
  };
}
