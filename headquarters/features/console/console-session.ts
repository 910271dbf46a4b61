import type { FastifyReply, FastifyRequest } from 'fastify';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { Headquarters } from '../../headquarters.ts';
import { administratorOf, closeSession, openSession } from '../../store/administrators.ts';
import { hashOfSecret, newSecret } from './passwords.ts';

const COOKIE = 'headquarters';
const SESSION_MINUTES = 8 * 60;

export async function startSession(
  { databases, address, now }: Headquarters,
  reply: FastifyReply,
  administratorId: string,
): Promise<void> {
  const token = newSecret();
  const expiresAt = addMinutes(now(), SESSION_MINUTES);
  await openSession(databases.app, { tokenHash: hashOfSecret(token), administratorId, expiresAt });
  reply.header('set-cookie', cookieOf(token, address, SESSION_MINUTES * 60));
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
  { databases, now }: Headquarters,
  request: FastifyRequest,
): Promise<{ id: string; name: string } | undefined> {
  const token = tokenOf(request);
  return token ? administratorOf(databases.app, hashOfSecret(token), now()) : undefined;
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
