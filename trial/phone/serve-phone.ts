import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWatchers, guardPage, sendText } from '../watchers.ts';
import { type PhoneView, phoneInside, phonePage, phoneScript, phoneStyle } from './phone-page.ts';

export interface PhoneServer {
  readonly address: string;
  /** Windows that show the phone ask again. */
  changed(): void;
  close(): Promise<void>;
}

export interface PhoneServerParts {
  /** Of 127.0.0.1. */
  readonly port: number;
  readonly view: () => PhoneView;
  /** Three weeks pass at headquarters. */
  readonly later: () => Promise<void>;
}

/** Serves the page of the trial's phone on this machine only. */
export async function servePhone({ port, view, later }: PhoneServerParts): Promise<PhoneServer> {
  const watchers = createWatchers();
  const server = createServer((request, response) => {
    // Another page in the same browser must not move the clock.
    const isOwn = request.headers['sec-fetch-site'] ?? 'same-origin';
    const route = `${request.method} ${(request.url ?? '').split('?')[0]}`;
    guardPage(response);
    switch (route) {
      case 'GET /':
        return sendText(response, 'text/html', phonePage(view()));
      case 'GET /inside': {
        const now = view();
        response.setHeader('x-clock', now.clock);
        return sendText(response, 'text/html', phoneInside(now));
      }
      case 'GET /phone.css':
        return sendText(response, 'text/css', phoneStyle);
      case 'GET /phone.js':
        return sendText(response, 'text/javascript', phoneScript);
      case 'GET /changes':
        return watchers.take(request, response);
      case 'POST /later':
        if (isOwn !== 'same-origin') return response.writeHead(403).end();
        return void later().then(
          () => response.writeHead(303, { location: '/' }).end(),
          () => response.writeHead(500).end(),
        );
      default:
        return response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changed: watchers.changed,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
