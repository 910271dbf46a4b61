import type { FastifyReply, FastifyRequest } from 'fastify';
import { epochMsOf, instantOf } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { forgetRequestsBefore, holdRequest, keepRequest, keptRequest } from '../../store/api-requests.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';
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
 * Does a request once for each Idempotency-Key of a client, and answers its repetitions alike for a day. `work` runs in
 * one transaction with its answer: there is both or nothing, whatever ends the request. What was refused, and what
 * failed, may be asked again with the same key.
 */
export async function answerOnce(
  headquarters: Headquarters,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (db: CentreDb) => Promise<Answer | Refused>,
): Promise<void> {
  const done = await doOnce(headquarters, request, work);
  if (done.ok) {
    const { answer, isRepeated } = done.value;
    if (isRepeated) reply.header('idempotent-replayed', 'true');
    reply.code(answer.status).send(answer.body);
  } else if (done.refusal === 'key-reused') sendProblem(reply, 'key-reused');
  else if (done.refusal === 'at-work')
    sendProblem(reply, 'conflict', { detail: 'The request with this key is not answered yet.' });
  else sendRefusal(reply, done.refusal.refusal);
  await reply;
}

interface Done {
  readonly answer: Answer;
  readonly isRepeated: boolean;
}

type NotDone = 'key-reused' | 'at-work' | Refused;

function doOnce(
  { databases, key, now }: Headquarters,
  request: FastifyRequest,
  work: (db: CentreDb) => Promise<Answer | Refused>,
): Promise<Result<Done, NotDone>> {
  const { centre, clientId } = callerAt(request);
  const name = { clientId, requestKey: String(request.headers['idempotency-key']) };
  const boxName = JSON.stringify(['api-answer', centre, clientId, name.requestKey]);
  const asked = JSON.stringify(['api-request', request.method, request.url, request.body]);
  const fingerprint = key.tokenOf('check', asked);
  return inCentreUnlessRefused<Done, NotDone>(databases.app, centre, async (db) => {
    if (!(await holdRequest(db, centre, name))) return refuse('at-work');
    await forgetRequestsBefore(db, instantOf(epochMsOf(now()) - KEPT_MS));
    const kept = await keptRequest(db, name);
    if (kept && kept.fingerprint !== fingerprint) return refuse('key-reused');
    if (kept) {
      const answer = JSON.parse(key.unwrap('secret', boxName, kept.answerBox).toString()) as Answer;
      return accept({ answer, isRepeated: true });
    }
    const answer = await work(db);
    if ('refusal' in answer) return refuse(answer);
    const answerBox = key.wrap('secret', boxName, Buffer.from(JSON.stringify(answer)));
    await keepRequest(db, centre, { ...name, fingerprint, answerBox, at: now() });
    return accept({ answer, isRepeated: false });
  });
}
