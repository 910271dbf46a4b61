import type { DestinationName } from '../../../../domain/centre/destination-part.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { Actor } from '../../../../domain/staff/actor.ts';
import type { DisclosureKind } from '../../../../domain/staff/disclosure-kind.ts';
import type { ReadableDb } from '../../database.ts';

/** Between two moments, and by one actor where one is given. */
export interface LeftFilter {
  readonly from: Instant;
  readonly before: Instant;
  readonly actor?: string;
}

export interface DisclosureRow {
  readonly disclosure_id: string;
  readonly actor: Actor;
  readonly kind: DisclosureKind;
  readonly people: number;
  readonly disclosed_at: Instant;
}

export function wasDisclosedSince(
  db: ReadableDb,
  { actor, kind }: Pick<DisclosureRow, 'actor' | 'kind'>,
  since: Instant,
): boolean {
  const found = db.first(
    'SELECT 1 FROM disclosure WHERE disclosed_at > ? AND actor = ? AND kind = ? LIMIT 1',
    since,
    actor,
    kind,
  );
  return found !== undefined;
}

/** What left the station, the latest first. */
export function disclosures(db: ReadableDb, filter: LeftFilter, most: number): DisclosureRow[] {
  return db.all<DisclosureRow>(
    `SELECT * FROM disclosure WHERE disclosed_at >= ? AND disclosed_at < ? AND (? IS NULL OR actor = ?)
      ORDER BY disclosed_at DESC, disclosure_id DESC LIMIT ?`,
    ...bound(filter),
    most,
  );
}

export interface DestinationRow {
  readonly change_id: string;
  readonly actor: Actor;
  readonly destination: DestinationName;
  /** JSON: the parts that are new. */
  readonly changed: string;
  readonly address: string | null;
  readonly public_url: string | null;
  readonly proxy: string | null;
  readonly changed_at: Instant;
}

/** Where data went from when on, the latest first. */
export function destinationChanges(db: ReadableDb, filter: LeftFilter, most: number): DestinationRow[] {
  return db.all<DestinationRow>(
    `SELECT * FROM destination_change WHERE changed_at >= ? AND changed_at < ? AND (? IS NULL OR actor = ?)
      ORDER BY changed_at DESC, change_id DESC LIMIT ?`,
    ...bound(filter),
    most,
  );
}

function bound({ from, before, actor = null }: Omit<LeftFilter, 'actor'> & { actor?: string | null }) {
  return [from, before, actor, actor] as const;
}
