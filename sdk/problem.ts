import type { ProblemCode } from './api-types.ts';

interface ProblemFacts {
  readonly code: ProblemCode | 'unknown';
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[] | undefined;
  readonly logId?: string | undefined;
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

  constructor({ code, status, title, detail, errors = [], logId }: ProblemFacts) {
    super(detail === undefined ? title : `${title}: ${detail}`);
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.logId = logId;
  }
}

/** No answer came, also not after the last try; `cause` says why. What was asked for may have been done. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

export async function problemOf(answer: Response): Promise<ProblemError> {
  const text = await answer.text();
  const { status } = answer;
  const document = answer.headers.get('content-type')?.includes('json') ? readObject(text) : undefined;
  const type = document?.type;
  if (typeof type === 'string' && type.startsWith(PREFIX)) {
    const code = type.slice(PREFIX.length) as ProblemCode;
    return new ProblemError({ ...(document as unknown as ProblemFacts), code, status });
  }
  // The token server answers as OAuth 2.0 says it.
  if (typeof document?.error === 'string') {
    const code =
      status === 401 || document.error === 'invalid_client' ? 'not-authenticated' : 'not-permitted';
    const detail = String(document.error_description ?? document.error);
    return new ProblemError({ code, status, title: 'No token was given', detail });
  }
  return new ProblemError({ code: 'unknown', status, title: `Answered with ${status}` });
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
