import type { FastifyReply, FastifyRequest } from 'fastify';
import { epochMsOf, instantOf } from '../../../domain/kernel/instant.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import {
  forgetRequestsBefore,
  keepAnswer,
  releaseRequest,
  reserveRequest,
} from '../../store/api-requests.ts';
import { inCentre } from '../../store/open-databases.ts';
import { callerAt } from '../tokens/authenticate.ts';
import { sendRefusal } from './send-refusal.ts';

/** For how long a repetition gets the same answer. */
const KEPT_MS = 24 * 60 * 60_000;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Its code, as `sendRefusal` knows it. */
export interface Refused {
  readonly refusal: string;
}

/**
 * Does a request once for each Idempotency-Key of a client, and answers its repetitions alike for a day. A request that
 * was refused changed nothing: its key is free again before the refusal is sent.
 */
export async function answerOnce(
  headquarters: Headquarters,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<Answer | Refused>,
): Promise<void> {
  await answerOrRepeat(headquarters, request, reply, work);
  await reply;
}

async function answerOrRepeat(
  headquarters: Headquarters,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<Answer | Refused>,
): Promise<unknown> {
  const { databases, key, now } = headquarters;
  const { centre, clientId } = callerAt(request);
  const name = { clientId, requestKey: String(request.headers['idempotency-key']) };
  const boxName = JSON.stringify(['api-answer', centre, clientId, name.requestKey]);
  const asked = JSON.stringify(['api-request', request.method, request.url, request.body]);
  const fingerprint = key.tokenOf('check', asked);
  const within = <Value>(act: Parameters<typeof inCentre<Value>>[2]) => inCentre(databases.app, centre, act);
  const kept = await within(async (db) => {
    await forgetRequestsBefore(db, instantOf(epochMsOf(now()) - KEPT_MS));
    return reserveRequest(db, centre, { ...name, fingerprint, at: now() });
  });
  if (kept && kept.fingerprint !== fingerprint) return sendProblem(reply, 'key-reused');
  if (kept && !kept.answerBox)
    return sendProblem(reply, 'conflict', { detail: 'The request with this key is not answered yet.' });
  if (kept?.answerBox) {
    const { status, body } = JSON.parse(key.unwrap('secret', boxName, kept.answerBox).toString()) as Answer;
    return reply.code(status).header('idempotent-replayed', 'true').send(body);
  }
  let answer: Answer | Refused | undefined;
  try {
    answer = await work();
  } finally {
    if (!answer || 'refusal' in answer) await within((db) => releaseRequest(db, name));
  }
  if ('refusal' in answer) return sendRefusal(reply, answer.refusal);
  const box = key.wrap('secret', boxName, Buffer.from(JSON.stringify(answer)));
  await within((db) => keepAnswer(db, name, box));
  return reply.code(answer.status).send(answer.body);
}
