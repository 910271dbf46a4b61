import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FromService, OpenOptions, ServiceState, ToService } from '../../contracts/ipc/protocol.ts';
import { readJson } from '../../domain/kernel/read-json.ts';
import { nodeChannel } from '../shell/channel.ts';
import { ServiceSupervisor } from '../shell/service-supervisor.ts';
import { staticFile } from '../static-files.ts';

export interface BrowserShell {
  /** With the token behind the `#`, which a browser never sends over the network. */
  readonly address: string;
  /** Of the service that runs at present. */
  readonly servicePid: () => number | undefined;
  close(): Promise<void>;
}

export interface BrowserShellParts {
  readonly rendererDir: string;
  /** What runs as the service, in a process of its own: one that dies is started again. */
  readonly serviceEntry: string;
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
  const tell = (message: FromService) => {
    for (const socket of sockets) socket.send(JSON.stringify(message));
  };
  const service = new ServiceSupervisor({
    start: () => nodeChannel(parts.serviceEntry, process.execPath),
    options: () => parts.options,
    onState: (state) => tell(asMessage(state)),
    onChanged: (topics) => tell({ kind: 'changed', topics }),
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
      connected.send(JSON.stringify(asMessage(service.state)));
      connected.on('message', (raw) => {
        const asked = askedBy(String(raw));
        if (!asked) return connected.close(1008);
        void service.ask(session, asked.channel, asked.input).then((answer) => {
          connected.send(JSON.stringify({ kind: 'answer', id: asked.id, answer } satisfies FromService));
        });
      });
      // Too long a message or a broken frame; `close` follows.
      connected.on('error', () => {});
      connected.on('close', () => {
        sockets.delete(connected);
        service.endSession(session);
      });
    });
  });

  await listen(server, parts.port);
  service.start();
  const { port } = server.address() as AddressInfo;
  return {
    servicePid: () => service.pid,
    address: `http://127.0.0.1:${port}/#${token}`,
    async close() {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      server.close();
      await service.stop();
    },
  };
}

function asMessage(state: ServiceState): FromService {
  if (state.kind === 'up') return { kind: 'opened' };
  return state.kind === 'failed' ? { kind: 'not-opened', fault: state.fault } : { kind: 'up' };
}

/** What a page may send: a question, nothing else. */
function askedBy(text: string): Omit<Extract<ToService, { kind: 'ask' }>, 'session' | 'kind'> | undefined {
  const { id, channel, input } = (readJson(text) ?? {}) as Record<string, unknown>;
  return typeof id === 'number' && typeof channel === 'string' ? { id, channel, input } : undefined;
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
