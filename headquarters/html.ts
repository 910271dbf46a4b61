import type { FastifyReply } from 'fastify';

/** Answers with a page of ours; no browser keeps it. */
export function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
