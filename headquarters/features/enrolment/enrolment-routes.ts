import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problem } from '../../../contracts/api/problem.ts';
import { enrolAnswer, enrolRequest } from '../../../contracts/sync/enrolment-contract.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { enrol } from './enrolment.ts';

/** The only address of the sync that needs no token. */
export function enrolmentRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (app) => {
    app.withTypeProvider<ZodTypeProvider>().post(
      '/enrolment/v1/stations',
      {
        schema: { body: enrolRequest, response: { 201: enrolAnswer, '4xx': problem } },
        config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
      },
      async (request, reply) => {
        const outcome = await enrol(headquarters, request.body);
        if (outcome.ok) return reply.code(201).send(outcome.value);
        if (outcome.refusal === 'station-known') return sendProblem(reply, 'station-known');
        return sendProblem(reply, 'refused', {
          detail: 'The code is wrong, was used or is older than 15 minutes.',
        });
      },
    );
  };
}
