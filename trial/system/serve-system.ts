import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TimeZone } from '../../domain/kernel/instant.ts';
import { languageOf } from '../../pages/device-of.ts';
import { createWatchers, guardPage, sendText } from '../watchers.ts';
import { createWebhookLog, type Heard } from './receive-webhooks.ts';
import { systemInside, systemPage, systemScript, systemStyle } from './system-page.ts';

/** An existing system of the trial: it hears of events, and shows on a page what it heard. */
export interface ConnectedSystem {
  /** Its page. */
  readonly address: string;
  /** Where it takes webhooks. */
  readonly endpoint: string;
  /** What verifies them from now on. */
  verifyBy(secret: string): void;
  /** The newest first. */
  readonly heard: () => readonly Heard[];
  close(): Promise<void>;
}

export const endpointPath = '/trial-webhooks';
const MOST_BYTES = 64 * 1024;

/** Serves it on this machine only. */
export async function serveSystem(timeZone: TimeZone, port = 0): Promise<ConnectedSystem> {
  let secret: string | undefined;
  const log = createWebhookLog(() => secret);
  const watchers = createWatchers();
  const server = createServer((request, response) => {
    const language = languageOf(undefined, request.headers['accept-language']);
    guardPage(response);
    switch (`${request.method} ${(request.url ?? '').split('?')[0]}`) {
      case 'GET /':
        return sendText(response, 'text/html', systemPage({ language, timeZone, heard: log.heard() }));
      case 'GET /inside':
        return sendText(response, 'text/html', systemInside({ language, timeZone, heard: log.heard() }));
      case 'GET /system.css':
        return sendText(response, 'text/css', systemStyle);
      case 'GET /system.js':
        return sendText(response, 'text/javascript', systemScript);
      case 'GET /changes':
        return watchers.take(request, response);
      case `POST ${endpointPath}`:
        return readBody(request, response, (text) => {
          response.writeHead(log.take(request.headers as Record<string, string>, text)).end();
          watchers.changed();
        });
      default:
        return response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    endpoint: address + endpointPath,
    verifyBy(next) {
      secret = next;
    },
    heard: log.heard,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readBody(request: IncomingMessage, response: ServerResponse, done: (text: string) => void): void {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => {
    text += part;
    if (text.length > MOST_BYTES) response.writeHead(413).end(() => request.destroy());
  });
  request.on('end', () => {
    if (!response.headersSent) done(text);
  });
}
