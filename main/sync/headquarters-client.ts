import { type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { readJson } from '../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { HeadquartersLink, SyncTrouble } from '../store/settings.ts';
import { isCertificateFault } from './fetch-trusting.ts';
import type { Fetch, LineAnswer, LineRequest } from './line.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

const ASSERTION_SECONDS = 50;
const TOKEN_RESERVE_MS = 60_000;
/** Beyond what headquarters may take by itself: a line that says nothing any more is given up. */
const ANSWER_MS = 20_000;

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().default(600) });

/** Speaks to headquarters as this station; a token is asked for when there is none that holds. */
export class HeadquartersClient {
  readonly #link: HeadquartersLink;
  readonly #privateKey: KeyObject;
  readonly #fetch: Fetch;
  readonly #clock: ServerClock;
  /** `until` by a clock that nobody sets. */
  #token: { text: string; until: number } | undefined;

  constructor(link: HeadquartersLink, privateKey: KeyObject, fetch: Fetch, nowMs: () => number = Date.now) {
    this.#link = link;
    this.#privateKey = privateKey;
    this.#fetch = fetch;
    this.#clock = createServerClock(nowMs);
  }

  /** Seconds that this computer's clock is ahead of headquarters', as far as it is known. */
  get aheadSeconds(): number {
    return this.#clock.aheadSeconds;
  }

  /** Asks with a token; `waitMs` is how long the answer may be held back on purpose. */
  async ask<Answer>(
    path: string,
    schema: z.ZodType<Answer>,
    { body, waitMs = 0, signal }: { body?: object; waitMs?: number; signal?: AbortSignal } = {},
  ): Promise<Result<Answer, SyncTrouble>> {
    const token = await this.#currentToken(signal);
    if (!token.ok) return token;
    const answer = await reached(this.#fetch, `${this.#link.address}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token.value}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: withDeadline(ANSWER_MS + waitMs, signal),
    });
    if (!answer.ok) return answer;
    if (answer.value.status === 401) this.#token = undefined;
    return readAnswer(answer.value, schema);
  }

  async #currentToken(signal: AbortSignal | undefined): Promise<Result<string, SyncTrouble>> {
    if (this.#token && this.#token.until > performance.now()) return accept(this.#token.text);
    const answer = await this.#askToken(signal);
    if (!answer.ok) return answer;
    // What is signed with a wrong clock has ended or not begun: then it is signed once more, by headquarters' own.
    const isRefused = [400, 401].includes(answer.value.status);
    const again = this.#clock.hear(answer.value) && isRefused ? await this.#askToken(signal) : answer;
    if (!again.ok) return again;
    if ([400, 401].includes(again.value.status)) return refuse('not-admitted');
    const token = await readAnswer(again.value, tokenAnswer);
    if (!token.ok) return token;
    const { access_token, expires_in } = token.value;
    this.#token = { text: access_token, until: performance.now() + expires_in * 1000 - TOKEN_RESERVE_MS };
    return accept(access_token);
  }

  async #askToken(signal: AbortSignal | undefined): Promise<Result<LineAnswer, SyncTrouble>> {
    const { clientId, issuer, tokenEndpoint, resource } = this.#link;
    const at = this.#clock.seconds();
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(issuer)
      .setJti(randomUUID())
      .setIssuedAt(at)
      .setExpirationTime(at + ASSERTION_SECONDS)
      .sign(this.#privateKey);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'sync',
      resource,
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
    return reached(this.#fetch, tokenEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      signal: withDeadline(ANSWER_MS, signal),
    });
  }
}

/** Whatever keeps a line from being there is one trouble, and a certificate that is not to be trusted the other: both are tried again. */
export async function reached(
  fetch: Fetch,
  url: string,
  request: LineRequest,
): Promise<Result<LineAnswer, 'unreachable' | 'not-trusted'>> {
  try {
    const answer = await fetch(url, { ...request, redirect: 'error' });
    return answer.status >= 500 || answer.status === 429 ? refuse('unreachable') : accept(answer);
  } catch (error) {
    return refuse(isCertificateFault(error) ? 'not-trusted' : 'unreachable');
  }
}

async function readAnswer<Answer>(
  response: LineAnswer,
  schema: z.ZodType<Answer>,
): Promise<Result<Answer, SyncTrouble>> {
  if (response.status === 401) return refuse('not-admitted');
  const content = await contentOf(response);
  if (response.ok) {
    const read = schema.safeParse(content);
    return read.success ? accept(read.data) : refuse('refused');
  }
  return refuse(/station-frozen/.test(JSON.stringify(content ?? '')) ? 'frozen' : 'refused');
}

/** Undefined for what is no JSON, or nests deeper than anything that headquarters says. */
export async function contentOf(response: LineAnswer): Promise<unknown> {
  return readJson(await response.text().catch(() => ''));
}

function withDeadline(afterMs: number, signal: AbortSignal | undefined): AbortSignal {
  const deadline = AbortSignal.timeout(afterMs);
  return signal ? AbortSignal.any([deadline, signal]) : deadline;
}
