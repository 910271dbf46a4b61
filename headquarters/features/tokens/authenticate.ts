import type { FastifyReply, FastifyRequest } from 'fastify';
import { createLocalJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { readClientId } from './client-id.ts';
import { clientStands } from './find-client.ts';
import { publicJwkOf, tokenAlgorithm, tokenKeys } from './token-keys.ts';
import { timeForToken } from './token-life.ts';
import { resourceOf, TOKEN_SECONDS } from './token-server.ts';

/** Who asks, as the token proves. */
export interface Caller {
  readonly kind: 'station' | 'api';
  readonly clientId: string;
  readonly centre: string;
  /** The station's id, or the client's own. */
  readonly id: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/**
 * Lets through whoever has a token of ours for this scope, and says who it is; a hook for routes. Anything wrong with a
 * token is answered alike.
 */
export function authenticate(headquarters: Headquarters, scope: string) {
  let keys: Promise<ReturnType<typeof createLocalJWKSet>> | undefined;
  const keySet = () => {
    keys ??= tokenKeys(headquarters)
      .then((all) => createLocalJWKSet({ keys: all.map(publicJwkOf) }))
      .catch((error: unknown) => {
        keys = undefined;
        throw error;
      });
    return keys;
  };
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const claims = token && (await claimsOf(headquarters, token, await keySet()));
    const caller = claims ? callerOf(claims) : undefined;
    if (!claims || !caller || !(await clientStands(headquarters, caller, caller.clientId)))
      return sendProblem(
        reply.header('www-authenticate', 'Bearer error="invalid_token"'),
        'not-authenticated',
      );
    if (
      !String(claims.scope ?? '')
        .split(' ')
        .includes(scope)
    )
      return sendProblem(reply, 'not-permitted');
    request.caller = caller;
  };
}

/** The caller of a route behind `authenticate`. */
export function callerAt(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('a route without its check');
  return request.caller;
}

async function claimsOf(
  headquarters: Headquarters,
  token: string,
  keys: ReturnType<typeof createLocalJWKSet>,
): Promise<JWTPayload | undefined> {
  try {
    // Nothing of it is believed before the signature holds: then this was true, too.
    const currentDate = await timeForToken(headquarters, decodeJwt(token));
    if (!currentDate) return undefined;
    const { payload } = await jwtVerify(token, keys, {
      currentDate,
      issuer: headquarters.address,
      audience: resourceOf(headquarters),
      algorithms: [tokenAlgorithm],
      typ: 'at+jwt',
      requiredClaims: ['exp', 'iat', 'jti', 'client_id', 'centre', 'scope'],
      maxTokenAge: TOKEN_SECONDS,
    });
    const lives = Number(payload.exp) - Number(payload.iat);
    return lives <= TOKEN_SECONDS ? payload : undefined;
  } catch {
    return undefined;
  }
}

function callerOf({ client_id, centre }: JWTPayload): Caller | undefined {
  const clientId = String(client_id);
  const name = readClientId(clientId);
  return name && name.centre === centre ? { ...name, clientId } : undefined;
}
