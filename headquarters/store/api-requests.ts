import { sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

export interface RequestName {
  readonly clientId: string;
  readonly requestKey: string;
}

export interface KeptRequest {
  /** A keyed fingerprint: what was sent is kept nowhere. */
  readonly fingerprint: string;
  /** Wrapped under the server's key. */
  readonly answerBox: Buffer;
}

/** Holds a key until the end of the transaction; answers false while another transaction works under it. */
export async function holdRequest(
  db: CentreDb,
  centre: string,
  { clientId, requestKey }: RequestName,
): Promise<boolean> {
  const name = JSON.stringify(['api-request', centre, clientId, requestKey]);
  const { rows } = await sql<{
    is_mine: boolean;
  }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS is_mine`.execute(db);
  return rows[0]?.is_mine === true;
}

export async function keptRequest(db: CentreDb, name: RequestName): Promise<KeptRequest | undefined> {
  const row = await db
    .selectFrom('api_request')
    .select(['fingerprint', 'answer_box'])
    .where('client_id', '=', name.clientId)
    .where('request_key', '=', name.requestKey)
    .executeTakeFirst();
  return row?.answer_box ? { fingerprint: row.fingerprint, answerBox: row.answer_box } : undefined;
}

export async function keepRequest(
  db: CentreDb,
  centre: string,
  request: RequestName & KeptRequest & { readonly at: Instant },
): Promise<void> {
  const kept = { fingerprint: request.fingerprint, answer_box: request.answerBox, received_at: request.at };
  await db
    .insertInto('api_request')
    .values({ centre_id: centre, client_id: request.clientId, request_key: request.requestKey, ...kept })
    .onConflict((conflict) => conflict.columns(['centre_id', 'client_id', 'request_key']).doUpdateSet(kept))
    .execute();
}

/** How many requests of a client that change something are kept: those of the last day. */
export async function countRequests(db: CentreDb, clientId: string): Promise<number> {
  const { count } = await db
    .selectFrom('api_request')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What another request forgets at the same moment is left to it. */
export async function forgetRequestsBefore(db: CentreDb, before: Instant): Promise<void> {
  await db
    .deleteFrom('api_request')
    .where((is) =>
      is(
        is.refTuple('client_id', 'request_key'),
        'in',
        db
          .selectFrom('api_request')
          .select(['client_id', 'request_key'])
          .where('received_at', '<', new Date(before))
          .forUpdate()
          .skipLocked()
          .$asTuple('client_id', 'request_key'),
      ),
    )
    .execute();
}
