import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

export interface RequestName {
  readonly clientId: string;
  readonly requestKey: string;
}

export interface KeptRequest {
  /** A keyed fingerprint: what was sent is kept nowhere. */
  readonly fingerprint: string;
  /** Wrapped under the server's key; undefined while the request is not answered. */
  readonly answerBox: Buffer | undefined;
}

/** Reserves a key for one request; answers what is kept under it when somebody was quicker. */
export async function reserveRequest(
  db: CentreDb,
  centre: string,
  request: RequestName & { readonly fingerprint: string; readonly at: Instant },
): Promise<KeptRequest | undefined> {
  const added = await db
    .insertInto('api_request')
    .values({
      centre_id: centre,
      client_id: request.clientId,
      request_key: request.requestKey,
      fingerprint: request.fingerprint,
      received_at: request.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request_key')
    .executeTakeFirst();
  if (added) return undefined;
  const row = await db
    .selectFrom('api_request')
    .selectAll()
    .where('client_id', '=', request.clientId)
    .where('request_key', '=', request.requestKey)
    .executeTakeFirst();
  // It was given back between the two looks: as good as one that is still at work.
  return { fingerprint: row?.fingerprint ?? request.fingerprint, answerBox: row?.answer_box ?? undefined };
}

export async function keepAnswer(db: CentreDb, name: RequestName, answerBox: Uint8Array): Promise<void> {
  await db
    .updateTable('api_request')
    .set({ answer_box: Buffer.from(answerBox) })
    .where('client_id', '=', name.clientId)
    .where('request_key', '=', name.requestKey)
    .execute();
}

/** Gives a key back whose request changed nothing. */
export async function releaseRequest(db: CentreDb, name: RequestName): Promise<void> {
  await db
    .deleteFrom('api_request')
    .where('client_id', '=', name.clientId)
    .where('request_key', '=', name.requestKey)
    .where('answer_box', 'is', null)
    .execute();
}

export async function forgetRequestsBefore(db: CentreDb, before: Instant): Promise<void> {
  await db.deleteFrom('api_request').where('received_at', '<', new Date(before)).execute();
}
