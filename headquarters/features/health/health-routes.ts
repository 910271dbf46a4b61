import type { FastifyPluginAsync } from 'fastify';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { answers } from '../../store/answers.ts';

/** For a balancer: `/health` says that the process lives, `/ready` that it can work. */
export function healthRoutes({ databases, version }: Headquarters): FastifyPluginAsync {
  return async (app) => {
    app.get('/health', async () => ({ status: 'up', version }));
    app.get('/ready', async (_request, reply) => {
      if (await answers(databases.app)) return { status: 'ready', version };
      return sendProblem(reply.header('retry-after', 2), 'not-available');
    });
  };
}
