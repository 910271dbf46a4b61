import { type Selectable, sql } from 'kysely';
import type { WebhookType } from '../../contracts/api/webhook-contract.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';
import type { WebhookEndpointRow } from './outgoing-schema.ts';

/** `gone`: it answered 410. `off`: an operator switched it off. */
export type EndpointStanding = 'on' | 'gone' | 'off';

export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly types: readonly WebhookType[];
  /** Wrapped under the server's key. */
  readonly secretBox: Buffer;
  /** The secret before, while it still signs too. */
  readonly oldSecret: { readonly box: Buffer; readonly until: Instant } | undefined;
  readonly standing: EndpointStanding;
  readonly createdAt: Instant;
  readonly lastDeliveredAt: Instant | undefined;
  readonly lastFailedAt: Instant | undefined;
  readonly lastFault: string | undefined;
}

export type NewEndpoint = Pick<Endpoint, 'id' | 'url' | 'types' | 'secretBox' | 'createdAt'> & {
  readonly createdBy: string;
};

export async function addEndpoint(db: CentreDb, centre: string, endpoint: NewEndpoint): Promise<void> {
  await db
    .insertInto('webhook_endpoint')
    .values({
      centre_id: centre,
      endpoint_id: endpoint.id,
      url: endpoint.url,
      types: endpoint.types.join(' '),
      secret_box: endpoint.secretBox,
      created_by: endpoint.createdBy,
      created_at: endpoint.createdAt,
    })
    .execute();
}

/** The oldest first. */
export async function endpointsOf(db: CentreDb): Promise<Endpoint[]> {
  const rows = await db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .orderBy('created_at')
    .orderBy('endpoint_id')
    .execute();
  return rows.map(fromRow);
}

/** Held until COMMIT, so that what is changed is what was looked at. */
export async function holdEndpoint(db: CentreDb, id: string): Promise<Endpoint | undefined> {
  const row = await db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('endpoint_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function endpointOf(db: CentreDb, id: string): Promise<Endpoint | undefined> {
  const row = await db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('endpoint_id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** With everything that waits for it. */
export async function removeEndpoint(db: CentreDb, id: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('webhook_endpoint')
    .where('endpoint_id', '=', id)
    .returning('endpoint_id')
    .executeTakeFirst();
  return removed !== undefined;
}

export async function changeSecret(
  db: CentreDb,
  id: string,
  change: { readonly secretBox: Buffer; readonly old: NonNullable<Endpoint['oldSecret']> },
): Promise<void> {
  await db
    .updateTable('webhook_endpoint')
    .set({
      secret_box: change.secretBox,
      old_secret_box: change.old.box,
      old_secret_until: change.old.until,
    })
    .where('endpoint_id', '=', id)
    .execute();
}

/** Nothing more is sent to it; what waits is given up, and can be sent again later. Answers false for one that is off. */
export async function switchOff(
  db: CentreDb,
  id: string,
  { reason, at }: { readonly reason: 'gone' | 'operator'; readonly at: Instant },
): Promise<boolean> {
  const off = await db
    .updateTable('webhook_endpoint')
    .set({ off_at: at, off_reason: reason })
    .where('endpoint_id', '=', id)
    .where('off_at', 'is', null)
    .returning('endpoint_id')
    .executeTakeFirst();
  if (!off) return false;
  await giveUpWaiting(db, id);
  return true;
}

/** For an endpoint that is off. */
export async function giveUpWaiting(db: CentreDb, id: string): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({ state: 'failed', last_fault: 'switched-off' })
    .where('endpoint_id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

export async function switchOn(db: CentreDb, id: string): Promise<boolean> {
  const on = await db
    .updateTable('webhook_endpoint')
    .set({ off_at: null, off_reason: null })
    .where('endpoint_id', '=', id)
    .where('off_at', 'is not', null)
    .returning('endpoint_id')
    .executeTakeFirst();
  return on !== undefined;
}

export async function noteTry(
  db: CentreDb,
  id: string,
  { at, fault }: { readonly at: Instant; readonly fault?: string },
): Promise<void> {
  await db
    .updateTable('webhook_endpoint')
    .set(
      fault === undefined
        ? { last_delivered_at: sql`greatest(last_delivered_at, ${at}::timestamptz)` }
        : { last_failed_at: at, last_fault: fault },
    )
    .where('endpoint_id', '=', id)
    .execute();
}

function fromRow(row: Selectable<WebhookEndpointRow>): Endpoint {
  const { old_secret_box: box, old_secret_until: until } = row;
  return {
    id: row.endpoint_id,
    url: row.url,
    types: row.types.split(' ') as WebhookType[],
    secretBox: row.secret_box,
    oldSecret: box && until ? { box, until: instantOf(until.getTime()) } : undefined,
    standing: row.off_reason === null ? 'on' : row.off_reason === 'gone' ? 'gone' : 'off',
    createdAt: instantOf(row.created_at.getTime()),
    lastDeliveredAt: row.last_delivered_at ? instantOf(row.last_delivered_at.getTime()) : undefined,
    lastFailedAt: row.last_failed_at ? instantOf(row.last_failed_at.getTime()) : undefined,
    lastFault: row.last_fault ?? undefined,
  };
}
