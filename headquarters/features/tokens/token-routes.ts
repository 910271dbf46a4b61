import type { IncomingMessage } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import type Provider from 'oidc-provider';
import type { Headquarters } from '../../headquarters.ts';
import { createTokenServer } from './token-server.ts';

const addresses = ['/oauth/token', '/oauth/jwks', '/.well-known/openid-configuration'];

/** The token server names its addresses by what a proxy says: that is ours, whoever asked and whatever they sent. */
function sayAddress({ address }: Headquarters, { headers }: IncomingMessage): void {
  const { host, protocol } = new URL(address);
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  delete headers['x-forwarded-for'];
}

/** Hands its addresses over to the token server, which reads the bodies itself. */
export function tokenRoutes(headquarters: Headquarters): FastifyPluginAsync {
  // Made on first use: with a port that the system chooses, the issuer is known only once the server listens.
  let provider: Promise<Provider> | undefined;
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const url of addresses)
      app.all(
        url,
        { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
        async (request, reply) => {
          provider ??= createTokenServer(headquarters).catch((error: unknown) => {
            provider = undefined;
            throw error;
          });
          const answer = (await provider).callback();
          sayAddress(headquarters, request.raw);
          reply.hijack();
          await answer(request.raw, reply.raw);
        },
      );
  };
}
