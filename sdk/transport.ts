import type { Scope } from './api-types.ts';
import { NoAnswerError, ProblemError, problemOf } from './problem.ts';

export interface ClientOptions {
  /** Of headquarters: `https://impfpass.example`. Plain http only on this machine. */
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the client is used for; no more than it needs. */
  readonly scopes: readonly Scope[];
  /** How often a request is sent at most; 5 when left out. */
  readonly tries?: number;
  /** How long one try may take, in milliseconds; 20 000 when left out. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Where something is made or changed: each try has the same. */
  readonly key?: string;
}

const LONGEST_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;
/** A token is fetched anew so long before it ends. */
const SPARE_MS = 30_000;

/** Fetches tokens and asks, again where that helps: what makes something has a key, by which it is done once. */
export class Transport {
  readonly #options: ClientOptions;
  readonly #address: string;
  #token: { readonly text: Promise<string>; readonly endsAt: number } | undefined;

  /** @throws TypeError where the address would send the secret in the clear */
  constructor(options: ClientOptions) {
    const url = new URL(options.address);
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
      throw new TypeError('the address of headquarters has to begin with https://');
    this.#options = options;
    this.#address = url.href.replace(/\/$/, '');
  }

  /** @throws ProblemError, NoAnswerError */
  async ask<Answer>({ method, path, query = {}, body, key }: Ask): Promise<Answer> {
    const url = new URL(`${this.#address}/api/v1${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const answer = await this.#again(async (isFirst) => {
      const token = await this.#tokenText();
      const tried = await this.#send(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      // It may have ended earlier than it said: another one is asked for once.
      if (tried.status === 401 && isFirst) this.#token = undefined;
      return tried;
    }, key !== undefined);
    return (await answer.json()) as Answer;
  }

  /** One token for all that is asked at once. */
  #tokenText(): Promise<string> {
    if (!this.#token || this.#token.endsAt <= Date.now()) {
      const fetched = this.#fetchToken();
      // Until it is here nobody asks for another.
      this.#token = { text: fetched.then(({ text }) => text), endsAt: Number.POSITIVE_INFINITY };
      const mine = this.#token;
      fetched.then(
        ({ endsAt }) => {
          if (this.#token === mine) this.#token = { text: mine.text, endsAt };
        },
        () => {
          if (this.#token === mine) this.#token = undefined;
        },
      );
    }
    return this.#token.text;
  }

  async #fetchToken(): Promise<{ text: string; endsAt: number }> {
    const { clientId, clientSecret, scopes } = this.#options;
    // As RFC 6749 (2.3.1) says it: both are form-encoded first.
    const basic = btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
    const answer = await this.#send(new URL(`${this.#address}/oauth/token`), {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
    });
    if (!answer.ok) throw Object.assign(await problemOf(answer), { retryAfter: retryAfterMs(answer) });
    const { access_token, expires_in } = (await answer.json()) as {
      access_token: string;
      expires_in: number;
    };
    return { text: access_token, endsAt: Date.now() + expires_in * 1000 - SPARE_MS };
  }

  #send(url: URL, init: RequestInit): Promise<Response> {
    const { fetch: send = fetch, timeoutMs = 20_000 } = this.#options;
    // A redirect would take token or secret to somebody else.
    return send(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  }

  async #again(once: (isFirst: boolean) => Promise<Response>, isKeyed: boolean): Promise<Response> {
    const { tries = 5 } = this.#options;
    for (let tried = 1; ; tried += 1) {
      const { answer, fault, waitMs } = await outcomeOf(once, { isFirst: tried === 1, isKeyed });
      if (answer) return answer;
      if (waitMs === undefined || tried >= tries) throw fault;
      const usual = FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_WAIT_MS, Math.max(waitMs, usual))));
    }
  }
}

interface Outcome {
  readonly answer?: Response;
  readonly fault?: Error;
  /** At least so long to wait before the next try; undefined where another one is of no use. */
  readonly waitMs?: number | undefined;
}

async function outcomeOf(
  once: (isFirst: boolean) => Promise<Response>,
  { isFirst, isKeyed }: { readonly isFirst: boolean; readonly isKeyed: boolean },
): Promise<Outcome> {
  try {
    const answer = await once(isFirst);
    if (answer.ok) return { answer };
    const fault = await problemOf(answer);
    return { fault, waitMs: waitFor(fault, { isFirst, isKeyed, retryAfter: retryAfterMs(answer) }) };
  } catch (cause) {
    if (cause instanceof ProblemError) {
      const { retryAfter } = cause as ProblemError & { retryAfter?: number };
      return { fault: cause, waitMs: waitFor(cause, { isFirst: false, isKeyed: false, retryAfter }) };
    }
    return { fault: new NoAnswerError('headquarters did not answer', { cause }), waitMs: 0 };
  }
}

function waitFor(
  { status, code }: ProblemError,
  {
    isFirst,
    isKeyed,
    retryAfter = 0,
  }: { readonly isFirst: boolean; readonly isKeyed: boolean; readonly retryAfter?: number | undefined },
): number | undefined {
  if (status === 429 || status === 502 || status === 503 || status === 504) return retryAfter;
  if (status === 401 && isFirst) return 0;
  // The try before was cut off and is still being worked on.
  if (code === 'conflict' && isKeyed && !isFirst) return retryAfter;
  return undefined;
}

/** Seconds or a date (RFC 9110); undefined where it says neither. */
function retryAfterMs({ headers }: Response): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
