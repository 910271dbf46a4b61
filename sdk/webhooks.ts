import type { WebhookBody } from './api-types.ts';

export interface SignedWebhook {
  /** As it came, byte for byte: read it before anything parses it. */
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** `whsec_…`, or several while one is being changed. */
  readonly secret: string | readonly string[];
  /** How far the time of the message may be from now, in seconds; 300 when left out. */
  readonly toleranceSeconds?: number;
  /** Milliseconds; the clock of this machine when left out. */
  readonly now?: number;
}

/** The message is not headquarters', was changed on its way, or is too old. Answer 400 and do nothing. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

/**
 * Verifies a message (Standard Webhooks, HMAC-SHA256) and answers what it says. A message may come twice: `id` is the
 * same then. @throws WebhookError
 */
export async function verifyWebhook(webhook: SignedWebhook): Promise<WebhookBody & { readonly id: string }> {
  const { headers, toleranceSeconds = 300, now = Date.now() } = webhook;
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  if (!/^\d{1,15}$/.test(timestamp)) throw new WebhookError('webhook-timestamp is not a time');
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds)
    throw new WebhookError('the message is too old, or a clock is wrong');
  const body = typeof webhook.body === 'string' ? new TextEncoder().encode(webhook.body) : webhook.body;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  for (const secret of [webhook.secret].flat())
    if (await isSignedWith(secret, signatures, signed)) {
      const said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as WebhookBody;
      return { ...said, id };
    }
  throw new WebhookError('no signature is right');
}

async function isSignedWith(
  secret: string,
  signatures: string,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = bytesOf(secret.replace(/^whsec_/, ''));
  if (!raw || raw.length === 0) throw new TypeError('the secret is not one of headquarters');
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  for (const signature of signatures.split(' ')) {
    const [version, text = ''] = signature.split(',');
    const bytes = version === 'v1' ? bytesOf(text) : undefined;
    if (bytes && (await crypto.subtle.verify('HMAC', key, bytes, signed))) return true;
  }
  return false;
}

function headerOf(headers: SignedWebhook['headers'], name: string): string {
  const found =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  if (typeof found !== 'string' || found === '') throw new WebhookError(`${name} is missing`);
  return found;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
