import type { FastifyReply } from 'fastify';
import { sendProblem } from '../../problems.ts';

const absent: readonly string[] = [
  'pass-unknown',
  'appointment-unknown',
  'endpoint-unknown',
  'template-unknown',
];

/** Answers with the problem that fits a refusal; the detail is its code. */
export function sendRefusal(reply: FastifyReply, refusal: string): FastifyReply {
  if (absent.includes(refusal)) return sendProblem(reply, 'not-found');
  if (refusal === 'slot-full') return sendProblem(reply, 'slot-full');
  return sendProblem(reply, 'refused', { detail: refusal });
}
