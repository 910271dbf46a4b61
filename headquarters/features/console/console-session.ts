import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Headquarters } from '../../headquarters.ts';
import { presentOf } from '../../present.ts';
import { administratorOf, closeSession, openSession, sessionMinutes } from '../../store/administrators.ts';
import { hashOfSecret, newSecret } from './passwords.ts';

const COOKIE = 'headquarters';

export async function startSession(
  headquarters: Headquarters,
  reply: FastifyReply,
  administratorId: string,
): Promise<void> {
  const token = newSecret();
  const session = { tokenHash: hashOfSecret(token), administratorId };
  await openSession(headquarters.databases.app, session, await presentOf(headquarters));
  reply.header('set-cookie', cookieOf(token, headquarters.address, sessionMinutes * 60));
}

export async function endSession(
  { databases, address }: Headquarters,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const token = tokenOf(request);
  if (token) await closeSession(databases.app, hashOfSecret(token));
  reply.header('set-cookie', cookieOf('', address, 0));
}

export async function signedIn(
  headquarters: Headquarters,
  request: FastifyRequest,
): Promise<{ id: string; name: string } | undefined> {
  const token = tokenOf(request);
  if (!token) return undefined;
  return administratorOf(headquarters.databases.app, hashOfSecret(token), await presentOf(headquarters));
}

/** A form of ours, and not one on a foreign page that sends the operator's cookie along. */
export function isOwnForm({ address }: Headquarters, request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined || origin === new URL(address).origin) return true;
  // `null` is a page that hides where it comes from.
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

function tokenOf(request: FastifyRequest): string | undefined {
  const found = /(?:^|;\s*)headquarters=([A-Za-z0-9_-]{20,})/.exec(request.headers.cookie ?? '');
  return found?.[1];
}

function cookieOf(token: string, address: string, seconds: number): string {
  const secure = address.startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${token}; Path=/console; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
}
