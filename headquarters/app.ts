import formBody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { syncLimits } from '../contracts/sync/sync-limits.ts';
import { hasLongList } from '../domain/kernel/has-long-list.ts';
import { isTooDeep } from '../domain/kernel/is-too-deep.ts';
import { faultOfJson } from '../domain/kernel/read-json.ts';
import { pageStyle, stylePath } from '../pages/page-frame.ts';
import { apiRoutes } from './features/api/api-routes.ts';
import { bookingRoutes } from './features/booking/booking-routes.ts';
import { keepRoutes } from './features/booking/keep-routes.ts';
import { myRoutes } from './features/booking/my-routes.ts';
import { consoleRoutes } from './features/console/console-routes.ts';
import { enrolmentRoutes } from './features/enrolment/enrolment-routes.ts';
import { healthRoutes } from './features/health/health-routes.ts';
import { syncRoutes } from './features/sync/sync-routes.ts';
import { tokenRoutes } from './features/tokens/token-routes.ts';
import { walletRoutes } from './features/wallet/wallet-routes.ts';
import type { Headquarters } from './headquarters.ts';
import { answerProblems, sendProblem } from './problems.ts';
import { SteadyWindows } from './steady-windows.ts';
import type { TlsIdentity } from './tls.ts';

export interface AppOptions {
  /** What this server speaks TLS with, when it does so itself. */
  readonly tls?: TlsIdentity;
  /** Requests a minute from one address, stations apart; each feature may ask for less. */
  readonly requestsAMinute?: number;
  /** Addresses or networks whose word for who asks, and by which name, is believed; nobody's when left out. */
  readonly proxies?: readonly string[];
}

/** Routes with types from their zod schemas. */
export type App = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The whole server, listening nowhere yet: tests ask it by `inject`. */
export async function buildApp(headquarters: Headquarters, options: AppOptions = {}): Promise<App> {
  const app = Fastify({
    ...(options.tls ? { https: { ...options.tls } } : {}),
    loggerInstance: headquarters.log as FastifyBaseLogger,
    // Addresses hold private links and serial numbers: no line for each request.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: syncLimits.bodyBytes,
    requestTimeout: 60_000,
    trustProxy: options.proxies?.length ? [...options.proxies] : false,
    return503OnClosing: true,
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app as unknown as FastifyInstance);
  refuseAmbiguousJson(app as unknown as FastifyInstance);
  app.addHook('preValidation', async (request, reply) => {
    if (isTooDeep(request.body) || hasLongList(request.body, MOST_ITEMS))
      return sendProblem(reply, 'not-valid');
  });
  await app.register(helmet, securityHeaders);
  const { requestsAMinute = 600 } = options;
  await app.register(rateLimit, {
    max: (request) => (isOfStation(request) ? requestsAMinute * STATIONS_AT_ONE_ADDRESS : requestsAMinute),
    keyGenerator: (request) => `${request.ip}${isOfStation(request) ? ' station' : ''}`,
    timeWindow: '1 minute',
    store: SteadyWindows,
  });
  await app.register(formBody, { bodyLimit: 64 * 1024 });
  app.get(stylePath, (_request, reply) => reply.type('text/css; charset=utf-8').send(pageStyle));
  await app.register(healthRoutes(headquarters));
  await app.register(consoleRoutes(headquarters));
  await app.register(tokenRoutes(headquarters));
  await app.register(enrolmentRoutes(headquarters));
  await app.register(syncRoutes(headquarters));
  await app.register(walletRoutes(headquarters));
  await app.register(bookingRoutes(headquarters));
  await app.register(myRoutes(headquarters));
  await app.register(keepRoutes(headquarters));
  await app.register(apiRoutes(headquarters));
  return app;
}

/** Twice the events of a push, which is the longest list that anybody sends. */
const MOST_ITEMS = 2 * syncLimits.eventsABatch;

/** Desks of a centre stand behind one address, and each asks for what every other one recorded. */
const STATIONS_AT_ONE_ADDRESS = 10;

function isOfStation({ url }: FastifyRequest): boolean {
  return url.startsWith('/sync/');
}

/** What nests without end or says one thing twice is told before anything is made of it. */
function refuseAmbiguousJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (faultOfJson(text)) return done(Object.assign(new Error('not valid'), { statusCode: 400 }));
    void parse(request, text, done);
  });
}

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Private links reach nobody else this way. Without any referrer a browser would hide where our own forms come from.
  referrerPolicy: { policy: 'same-origin' as const },
};
