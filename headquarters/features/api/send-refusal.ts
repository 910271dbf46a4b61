import type { FastifyReply } from 'fastify';
import { sendProblem } from '../../problems.ts';

const absent: readonly string[] = [
  'pass-unknown',
  'appointment-unknown',
  'endpoint-unknown',
  'template-unknown',
];

/** What does not fit a series: which field of the request it is about, and what to do. */
const seriesErrors: Readonly<Record<string, { readonly pointer: string; readonly detail: string }>> = {
  'dose-before-missing': {
    pointer: '/dose',
    detail:
      'A dose before this one was neither given nor has a date. Book that one first; a dose given elsewhere is entered at the centre.',
  },
  'dose-not-planned': {
    pointer: '/dose',
    detail: 'The schedule of this person asks for no such dose. Book one that the pass shows as missing.',
  },
  'dose-given': { pointer: '/dose', detail: 'This dose was given already. Book the next one.' },
  'dose-already-booked': { pointer: '/dose', detail: 'This dose has a date already. Move that one.' },
  'interval-too-short': {
    pointer: '/slotId',
    detail: 'The place is too soon after the dose or date before it. Choose a later one.',
  },
  'interval-too-long': {
    pointer: '/slotId',
    detail:
      'The place is too late for this dose, or not before the date of the next one. Choose an earlier one.',
  },
};

/** Answers with the problem that fits a refusal; the detail is its code. */
export function sendRefusal(reply: FastifyReply, refusal: string): FastifyReply {
  if (absent.includes(refusal)) return sendProblem(reply, 'not-found');
  if (refusal === 'slot-full') return sendProblem(reply, 'slot-full');
  const error = seriesErrors[refusal];
  return sendProblem(reply, 'refused', { detail: refusal, ...(error ? { errors: [error] } : {}) });
}
