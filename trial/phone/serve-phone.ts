import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type PhoneView,
  phoneInside,
  phonePage,
  phonePolicy,
  phoneScript,
  phoneStyle,
} from './phone-page.ts';

export interface PhoneServer {
  readonly address: string;
  /** Windows that show the phone ask again. */
  changed(): void;
  close(): Promise<void>;
}

export interface PhoneServerParts {
  readonly view: () => PhoneView;
  /** Three weeks pass at headquarters. */
  readonly later: () => Promise<void>;
}

/** Serves the page of the trial's phone on this machine only. */
export async function servePhone({ view, later }: PhoneServerParts): Promise<PhoneServer> {
  const watching = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    // Another page in the same browser must not move the clock.
    const isOwn = request.headers['sec-fetch-site'] ?? 'same-origin';
    const route = `${request.method} ${(request.url ?? '').split('?')[0]}`;
    response.setHeader('content-security-policy', phonePolicy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    switch (route) {
      case 'GET /':
        return send(response, 'text/html', phonePage(view()));
      case 'GET /inside': {
        const now = view();
        response.setHeader('x-clock', now.clock);
        return send(response, 'text/html', phoneInside(now));
      }
      case 'GET /phone.css':
        return send(response, 'text/css', phoneStyle);
      case 'GET /phone.js':
        return send(response, 'text/javascript', phoneScript);
      case 'GET /changes':
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(': open\n\n');
        watching.add(response);
        return request.on('close', () => watching.delete(response));
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changed() {
      for (const response of watching) response.write('data: changed\n\n');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.end(text);
}
