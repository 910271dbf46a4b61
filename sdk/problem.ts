import type { ProblemCode } from './api-types.ts';

interface ProblemFacts {
  readonly code: ProblemCode | 'unknown';
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[] | undefined;
  readonly logId?: string | undefined;
  readonly retryAt?: Date | undefined;
}

const PREFIX = 'urn:impfpass:problem:';

/** Headquarters answered with a problem document (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The kind of problem; `unknown` for an answer that is none of headquarters', of a proxy for instance. */
  readonly code: ProblemCode | 'unknown';
  readonly status: number;
  readonly title: string;
  /** With `refused` the reason as a code: `dates-missing`, `interval-too-short`. */
  readonly detail: string | undefined;
  /** Which fields of the request are not as expected. */
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  /** Names the line in headquarters' log. */
  readonly logId: string | undefined;
  /** Until when headquarters asks to wait; later than a minute from now it is not tried again. */
  readonly retryAt: Date | undefined;

  constructor({ code, status, title, detail, errors = [], logId, retryAt }: ProblemFacts) {
    super(detail === undefined ? title : `${title}: ${detail}`);
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.logId = logId;
    this.retryAt = retryAt;
  }
}

/** No answer came, or none that was whole, also not after the last try; `cause` says why. What was asked for may have been done. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

export async function problemOf(answer: Response): Promise<ProblemError> {
  const text = await answer.text();
  const { status } = answer;
  const retryAt = retryAtOf(answer);
  const document = answer.headers.get('content-type')?.includes('json') ? readObject(text) : undefined;
  const type = document?.type;
  if (typeof type === 'string' && type.startsWith(PREFIX)) {
    const code = type.slice(PREFIX.length) as ProblemCode;
    return new ProblemError({ ...(document as unknown as ProblemFacts), code, status, retryAt });
  }
  // The token server answers as OAuth 2.0 says it.
  if (typeof document?.error === 'string') {
    const code =
      status === 401 || document.error === 'invalid_client' ? 'not-authenticated' : 'not-permitted';
    const detail = String(document.error_description ?? document.error);
    return new ProblemError({ code, status, title: 'No token was given', detail, retryAt });
  }
  return new ProblemError({ code: 'unknown', status, title: `Answered with ${status}`, retryAt });
}

/** Seconds or a date (RFC 9110); undefined where it says neither. */
function retryAtOf({ headers }: Response): Date | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const at = /^\d+$/.test(said) ? Date.now() + Number(said) * 1000 : Date.parse(said);
  return Number.isFinite(at) ? new Date(at) : undefined;
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
