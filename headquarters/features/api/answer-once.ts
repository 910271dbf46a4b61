import type { FastifyReply, FastifyRequest } from 'fastify';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { callerAt } from '../tokens/authenticate.ts';
import { doOnce } from './do-once.ts';
import { sendRefusal } from './send-refusal.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Its code, as `sendRefusal` knows it. */
export interface Refused {
  readonly refusal: string;
}

/** Does a request once for each Idempotency-Key of a client, and answers its repetitions alike for a day. */
export async function answerOnce(
  headquarters: Headquarters,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (db: CentreDb) => Promise<Answer | Refused>,
): Promise<void> {
  const { centre, clientId } = callerAt(request);
  const requestKey = String(request.headers['idempotency-key']);
  const asked = JSON.stringify(['api-request', request.method, request.url, request.body]);
  const name = { centre, clientId, requestKey, asked };
  const done = await doOnce<Answer, string>(headquarters, name, async (db) => {
    const answer = await work(db);
    return 'refusal' in answer ? refuse(answer.refusal) : accept(answer);
  });
  if (done.ok) {
    const { answer, isRepeated } = done.value;
    if (isRepeated) reply.header('idempotent-replayed', 'true');
    reply.code(answer.status).send(answer.body);
  } else if (done.refusal === 'key-reused') sendProblem(reply, 'key-reused');
  else if (done.refusal === 'at-work')
    sendProblem(reply, 'conflict', { detail: 'The request with this key is not answered yet.' });
  else sendRefusal(reply, done.refusal.refused);
  await reply;
}
