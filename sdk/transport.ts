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
  /** The answer where a try came to an end that nobody knows, and the next one finds nothing: it was done then. */
  readonly goneAfterwards?: unknown;
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
  ask<Answer>({ method, path, query = {}, body, key, goneAfterwards }: Ask): Promise<Answer> {
    const url = new URL(`${this.#address}/api/v1${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.#again<Answer>(
      async (state) => {
        const token = await this.#tokenText();
        state.isAsked = true;
        const answer = await this.#send(url, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(key === undefined ? {} : { 'idempotency-key': key }),
          },
          ...sent,
        });
        // It may have ended earlier than it said: another one is asked for once.
        if (answer.status === 401 && !state.isRenewed) this.#token = undefined;
        if (!answer.ok) throw await problemOf(answer);
        return (await answer.json()) as Answer;
      },
      { isKeyed: key !== undefined, goneAfterwards },
    );
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
    if (!answer.ok) throw await problemOf(answer);
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

  async #again<Answer>(
    once: (state: Tries) => Promise<Answer>,
    { isKeyed, goneAfterwards }: { readonly isKeyed: boolean; readonly goneAfterwards: unknown },
  ): Promise<Answer> {
    const { tries = 5 } = this.#options;
    const state: Tries = { isAsked: false, isRenewed: false, mayBeDone: false };
    for (let tried = 1; ; tried += 1) {
      state.isAsked = false;
      try {
        return await once(state);
      } catch (cause) {
        // A body that broke off is no answer, either.
        const fault =
          cause instanceof ProblemError ? cause : new NoAnswerError('headquarters did not answer', { cause });
        const isGone = fault instanceof ProblemError && fault.code === 'not-found' && state.mayBeDone;
        if (isGone && goneAfterwards !== undefined) return goneAfterwards as Answer;
        const waitMs = waitFor(fault, { ...state, isFirst: tried === 1, isKeyed });
        if (waitMs === undefined || tried >= tries) throw fault;
        if (state.isAsked && isUnknown(fault)) state.mayBeDone = true;
        if (fault instanceof ProblemError && fault.status === 401) state.isRenewed = true;
        const usual = FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + Math.random() / 2);
        await new Promise((resolve) => setTimeout(resolve, Math.max(waitMs, usual)));
      }
    }
  }
}

interface Tries {
  /** Headquarters was asked in this try, and not only for a token. */
  isAsked: boolean;
  /** Another token was asked for, since the first was not taken. */
  isRenewed: boolean;
  /** One try before this may have been done. */
  mayBeDone: boolean;
}

function isUnknown(fault: ProblemError | NoAnswerError): boolean {
  return !(fault instanceof ProblemError) || fault.status >= 500;
}

/** At least so long to wait before the next try, in milliseconds; undefined where another one is of no use. */
function waitFor(
  fault: ProblemError | NoAnswerError,
  { isAsked, isRenewed, isFirst, isKeyed }: Tries & { readonly isFirst: boolean; readonly isKeyed: boolean },
): number | undefined {
  if (!(fault instanceof ProblemError)) return 0;
  const { status, code, retryAt } = fault;
  const waitMs = retryAt ? Math.max(0, retryAt.getTime() - Date.now()) : 0;
  // Sooner would be refused again: whoever asks decides whether to come back then.
  if (waitMs > LONGEST_WAIT_MS) return undefined;
  if (status === 429 || status === 502 || status === 503 || status === 504) return waitMs;
  if (!isAsked) return undefined;
  if (status === 401 && !isRenewed) return 0;
  // The try before was cut off and is still being worked on.
  if (code === 'conflict' && isKeyed && !isFirst) return waitMs;
  return undefined;
}
