import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { type WebhookBody, type WebhookType, webhooks } from '../../contracts/api/webhook-contract.ts';

/** One thing that came, or was said to come. */
export interface Heard {
  readonly at: Date;
  readonly id: string;
  readonly text: string;
  /** Undefined for one whose signature is wrong. */
  readonly body: WebhookBody | undefined;
}

export interface WebhookLog {
  /** The newest first. */
  heard(): readonly Heard[];
  /** Takes what came; answers the status. */
  take(headers: Readonly<Record<string, string>>, text: string): 204 | 401 | 422;
}

const MOST_HEARD = 200;

/** What comes is believed by its signature alone, and what comes again is known by its id. */
export function createWebhookLog(secret: () => string | undefined): WebhookLog {
  let heard: Heard[] = [];
  const keep = (one: Heard) => {
    heard = [one, ...heard].slice(0, MOST_HEARD);
  };
  return {
    heard: () => heard,
    take(headers, text) {
      const id = headers['webhook-id'] ?? '';
      const at = new Date();
      if (!isGenuine(secret(), headers, text)) {
        keep({ at, id, text, body: undefined });
        return 401;
      }
      if (heard.some((one) => one.id === id && one.body)) return 204;
      const body = bodyOf(text);
      if (!body) return 422;
      keep({ at, id, text, body });
      return 204;
    },
  };
}

function isGenuine(
  secret: string | undefined,
  headers: Readonly<Record<string, string>>,
  text: string,
): boolean {
  if (secret === undefined) return false;
  try {
    new Webhook(secret).verify(text, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

function bodyOf(text: string): WebhookBody | undefined {
  const said = JSON.parse(text) as { type?: string };
  const known = said.type !== undefined && said.type in webhooks ? (said.type as WebhookType) : undefined;
  return known && webhooks[known].body.safeParse(said).data;
}
