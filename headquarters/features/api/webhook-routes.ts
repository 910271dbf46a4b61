import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { onceHeaders } from '../../../contracts/api/api-contract.ts';
import {
  type ApiEndpoint,
  endpointMade,
  endpointParams,
  endpointsAnswer,
  newEndpoint,
  secretChanged,
} from '../../../contracts/api/webhook-contract.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { inCentre } from '../../store/open-databases.ts';
import { type OpenCount, openCounts } from '../../store/webhook-deliveries.ts';
import { type Endpoint, endpointsOf, removeEndpoint } from '../../store/webhook-endpoints.ts';
import { authenticate, callerAt } from '../tokens/authenticate.ts';
import { registerEndpointIn, rotateSecretIn } from '../webhooks/endpoints.ts';
import { answerOnce } from './answer-once.ts';
import { answersOf, needs } from './api-schemas.ts';

/** Which addresses of a centre's existing systems hear of events. */
export function webhookRoutes(headquarters: Headquarters): FastifyPluginAsync {
  const { databases } = headquarters;
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const security = needs('webhooks');
    app.addHook('onRequest', authenticate(headquarters, 'webhooks'));

    app.post(
      '/webhooks',
      {
        schema: {
          summary: 'Registers an address that hears of events from now on',
          security,
          headers: onceHeaders,
          body: newEndpoint,
          response: answersOf(201, endpointMade, 'The endpoint and its secret'),
        },
      },
      (request, reply) =>
        answerOnce(headquarters, request, reply, async (db) => {
          const { centre, clientId: actor } = callerAt(request);
          const made = await registerEndpointIn(headquarters, db, centre, { ...request.body, actor });
          return made.ok ? { status: 201, body: made.value } : made;
        }),
    );

    app.get(
      '/webhooks',
      {
        schema: {
          summary: 'Lists the addresses that hear of events, and how that goes',
          security,
          response: answersOf(200, endpointsAnswer, 'Those of the centre, the oldest first'),
        },
      },
      async (request, reply) => {
        const { centre } = callerAt(request);
        const endpoints = await inCentre(databases.app, centre, async (db) => {
          const counts = await openCounts(db);
          return (await endpointsOf(db)).map((each) => apiEndpointOf(each, counts.get(each.id)));
        });
        return reply.send({ endpoints });
      },
    );

    app.post(
      '/webhooks/:endpointId/rotate-secret',
      {
        schema: {
          summary: 'Gives an endpoint another secret; the one before counts too for a day',
          security,
          headers: onceHeaders,
          params: endpointParams,
          response: answersOf(200, secretChanged, 'The secret from now on'),
        },
      },
      (request, reply) =>
        answerOnce(headquarters, request, reply, async (db) => {
          const { centre } = callerAt(request);
          const body = await rotateSecretIn(headquarters, db, centre, request.params.endpointId);
          return body ? { status: 200, body } : { refusal: 'endpoint-unknown' };
        }),
    );

    app.delete(
      '/webhooks/:endpointId',
      {
        schema: {
          summary: 'Ends an endpoint, with everything that waits for it',
          security,
          params: endpointParams,
          response: answersOf(200, endpointParams, 'The endpoint that is no more'),
        },
      },
      async (request, reply) => {
        const { endpointId } = request.params;
        const isRemoved = await inCentre(databases.app, callerAt(request).centre, (db) =>
          removeEndpoint(db, endpointId),
        );
        return isRemoved ? reply.send({ endpointId }) : sendProblem(reply, 'not-found');
      },
    );
  };
}

function apiEndpointOf(endpoint: Endpoint, count: OpenCount = { waiting: 0, failed: 0 }): ApiEndpoint {
  const { id: endpointId, url, types, standing, createdAt, lastDeliveredAt, lastFailedAt } = endpoint;
  return {
    endpointId,
    url,
    types: [...types],
    standing,
    createdAt,
    ...(lastDeliveredAt ? { lastDeliveredAt } : {}),
    ...(lastFailedAt ? { lastFailedAt } : {}),
    ...count,
  };
}
