import type { Selectable } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';
import type { Standing, StationRow } from './schema.ts';

export interface Station {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  /** 32 bytes each: Ed25519 and X25519. */
  readonly signingKey: Uint8Array;
  readonly exchangeKey: Uint8Array;
  readonly version: string;
  readonly enrolledAt: Date;
  readonly lastSeenAt: Date | undefined;
  readonly lastPushAt: Date | undefined;
}

export type NewStation = Pick<Station, 'id' | 'name' | 'signingKey' | 'exchangeKey' | 'version'>;

/**
 * Takes a station in as waiting. One that was never confirmed or was revoked may come again with new keys, one that left
 * with the key that it had; answers false for one that is at work.
 */
export async function enrolStation(
  db: CentreDb,
  centre: string,
  station: NewStation,
  now: Instant,
): Promise<boolean> {
  const values = {
    name: station.name,
    standing: 'waiting' as const,
    signing_key: Buffer.from(station.signingKey),
    exchange_key: Buffer.from(station.exchangeKey),
    version: station.version,
    enrolled_at: now,
    confirmed_at: null,
    revoked_at: null,
  };
  const taken = await db
    .insertInto('station')
    .values({ centre_id: centre, station_id: station.id, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'station_id'])
        .doUpdateSet(values)
        .where((is) =>
          is.or([
            is('station.standing', 'in', ['waiting', 'revoked']),
            is.and([is('station.standing', '=', 'left'), is('station.signing_key', '=', values.signing_key)]),
          ]),
        ),
    )
    .returning('station_id')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function stationOf(db: CentreDb, id: string): Promise<Station | undefined> {
  const row = await db.selectFrom('station').selectAll().where('station_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function stationsOf(db: CentreDb): Promise<Station[]> {
  const rows = await db.selectFrom('station').selectAll().orderBy('name').execute();
  return rows.map(fromRow);
}

/** From one of the standings in `from` to another; answers false when it had none of them. */
export async function changeStanding(
  db: CentreDb,
  id: string,
  change: { readonly from: readonly Standing[]; readonly to: Standing; readonly at: Instant },
): Promise<boolean> {
  const changed = await db
    .updateTable('station')
    .set({
      standing: change.to,
      ...(change.to === 'active' ? { confirmed_at: change.at } : {}),
      ...(change.to === 'revoked' ? { revoked_at: change.at } : {}),
    })
    .where('station_id', '=', id)
    .where('standing', 'in', change.from)
    .returning('station_id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** That a station was here, and what it runs. */
export async function noteSeen(
  db: CentreDb,
  id: string,
  seen: { readonly at: Instant; readonly version?: string; readonly isPush?: boolean },
): Promise<void> {
  await db
    .updateTable('station')
    .set({
      last_seen_at: seen.at,
      ...(seen.version === undefined ? {} : { version: seen.version }),
      ...(seen.isPush ? { last_push_at: seen.at } : {}),
    })
    .where('station_id', '=', id)
    .execute();
}

function fromRow(row: Selectable<StationRow>): Station {
  return {
    id: row.station_id,
    name: row.name,
    standing: row.standing,
    signingKey: row.signing_key,
    exchangeKey: row.exchange_key,
    version: row.version,
    enrolledAt: row.enrolled_at,
    lastSeenAt: row.last_seen_at ?? undefined,
    lastPushAt: row.last_push_at ?? undefined,
  };
}
