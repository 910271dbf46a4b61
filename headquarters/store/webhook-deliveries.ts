import { sql } from 'kysely';
import type { WebhookType } from '../../contracts/api/webhook-contract.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { isDue } from './is-due.ts';
import type { CentreDb } from './open-databases.ts';

export interface WebhookMessage {
  /** The same at every try. */
  readonly id: string;
  readonly type: WebhookType;
  /** As it is sent: JSON. */
  readonly body: string;
}

/** Writes down what is to be said, and to which endpoints. The same id is written once. */
export async function addMessage(
  db: CentreDb,
  centre: string,
  message: WebhookMessage,
  to: { readonly endpoints: readonly string[]; readonly at: Instant },
): Promise<void> {
  await db
    .insertInto('webhook_message')
    .values({
      centre_id: centre,
      message_id: message.id,
      type: message.type,
      body: message.body,
      created_at: to.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('webhook_delivery')
    .values(
      to.endpoints.map((endpoint) => ({
        centre_id: centre,
        endpoint_id: endpoint,
        message_id: message.id,
        due_at: to.at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tellSender(db, centre);
}

/** Takes back what is not told yet of what happened to a person, also what was given up: that can be sent again. */
export async function dropUntoldMessages(db: CentreDb, personId: string): Promise<void> {
  await db
    .deleteFrom('webhook_delivery')
    .where('state', '<>', 'done')
    .where('message_id', 'in', messagesAbout(personId))
    .execute();
}

/** Keeps nothing of what was told, or was to be told, of what happened to a person. */
export async function forgetMessagesAbout(db: CentreDb, personId: string): Promise<void> {
  await db.deleteFrom('webhook_message').where('message_id', 'in', messagesAbout(personId)).execute();
}

/** A message has the id of its event, which is in the person's stream. */
function messagesAbout(personId: string) {
  return sql<string>`(SELECT 'msg_' || event_id FROM received_event WHERE stream = ${personId}
    UNION ALL SELECT 'msg_' || event_id FROM own_draft WHERE stream = ${personId})`;
}

/** Endpoints that something is due for now. */
export async function dueEndpoints(db: CentreDb, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .select('endpoint_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where(isDue(now))
    .execute();
  return rows.map(({ endpoint_id }) => endpoint_id);
}

export interface DueMessage extends WebhookMessage {
  readonly attempts: number;
}

export async function dueMessages(
  db: CentreDb,
  endpoint: string,
  now: Instant,
  limit: number,
): Promise<DueMessage[]> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .innerJoin('webhook_message', (join) =>
      join
        .onRef('webhook_message.centre_id', '=', 'webhook_delivery.centre_id')
        .onRef('webhook_message.message_id', '=', 'webhook_delivery.message_id'),
    )
    .select(['webhook_message.message_id', 'type', 'body', 'attempts'])
    .where('endpoint_id', '=', endpoint)
    .where('state', '=', 'waiting')
    .where(isDue(now))
    .orderBy('due_at')
    .orderBy('webhook_message.message_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.message_id,
    type: row.type as WebhookType,
    body: row.body,
    attempts: row.attempts,
  }));
}

export type MessageEnd =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly fault: string }
  | { readonly state: 'waiting'; readonly fault: string; readonly dueAt: Instant };

/** What became of one try. Whatever was given up meanwhile stays so, unless it arrived after all. */
export async function settleMessage(
  db: CentreDb,
  { endpoint, message }: { readonly endpoint: string; readonly message: string },
  end: MessageEnd,
): Promise<void> {
  let settle = db
    .updateTable('webhook_delivery')
    .set({
      state: end.state,
      attempts: sql<number>`attempts + 1`,
      last_fault: end.state === 'done' ? null : end.fault,
      ...(end.state === 'waiting' ? { due_at: end.dueAt } : {}),
    })
    .where('endpoint_id', '=', endpoint)
    .where('message_id', '=', message);
  if (end.state !== 'done') settle = settle.where('state', '=', 'waiting');
  await settle.execute();
}

/** Everything that was given up for an endpoint is due again, with all its tries; answers how many. */
export async function sendAgain(
  db: CentreDb,
  centre: string,
  endpoint: string,
  now: Instant,
): Promise<number> {
  const again = await db
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0, due_at: now })
    .where('endpoint_id', '=', endpoint)
    .where('state', '=', 'failed')
    .returning('message_id')
    .execute();
  await tellSender(db, centre);
  return again.length;
}

export interface GivenUp {
  readonly endpoint: string;
  readonly type: WebhookType;
  readonly createdAt: Instant;
  readonly fault: string;
}

/** The newest that were given up, of all endpoints. */
export async function givenUp(db: CentreDb, limit: number): Promise<GivenUp[]> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .innerJoin('webhook_message', (join) =>
      join
        .onRef('webhook_message.centre_id', '=', 'webhook_delivery.centre_id')
        .onRef('webhook_message.message_id', '=', 'webhook_delivery.message_id'),
    )
    .select(['endpoint_id', 'type', 'created_at', 'last_fault'])
    .where('state', '=', 'failed')
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    endpoint: row.endpoint_id,
    type: row.type as WebhookType,
    createdAt: instantOf(row.created_at.getTime()),
    fault: row.last_fault ?? '',
  }));
}

export interface OpenCount {
  readonly waiting: number;
  readonly failed: number;
}

export async function openCounts(db: CentreDb): Promise<Map<string, OpenCount>> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .select((is) => [
      'endpoint_id',
      is.fn.countAll<string>().filterWhere('state', '=', 'waiting').as('waiting'),
      is.fn.countAll<string>().filterWhere('state', '=', 'failed').as('failed'),
    ])
    .where('state', '<>', 'done')
    .groupBy('endpoint_id')
    .execute();
  return new Map(
    rows.map((row) => [row.endpoint_id, { waiting: Number(row.waiting), failed: Number(row.failed) }]),
  );
}

/** What was said before, wherever it arrived or was given up, is kept no longer. */
export async function forgetMessagesBefore(db: CentreDb, before: Instant): Promise<void> {
  await db
    .deleteFrom('webhook_message')
    .where('created_at', '<', new Date(before))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('webhook_delivery')
            .select('webhook_delivery.message_id')
            .whereRef('webhook_delivery.message_id', '=', 'webhook_message.message_id')
            .where('state', '=', 'waiting'),
        ),
      ),
    )
    .execute();
}

async function tellSender(db: CentreDb, centre: string): Promise<void> {
  await sql`SELECT pg_notify('webhooks', ${centre})`.execute(db);
}
