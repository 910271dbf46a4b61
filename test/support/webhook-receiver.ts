import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Record<string, unknown>;
  };
}

/** A real receiver of webhooks on loopback. */
export interface WebhookReceiver {
  readonly url: string;
  readonly heard: Heard[];
  /** How the next requests are answered; with 204 when there is none. `silence`: never. */
  readonly answers: (number | 'silence' | { readonly redirect: string })[];
  ofType(type: string): Heard[];
  close(): Promise<void>;
}

export async function startWebhookReceiver(
  took: (heard: Heard) => void = () => {},
): Promise<WebhookReceiver> {
  const heard: Heard[] = [];
  const answers: WebhookReceiver['answers'] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      text += part;
    });
    request.on('end', () => {
      const one = { headers: request.headers, text, body: JSON.parse(text) as Heard['body'] };
      heard.push(one);
      took(one);
      answer(response, answers.shift() ?? 204);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    heard,
    answers,
    ofType: (type) => heard.filter(({ body }) => body.type === type),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, how: WebhookReceiver['answers'][number]): void {
  if (how === 'silence') return;
  if (typeof how === 'number') response.writeHead(how).end();
  else response.writeHead(307, { location: how.redirect }).end();
}
