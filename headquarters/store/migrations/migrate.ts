import type pg from 'pg';
import { type DatabaseRoles, ensureRoles } from '../database-roles.ts';
import type { ServerKey } from '../server-key.ts';
import { StoreFault } from '../store-fault.ts';
import { centreTables } from './0001-centres.ts';
import { clientTables } from './0002-clients.ts';
import { syncTables } from './0003-sync.ts';
import { passTables } from './0004-passes.ts';
import { bookingTables } from './0005-booking.ts';
import { apiTables } from './0006-api.ts';
import { webhookTables } from './0007-webhooks.ts';
import { centreFactsIndex } from './0008-centre-facts.ts';
import { templateTables } from './0009-templates.ts';
import { googleTables } from './0010-google.ts';
import { messageTables } from './0011-messages.ts';
import { bookedPeople } from './0012-booked-people.ts';
import { toldApartIndex } from './0013-told-apart.ts';
import { serverClock } from './0014-server-clock.ts';
import { orderedMessages } from './0015-ordered-messages.ts';
import { measuredSpans } from './0016-spans.ts';
import { onlineShare } from './0017-online-share.ts';
import { datesWithoutAPlace } from './0020-dates-without-a-place.ts';
import { shareCounted } from './0024-share-counted.ts';
import { erasedPasses } from './0025-erased-passes.ts';
import { leftStations } from './0026-left-stations.ts';
import type { Migration } from './migration.ts';

/** Every step so far, in order; a number may be left out, and its step come after a later one. */
export const migrations: readonly Migration[] = [
  centreTables,
  clientTables,
  syncTables,
  passTables,
  bookingTables,
  apiTables,
  webhookTables,
  centreFactsIndex,
  templateTables,
  googleTables,
  messageTables,
  bookedPeople,
  toldApartIndex,
  serverClock,
  orderedMessages,
  measuredSpans,
  onlineShare,
  datesWithoutAPlace,
  shareCounted,
  erasedPasses,
  leftStations,
];

/** Several instances may start at once: one brings the schema up, the others wait for it. */
const MIGRATION_LOCK = 4_710_001;

export interface MigrationParts {
  /** Connected as the owner of the database, past any pool. */
  readonly owner: pg.Client;
  readonly roles: DatabaseRoles;
  readonly key: ServerKey;
  readonly steps?: readonly Migration[];
}

/**
 * Makes the roles and brings the schema to this version, each step in a transaction of its own.
 * @throws StoreFault `store-newer` when a later version has been here (nothing is changed then), `roles-not-made`
 */
export async function migrate({ owner, roles, key, steps = migrations }: MigrationParts): Promise<void> {
  await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await owner.query('CREATE TABLE IF NOT EXISTS migration (id int PRIMARY KEY, name text NOT NULL)');
    const done = await stepsDone(owner);
    if ([...done].some((id) => steps.every((step) => step.id !== id))) throw new StoreFault('store-newer');
    await ensureRoles(owner, roles, key);
    await owner.query(`GRANT SELECT ON migration TO ${roles.app}`);
    for (const step of steps) if (!done.has(step.id)) await applyStep(owner, step, roles);
  } finally {
    await owner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
  }
}

async function stepsDone(client: pg.Client): Promise<Set<number>> {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM migration');
  return new Set(rows.map(({ id }) => id));
}

async function applyStep(owner: pg.Client, step: Migration, roles: DatabaseRoles): Promise<void> {
  await owner.query('BEGIN');
  try {
    await owner.query(step.sql(roles));
    await owner.query('INSERT INTO migration (id, name) VALUES ($1, $2)', [step.id, step.name]);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}
