import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

/** An existing system of a centre that speaks to the API. */
export interface ApiClient {
  readonly id: string;
  readonly name: string;
  /** Wrapped under the server's key; undefined for one that signs its requests for tokens. */
  readonly secretBox: Uint8Array | undefined;
  readonly jwks: unknown;
  readonly scopes: readonly string[];
  readonly isRevoked: boolean;
}

export async function addApiClient(
  db: CentreDb,
  centre: string,
  client: Omit<ApiClient, 'isRevoked'>,
  now: Instant,
): Promise<void> {
  await db
    .insertInto('api_client')
    .values({
      centre_id: centre,
      client_id: client.id,
      name: client.name,
      secret_box: client.secretBox ? Buffer.from(client.secretBox) : null,
      jwks: client.jwks === undefined ? null : JSON.stringify(client.jwks),
      scopes: client.scopes.join(' '),
      created_at: now,
    })
    .execute();
}

export async function apiClientOf(db: CentreDb, id: string): Promise<ApiClient | undefined> {
  return (await apiClientsOf(db)).find((client) => client.id === id);
}

export async function apiClientsOf(db: CentreDb): Promise<ApiClient[]> {
  const rows = await db.selectFrom('api_client').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    id: row.client_id,
    name: row.name,
    secretBox: row.secret_box ?? undefined,
    jwks: row.jwks ?? undefined,
    scopes: row.scopes.split(' '),
    isRevoked: row.revoked_at !== null,
  }));
}

export async function revokeApiClient(db: CentreDb, id: string, now: Instant): Promise<boolean> {
  const revoked = await db
    .updateTable('api_client')
    .set({ revoked_at: now })
    .where('client_id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('client_id')
    .executeTakeFirst();
  return revoked !== undefined;
}
