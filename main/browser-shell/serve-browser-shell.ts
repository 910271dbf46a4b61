import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FromService, OpenOptions, ToService } from '../../contracts/ipc/protocol.ts';
import { createStationService } from '../service.ts';
import { staticFile } from '../static-files.ts';

export interface BrowserShell {
  /** With the token behind the `#`, which a browser never sends over the network. */
  readonly address: string;
  close(): Promise<void>;
}

export interface BrowserShellParts {
  readonly rendererDir: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly options: OpenOptions;
}

const MOST_BYTES = 8 * 1024 * 1024;
const TOKEN_BYTES = 24;

/** Serves the renderer and the service on loopback: a WebSocket opens only with the token and from our page. */
export async function serveBrowserShell(parts: BrowserShellParts): Promise<BrowserShell> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const sockets = new Set<WebSocket>();
  let state: FromService = { kind: 'up' };
  const pending = new Map<number, { socket: WebSocket; id: number }>();
  const service = createStationService((message) => {
    if (message.kind === 'opened' || message.kind === 'not-opened') state = message;
    if (message.kind !== 'answer') {
      for (const socket of sockets) socket.send(JSON.stringify(message));
      return;
    }
    const asked = pending.get(message.id);
    pending.delete(message.id);
    asked?.socket.send(JSON.stringify({ ...message, id: asked.id }));
  });

  const server = createServer((request, response) => {
    void (async () => {
      const address = addressOf(request);
      const file =
        address && request.method === 'GET' && isOurHost(request)
          ? await staticFile(parts.rendererDir, address.pathname)
          : undefined;
      if (!file) return response.writeHead(404).end();
      return response.writeHead(200, file.headers).end(file.body);
    })();
  });
  const upgrades = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  let nextId = 1;
  let nextSession = 1;
  server.on('upgrade', (request, socket, head) => {
    // Whoever asked may be gone before the answer: that ends this socket and nothing else.
    socket.on('error', () => socket.destroy());
    if (!mayConnect(request, token)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (connected) => {
      const session = `browser-${nextSession++}`;
      sockets.add(connected);
      connected.send(JSON.stringify(state));
      connected.on('message', (raw) => {
        const asked = askedBy(String(raw));
        if (!asked) return connected.close(1008);
        const id = nextId++;
        pending.set(id, { socket: connected, id: asked.id });
        service.receive({ kind: 'ask', id, session, channel: asked.channel, input: asked.input });
      });
      // Too long a message or a broken frame; `close` follows.
      connected.on('error', () => {});
      connected.on('close', () => {
        sockets.delete(connected);
        service.receive({ kind: 'session-ended', session });
      });
    });
  });

  await listen(server, parts.port);
  service.receive({ kind: 'open', options: parts.options });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/#${token}`,
    async close() {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      server.close();
      await service.close();
    },
  };
}

/** What a page may send: a question, nothing else. */
function askedBy(text: string): Omit<Extract<ToService, { kind: 'ask' }>, 'session' | 'kind'> | undefined {
  try {
    const { id, channel, input } = JSON.parse(text) as Record<string, unknown>;
    return typeof id === 'number' && typeof channel === 'string' ? { id, channel, input } : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for what is no address (`//`): anybody on this machine may send us that. */
function addressOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', 'http://station');
  } catch {
    return undefined;
  }
}

function mayConnect(request: IncomingMessage, token: string): boolean {
  const url = addressOf(request);
  const given = Buffer.from(url?.searchParams.get('token') ?? '');
  const wanted = Buffer.from(token);
  return (
    url?.pathname === '/ask' &&
    isOurHost(request) &&
    request.headers.origin === `http://${request.headers.host}` &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}

/** A name that resolves to loopback (DNS rebinding) is not us: only the literal address is. */
function isOurHost(request: IncomingMessage): boolean {
  return /^127\.0\.0\.1:\d+$/.test(request.headers.host ?? '');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
