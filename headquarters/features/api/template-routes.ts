import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type ApiTemplate, templatesAnswer } from '../../../contracts/api/api-contract.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import type { Headquarters } from '../../headquarters.ts';
import { inCentre } from '../../store/open-databases.ts';
import { centreTemplates } from '../passes/centre-templates.ts';
import { authenticate } from '../tokens/authenticate.ts';
import { answersOf, needs } from './api-schemas.ts';
import { callerCentre } from './caller-centre.ts';

/** Which looks a pass may be made from. */
export function templateRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('onRequest', authenticate(headquarters, 'passes'));
    app.get(
      '/templates',
      {
        schema: {
          summary: 'Lists the published templates of the centre',
          security: needs('passes'),
          response: answersOf(200, templatesAnswer, 'Oldest first; new passes get the current one'),
        },
      },
      async (request) => {
        const { centre } = await callerCentre(headquarters.databases.app, request);
        const { published, current } = await inCentre(headquarters.databases.app, centre.id, (db) =>
          centreTemplates(db, centre),
        );
        return { templates: published.map((template) => shownTemplate(template, current)) };
      },
    );
  };
}

function shownTemplate(template: PassTemplate, current: PassTemplate): ApiTemplate {
  return {
    templateId: template.templateId,
    version: template.version,
    isCurrent: template.version === current.version,
    organisationName: template.organisationName,
    logoText: template.logoText,
  };
}
