import type { ClientMetadata } from 'oidc-provider';
import type { Headquarters } from '../../headquarters.ts';
import { apiClientOf } from '../../store/api-clients.ts';
import { inCentre } from '../../store/open-databases.ts';
import { stationOf } from '../../store/stations.ts';
import { type ClientName, readClientId } from './client-id.ts';

/** Scopes of a station; an API client has those that it was given. */
export const stationScopes = ['sync'] as const;
export const apiScopes = ['passes', 'appointments', 'scans', 'webhooks'] as const;

/** Whoever may ask for tokens now; undefined for anybody unknown, not confirmed, frozen out or revoked. */
export async function findClient(
  headquarters: Headquarters,
  id: string,
): Promise<ClientMetadata | undefined> {
  const name = readClientId(id);
  if (!name) return undefined;
  return inCentre(headquarters.databases.app, name.centre, async (db) => {
    if (name.kind === 'api') {
      const client = await apiClientOf(db, id);
      return client && !client.isRevoked ? apiMetadata(headquarters, client) : undefined;
    }
    const station = await stationOf(db, name.id);
    const maySpeak = station && ['active', 'frozen'].includes(station.standing);
    return maySpeak ? stationMetadata(id, station.signingKey) : undefined;
  });
}

/** Whether a client whose token is still good may go on: revoking somebody counts at once. */
export async function clientStands(
  headquarters: Headquarters,
  name: ClientName,
  id: string,
): Promise<boolean> {
  return inCentre(headquarters.databases.app, name.centre, async (db) => {
    if (name.kind === 'api') return (await apiClientOf(db, id))?.isRevoked === false;
    return ['active', 'frozen'].includes((await stationOf(db, name.id))?.standing ?? '');
  });
}

function stationMetadata(id: string, signingKey: Uint8Array): ClientMetadata {
  const x = Buffer.from(signingKey).toString('base64url');
  return {
    ...plainClient(id, stationScopes),
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'EdDSA',
    jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x, alg: 'EdDSA', use: 'sig' }] },
  };
}

function apiMetadata(
  { key }: Headquarters,
  client: NonNullable<Awaited<ReturnType<typeof apiClientOf>>>,
): ClientMetadata {
  const base = plainClient(client.id, client.scopes);
  if (!client.secretBox)
    return {
      ...base,
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: client.jwks as ClientMetadata['jwks'],
    };
  return {
    ...base,
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: key.unwrap('secret', client.id, client.secretBox).toString('utf8'),
  };
}

function plainClient(id: string, scopes: readonly string[]): ClientMetadata {
  return {
    client_id: id,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope: scopes.join(' '),
  };
}
