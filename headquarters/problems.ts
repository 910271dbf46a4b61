import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type Problem, type ProblemCode, problemOf } from '../contracts/api/problem.ts';
import { errorFacts } from '../domain/kernel/error-facts.ts';
import { languageOf } from '../pages/device-of.ts';
import { type ProblemPage, problemPage } from '../pages/problem-page.ts';
import { html } from './html.ts';
import { isDatabaseAway, isNoText } from './store/store-fault.ts';

const RETRY_AFTER_SECONDS = 2;

/** Answers with a problem document (RFC 9457); a browser that asked for a page gets one that says it in words. */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  more?: Parameters<typeof problemOf>[1],
): FastifyReply {
  const problem = problemOf(code, more);
  return asksForPage(reply.request) ? sendPage(reply, code, problem) : send(reply, problem);
}

/** Browsers name pages when somebody opens an address or sends a form; programs do not. */
function asksForPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true;
}

function sendPage(reply: FastifyReply, code: ProblemCode, { status, logId }: Problem): FastifyReply {
  const kind = pageOf[code] ?? (status < 500 ? 'not-valid' : 'went-wrong');
  const language = languageOf(undefined, reply.request.headers['accept-language']);
  const page = problemPage({ language, kind, ...(logId === undefined ? {} : { logId }) });
  return html(reply.code(status).serializer(String), page);
}

/** Those that a browser is told apart; what else was asked wrongly is all one to whoever reads it. */
const pageOf: Readonly<Partial<Record<ProblemCode, ProblemPage['kind']>>> = {
  'not-available': 'not-available',
  'too-many-requests': 'too-many-requests',
  'not-found': 'not-found',
  gone: 'not-found',
};

/** Everything that nobody answered becomes a problem document; nothing of the inside gets out. */
export function answerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not-found'));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (isDatabaseAway(error)) {
      request.log.warn({ code: 'database-away' });
      return sendProblem(reply.header('retry-after', RETRY_AFTER_SECONDS), 'not-available');
    }
    if (hasZodFastifySchemaValidationErrors(error))
      return sendProblem(reply, 'not-valid', { errors: error.validation.map(errorOf) });
    if (isNoText(error)) return sendProblem(reply, 'not-valid');
    const code = codeOfStatus[error.statusCode ?? 500];
    if (code) return sendProblem(reply, code);
    return answerUnexpected(error, request, reply);
  });
}

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'not-valid',
  401: 'not-authenticated',
  403: 'not-permitted',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'not-available',
};

function answerUnexpected(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const logId = randomBytes(4).toString('hex');
  request.log.error({ code: 'request-failed', logId, route: request.routeOptions.url, ...errorFacts(error) });
  return sendProblem(reply, 'went-wrong', { logId });
}

/** Where and why, without what was sent. */
function errorOf({ instancePath, message }: { instancePath: string; message?: string }) {
  return { pointer: instancePath, detail: message ?? 'not as expected' };
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem);
}
