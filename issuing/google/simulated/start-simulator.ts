import { createPublicKey, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GoogleEndpoints } from '../wallet-client.ts';
import { readSaveJwt } from './check-save-jwt.ts';
import { savePage } from './save-page.ts';
import {
  createSimulatorState,
  refused,
  type SimulatorAnswer,
  type SimulatorState,
} from './simulator-state.ts';
import { answerToken } from './token-endpoint.ts';
import { answerRest } from './wallet-rest.ts';

/** Google Wallet's protocol on this machine, for a trial centre and for tests: no account, no phone. */
export interface GoogleSimulator {
  readonly endpoints: GoogleEndpoints;
  readonly state: SimulatorState;
  /** Makes an account known and lets it act for an issuer. */
  register(account: { mail: string; key: KeyObject }, issuerId: string): void;
  /** The next so many requests (tokens too, where `path` fits) get this answer instead. */
  failNext(failure: SimulatorFailure): void;
  /** All is well again. */
  recover(): void;
  close(): Promise<void>;
}

export interface SimulatorFailure {
  readonly times: number;
  readonly path?: RegExp;
  /** `drop` cuts the connection; `drop-after` does the work first, as a network that dies on the way back. */
  readonly how: SimulatorAnswer | 'drop' | 'drop-after';
}

const mostBytes = 256 * 1024;
const basePath = '/walletobjects/v1';
const savePath = '/gp/v/save/';

export async function startGoogleSimulator(
  nowMs = () => Date.now(),
  port = 0,
  tokenNowMs = nowMs,
): Promise<GoogleSimulator> {
  const state = createSimulatorState(nowMs, tokenNowMs);
  const failures: { left: number; failure: SimulatorFailure }[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokenUrl = `${origin}/token`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', origin);
    const body = await bodyOf(request);
    const planned = failures.find(({ left, failure }) => left > 0 && (failure.path?.test(pathname) ?? true));
    if (planned) planned.left -= 1;
    const how = planned?.failure.how;
    if (how === 'drop' || body === undefined) return void response.destroy();
    if (how && how !== 'drop-after') return sendJson(response, how);
    if (request.method === 'GET' && pathname.startsWith(savePath)) {
      const language = request.headers['accept-language']?.startsWith('en') ? 'en' : 'de';
      const page = savePage(await readSaveJwt(state, pathname.slice(savePath.length)), language);
      response.writeHead(200, pageHeaders).end(page);
      return;
    }
    const answered = await evaluated(request, pathname, body);
    if (how === 'drop-after') return void response.destroy();
    sendJson(response, answered);
  };

  const evaluated = async (
    request: IncomingMessage,
    pathname: string,
    body: string,
  ): Promise<SimulatorAnswer> => {
    const method = request.method ?? 'GET';
    if (method === 'POST' && pathname === '/token')
      return answerToken(state, new URLSearchParams(body), tokenUrl);
    if (!pathname.startsWith(basePath)) return refused(404, 'notFound', 'Not found.');
    const json = jsonOf(body);
    if (!json) return refused(400, 'parseError', 'Invalid JSON payload received.');
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    return answerRest(state, { method, path: pathname.slice(basePath.length), token, body: json });
  };

  return {
    endpoints: { baseUrl: `${origin}${basePath}`, tokenUrl, saveUrl: `${origin}${savePath.slice(0, -1)}` },
    state,
    register({ mail, key }, issuerId) {
      state.accounts.set(mail, key.type === 'private' ? createPublicKey(key) : key);
      state.issuers.set(issuerId, new Set([...(state.issuers.get(issuerId) ?? []), mail]));
    },
    failNext: (failure) => void failures.push({ left: failure.times, failure }),
    recover: () => void failures.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cache-control': 'no-store',
};

function sendJson(response: ServerResponse, { status, body }: SimulatorAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(body: string): Record<string, unknown> | undefined {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
