import Provider, { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Headquarters } from '../../headquarters.ts';
import { keepNewTokenEntry, tokenEntry } from '../../store/token-entries.ts';
import { readClientId } from './client-id.ts';
import { apiScopes, findClient, stationScopes } from './find-client.ts';
import { tokenAlgorithm, tokenKeys } from './token-keys.ts';
import { beginsNow } from './token-life.ts';

export const TOKEN_SECONDS = 600;

/** What tokens are for (RFC 8707): every address of ours that asks for one. */
export function resourceOf({ address }: Headquarters): string {
  return `${address}/api`;
}

/** The OAuth 2.0 server: client credentials alone, access tokens as JWT (RFC 9068). */
export async function createTokenServer(headquarters: Headquarters): Promise<Provider> {
  const resource = resourceOf(headquarters);
  const provider = new Provider(headquarters.address, {
    adapter: (kind: string) => adapterOf(headquarters, kind),
    jwks: { keys: (await tokenKeys(headquarters)) as never },
    scopes: [...stationScopes, ...apiScopes],
    responseTypes: [],
    clientDefaults: { id_token_signed_response_alg: tokenAlgorithm },
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    enabledJWA: { clientAuthSigningAlgValues: ['EdDSA', 'ES256', 'RS256'] },
    assertJwtClientAuthClaimsAndHeader: (_ctx, claims) => checkAssertion(headquarters.address, claims),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        getResourceServerInfo: (_ctx, asked) => {
          if (asked !== resource) throw new errors.InvalidTarget();
          return {
            scope: [...stationScopes, ...apiScopes].join(' '),
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: TOKEN_SECONDS,
            jwt: { sign: { alg: tokenAlgorithm } },
          };
        },
      },
    },
    extraTokenClaims: (_ctx, token) => ({
      centre: readClientId(String(token.clientId))?.centre,
      ...beginsNow(headquarters),
    }),
    ttl: { ClientCredentials: TOKEN_SECONDS },
    routes: { token: '/oauth/token', jwks: '/oauth/jwks' },
  });
  provider.proxy = true;
  return provider;
}

const ASSERTION_SECONDS = 60;

/** An assertion is for this server alone and lives for a minute. */
async function checkAssertion(issuer: string, claims: Record<string, unknown>): Promise<void> {
  if (claims.aud !== issuer) throw new errors.InvalidClientAuth('aud is not the issuer');
  const seconds = Number(claims.exp) - Date.now() / 1000;
  if (!(seconds <= ASSERTION_SECONDS)) throw new errors.InvalidClientAuth('exp is too far away');
}

/** Clients come from our tables; of the rest only used assertions are kept. */
function adapterOf(headquarters: Headquarters, kind: string): Adapter {
  const { app } = headquarters.databases;
  const find = async (id: string): Promise<AdapterPayload | undefined> =>
    (kind === 'Client' ? await findClient(headquarters, id) : await tokenEntry(app, kind, id)) as
      | AdapterPayload
      | undefined;
  return {
    find,
    async upsert(id, payload, expiresIn = TOKEN_SECONDS) {
      const expiresAt = new Date(Date.now() + expiresIn * 1000);
      const entry = { kind, id, payload, expiresAt };
      const isNew = await keepNewTokenEntry(app, entry, await headquarters.clock.isTrusted());
      // Two requests with one assertion at the same moment: both find nothing, one of them is kept.
      if (!isNew) throw new errors.InvalidClientAuth('used before');
    },
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    consume: async () => {},
    destroy: async () => {},
    revokeByGrantId: async () => {},
  };
}
