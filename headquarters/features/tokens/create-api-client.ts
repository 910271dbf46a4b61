import { randomBytes } from 'node:crypto';
import type { Headquarters } from '../../headquarters.ts';
import { addApiClient } from '../../store/api-clients.ts';
import { inCentre } from '../../store/open-databases.ts';
import { clientIdOf } from './client-id.ts';
import { apiScopes } from './find-client.ts';

/** Lets an existing system in; its secret is answered now and never again. */
export async function createApiClient(
  { databases, key, newId, now }: Headquarters,
  centre: string,
  name: string,
  scopes: readonly string[] = apiScopes,
): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = clientIdOf({ kind: 'api', centre, id: newId() });
  const clientSecret = randomBytes(32).toString('base64url');
  const secretBox = key.wrap('secret', clientId, Buffer.from(clientSecret));
  const client = { id: clientId, name, secretBox, jwks: undefined, scopes };
  await inCentre(databases.app, centre, (db) => addApiClient(db, centre, client, now()));
  return { clientId, clientSecret };
}
