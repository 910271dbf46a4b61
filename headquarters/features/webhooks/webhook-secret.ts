import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { epochMsOf, type Instant } from '../../../domain/kernel/instant.ts';
import type { ServerKey } from '../../store/server-key.ts';
import type { Endpoint } from '../../store/webhook-endpoints.ts';

const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

/** As whoever receives webhooks enters it. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

export function sealSecret(key: ServerKey, centre: string, endpoint: string, secret: string): Buffer {
  return key.wrap('secret', boxName(centre, endpoint), Buffer.from(secret));
}

/** The headers of one try (Standard Webhooks); with two signatures while the secret before counts too. */
export function signedHeaders(
  key: ServerKey,
  centre: string,
  endpoint: Endpoint,
  message: { readonly id: string; readonly body: string },
  now: Instant,
): Record<string, string> {
  const { oldSecret, secretBox } = endpoint;
  const isOldGood = oldSecret && epochMsOf(now) < epochMsOf(oldSecret.until);
  const boxes = [secretBox, ...(isOldGood ? [oldSecret.box] : [])];
  // The computer's clock, which receivers compare with theirs: that of a trial may have been moved.
  const sentAt = new Date();
  const signatures = boxes.map((box) => {
    const secret = key.unwrap('secret', boxName(centre, endpoint.id), box).toString('utf8');
    return new Webhook(secret).sign(message.id, sentAt, message.body);
  });
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}

function boxName(centre: string, endpoint: string): string {
  return JSON.stringify(['webhook', centre, endpoint]);
}
