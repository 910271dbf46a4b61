import { sharedStreamOf } from '../../../domain/kernel/shared-streams.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { settingOf } from '../settings.ts';

/** A station whose events came here. */
export interface KnownStation {
  readonly station: string;
  readonly centre: string;
  /** Ed25519, 32 bytes; absent where nobody told it. */
  readonly signing_key: Uint8Array | null;
}

export function knownStations(db: ReadableDb): KnownStation[] {
  return db.all<KnownStation>('SELECT * FROM known_station ORDER BY station');
}

export function noteStation(db: WritableDb, known: KnownStation): void {
  db.run(
    `INSERT INTO known_station (station, centre, signing_key) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET centre = excluded.centre,
        signing_key = coalesce(excluded.signing_key, known_station.signing_key)`,
    known.station,
    known.centre,
    known.signing_key,
  );
}

/**
 * Whether the read models of this station follow an event: everybody's history, and of the histories of centres (their
 * slots, their templates, who looked at what) those of the own one.
 */
export function isProjectedHere(db: ReadableDb): (event: { stream: string; station: string }) => boolean {
  const own = settingOf(db, 'centre')?.centreId;
  const elsewhere = new Set(
    knownStations(db).flatMap(({ station, centre }) => (centre === own ? [] : station)),
  );
  if (elsewhere.size === 0) return () => true;
  return ({ stream, station }) => !elsewhere.has(station) || sharedStreamOf(stream) === undefined;
}
