import swagger from '@fastify/swagger';
import type { FastifyPluginAsync } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Headquarters } from '../../headquarters.ts';
import { appointmentRoutes } from './appointment-routes.ts';
import { passRoutes, scanRoutes } from './pass-routes.ts';
import { templateRoutes } from './template-routes.ts';
import { webhookDocument } from './webhook-document.ts';
import { webhookRoutes } from './webhook-routes.ts';

const API_VERSION = '1.0.0';

/** The API for existing systems of a centre, and its OpenAPI document, made from the schemas that check requests. */
export function apiRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Impfpass headquarters', version: API_VERSION, description },
        webhooks: webhookDocument() as never,
        components: { securitySchemes: { oauth2: tokenScheme } },
      },
      transform: jsonSchemaTransform,
      transformObject: jsonSchemaTransformObject,
    });
    await app.register(passRoutes(headquarters), { prefix: '/api/v1' });
    await app.register(templateRoutes(headquarters), { prefix: '/api/v1' });
    await app.register(scanRoutes(headquarters), { prefix: '/api/v1' });
    await app.register(appointmentRoutes(headquarters), { prefix: '/api/v1' });
    await app.register(webhookRoutes(headquarters), { prefix: '/api/v1' });
    app.get('/api/v1/openapi.json', { schema: { hide: true } as object }, (_request, reply) =>
      reply.type('application/json').send(JSON.stringify(app.swagger())),
    );
  };
}

const description =
  'For existing systems of a vaccination centre. A client sees its own centre alone. What makes or changes something ' +
  'needs an Idempotency-Key: within a day its repetition gets the first answer, and another body is refused.';

const tokenScheme = {
  type: 'oauth2' as const,
  flows: {
    clientCredentials: {
      tokenUrl: '/oauth/token',
      scopes: {
        passes: 'Make, look at, void and message passes',
        appointments: 'Look for places; book, move and cancel dates',
        scans: 'Report scans and ask what they mean',
        webhooks: 'Say which addresses hear of events',
      },
    },
  },
};
