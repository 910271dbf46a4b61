import http2 from 'node:http2';
import type { SignerFiles } from '../../../issuing/keys/signer.ts';

export type ApnsOutcome =
  | { readonly outcome: 'sent' }
  /** The token ended at that time. */
  | { readonly outcome: 'gone'; readonly at: Date }
  /** Apple is busy or could not be reached. */
  | { readonly outcome: 'later' }
  | { readonly outcome: 'refused'; readonly status: number };

export interface ApnsClient {
  /** Tells a device that it should ask for news. Says nothing else: the push is empty. */
  push(deviceToken: string): Promise<ApnsOutcome>;
  close(): void;
}

export interface ApnsOptions {
  /** `https://api.push.apple.com`, or a stand-in for it. */
  readonly endpoint: string;
  readonly topic: string;
  /** The pass certificate is what Apple knows us by. */
  readonly files: SignerFiles;
  /** Authorities to trust beside those of the system: tests and trials. */
  readonly alsoTrusted?: string;
  /** For one push as a whole, however busy the other side looks. */
  readonly answerWithinMs?: number;
}

export const appleEndpoint = 'https://api.push.apple.com';
const ANSWER_WITHIN_MS = 10_000;
/** A reason and a time. */
const MOST_CHARACTERS = 4_096;
/** The last moment that a date can be. */
const LATEST_MS = 8.64e15;

/** One connection for all pushes, opened when it is needed and again after it broke. */
export function createApnsClient(options: ApnsOptions): ApnsClient {
  let session: http2.ClientHttp2Session | undefined;
  const open = (): http2.ClientHttp2Session => {
    if (session && !session.closed && !session.destroyed) return session;
    session = http2.connect(options.endpoint, {
      cert: textOf(options.files.certificate),
      key: options.files.privateKeyPem,
      passphrase: options.files.passphrase,
      ca: options.alsoTrusted,
      settings: { enablePush: false },
      maxHeaderListPairs: 64,
    });
    // A broken connection fails the requests on it; the next push opens another.
    session.on('error', () => {});
    session.unref();
    return session;
  };
  return {
    push: (deviceToken) => ask(open(), deviceToken, options),
    close: () => session?.close(),
  };
}

function ask(
  session: http2.ClientHttp2Session,
  token: string,
  { topic, answerWithinMs = ANSWER_WITHIN_MS }: ApnsOptions,
): Promise<ApnsOutcome> {
  return new Promise((resolve) => {
    const request = session.request({
      ':method': 'POST',
      ':path': `/3/device/${token}`,
      'apns-topic': topic,
      'content-type': 'application/json',
    });
    let status = 0;
    let body = '';
    request.setEncoding('utf8');
    // What never ends, or never begins, takes its connection with it: the next push opens another.
    const end = () => {
      status = 0;
      session.destroy();
    };
    const deadline = setTimeout(end, answerWithinMs);
    request.on('response', (headers) => {
      status = Number(headers[':status']);
    });
    request.on('data', (part: string) => {
      body += part;
      if (body.length > MOST_CHARACTERS) end();
    });
    request.on('error', () => resolve({ outcome: 'later' }));
    request.on('close', () => {
      clearTimeout(deadline);
      resolve(outcomeOf(status, body));
    });
    request.end('{}');
  });
}

function outcomeOf(status: number, body: string): ApnsOutcome {
  if (status === 200) return { outcome: 'sent' };
  if (status === 410) return { outcome: 'gone', at: new Date(timestampOf(body)) };
  if (status === 0 || status === 429 || status >= 500) return { outcome: 'later' };
  return { outcome: 'refused', status };
}

function timestampOf(body: string): number {
  try {
    const { timestamp } = JSON.parse(body) as { timestamp?: unknown };
    return typeof timestamp === 'number' && Math.abs(timestamp) <= LATEST_MS ? timestamp : 0;
  } catch {
    return 0;
  }
}

function textOf(text: string | Uint8Array): string {
  return typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
}
