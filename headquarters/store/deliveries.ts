import { sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import { isTooFar } from './is-due.ts';
import type { CentreDb } from './open-databases.ts';

export interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | undefined;
  /** Ids and codes only; what is personal is looked up when it is sent. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

export type NewDelivery = Omit<Delivery, 'attempts'> & { readonly dueAt: Instant };

/** Plans something to be sent. The same id is planned once. */
export async function planDelivery(db: CentreDb, centre: string, delivery: NewDelivery): Promise<void> {
  await db
    .insertInto('delivery')
    .values({
      centre_id: centre,
      delivery_id: delivery.id,
      kind: delivery.kind,
      person_id: delivery.personId ?? null,
      payload: JSON.stringify(delivery.payload),
      due_at: delivery.dueAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`SELECT pg_notify('fed', ${centre})`.execute(db);
}

interface DueWhat {
  readonly now: Instant;
  readonly limit: number;
  readonly timed: string;
  readonly held?: Held | undefined;
}

/** Left out although their time has come: these kinds, and of mails of messages those about days. */
export interface Held {
  readonly timed: readonly string[];
  readonly notes: string;
}

/** `timed`: the kind that is planned for a day to come. */
export async function dueDeliveries(db: CentreDb, { now, limit, timed, held }: DueWhat): Promise<Delivery[]> {
  const query = db
    .selectFrom('delivery')
    .selectAll()
    .where('state', '=', 'waiting')
    .where((is) =>
      is.or([
        is('due_at', '<=', new Date(now)),
        is.and([isTooFar(now), is.or([is('kind', '<>', timed), is('attempts', '>', 0)])]),
      ]),
    )
    .orderBy('due_at')
    .limit(limit);
  const rows = await (held === undefined ? query : query.where(isNotHeld(held))).execute();
  return rows.map((row) => ({
    id: row.delivery_id,
    kind: row.kind,
    personId: row.person_id ?? undefined,
    payload: row.payload,
    attempts: row.attempts,
  }));
}

function isNotHeld({ timed, notes }: Held) {
  return sql<boolean>`kind <> ALL (${[...timed]}) AND NOT (kind = ${notes} AND EXISTS (
    SELECT 1 FROM centre_message WHERE message_id = payload ->> 'messageId' AND from_day IS NOT NULL))`;
}

export type DeliveryEnd =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly fault: string }
  | { readonly state: 'waiting'; readonly fault: string; readonly dueAt: Instant };

export async function settleDelivery(db: CentreDb, id: string, end: DeliveryEnd): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      state: end.state,
      attempts: sql<number>`attempts + 1`,
      last_fault: end.state === 'done' ? null : end.fault,
      ...(end.state === 'waiting' ? { due_at: end.dueAt } : {}),
    })
    .where('delivery_id', '=', id)
    .execute();
}

/** Whether something of that kind is planned for somebody and not sent yet. */
export async function isPlanned(db: CentreDb, personId: string, kind: string): Promise<boolean> {
  const row = await db
    .selectFrom('delivery')
    .select('delivery_id')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes back what was planned for somebody and is not sent yet. */
export async function dropDeliveries(db: CentreDb, personId: string, kind?: string): Promise<void> {
  let query = db.deleteFrom('delivery').where('person_id', '=', personId).where('state', '=', 'waiting');
  if (kind) query = query.where('kind', '=', kind);
  await query.execute();
}
