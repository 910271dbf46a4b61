import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HandOverServerState } from '../../contracts/ipc/handover-contract.ts';
import { handOverSettings } from '../queries/handover/hand-over-settings.ts';
import type { StationLog } from '../station-log.ts';
import { answerHandOver, type HandingOver } from './answer-hand-over.ts';
import { askingAddress } from './asking-address.ts';
import type { HandOverServer } from './hand-over-server.ts';
import { limitConnections } from './limit-connections.ts';
import { requestLimit } from './request-limit.ts';

const MOST_IN_A_MINUTE = 120;
const MOST_CONNECTIONS = 400;
/** A phone opens six. */
const MOST_CONNECTIONS_OF_ONE = 20;
const SILENT_MS = 5_000;
/** A network that comes up later, a port that somebody else gives back. */
const TRY_AGAIN_MS = 30_000;

type Serving = HandingOver & { readonly log: StationLog };

export function createHandOverServer(station: () => Serving, tryAgainMs = TRY_AGAIN_MS): HandOverServer {
  let state: HandOverServerState = { kind: 'off' };
  let server: Server | undefined;
  let again: NodeJS.Timeout | undefined;
  let told: string | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const limit = requestLimit(MOST_IN_A_MINUTE);

  const close = async () => {
    clearTimeout(again);
    const closing = server;
    server = undefined;
    state = { kind: 'off' };
    if (!closing) return;
    closing.closeAllConnections();
    await new Promise((resolve) => closing.close(resolve));
  };
  const open = async (): Promise<HandOverServerState> => {
    await close();
    const { isOn, address, port, proxyAddress } = handOverSettings(station());
    if (!isOn) return state;
    const opening = newServer((request, response) => {
      void answer(station(), request, response, () => state.origin ?? '', limit);
    });
    limitConnections(opening, {
      ofOne: MOST_CONNECTIONS_OF_ONE,
      ofAll: MOST_CONNECTIONS,
      isProxy: (connected) => connected === proxyAddress,
    });
    try {
      await listen(opening, address, port);
      server = opening;
      const bound = (opening.address() as AddressInfo).port;
      state = { kind: 'on', origin: `http://${address}:${bound}` };
    } catch (error) {
      state = { kind: stateOfFault((error as { code?: string }).code) };
      if (told !== state.kind) station().log.problem('hand-over-server', error);
      // A station that was closed meanwhile has nothing to serve.
      again = setTimeout(() => void inTurn(open).then(tell, () => undefined), tryAgainMs);
    }
    told = state.kind;
    return state;
  };
  const tell = ({ kind }: HandOverServerState) => {
    if (kind === 'on') station().announce(['handover']);
  };
  // One after the other: two changes of the settings must not open two servers.
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  return { state: () => state, apply: () => inTurn(open), close: () => inTurn(close) };
}

function newServer(onRequest: (request: IncomingMessage, response: ServerResponse) => void): Server {
  return createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: SILENT_MS,
      requestTimeout: 15_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
    },
    onRequest,
  );
}

async function answer(
  station: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  origin: () => string,
  limit: ReturnType<typeof requestLimit>,
): Promise<void> {
  request.resume(); // whatever body comes along is not for us
  try {
    const { status, headers, body } = await answerHandOver(station, limit, {
      method: request.method ?? '',
      url: pathOf(request.url),
      userAgent: request.headers['user-agent'],
      acceptLanguage: request.headers['accept-language'],
      remoteAddress: askingAddress(request, handOverSettings(station).proxyAddress),
      origin: publicOrigin(station, request.headers.host) ?? origin(),
    });
    response.writeHead(status, { ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch (error) {
    // The address stays out of the log: it holds the token.
    station.log.problem('hand-over-request', error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

/** Reached by the address for outside, the page names that one. Any other host is not believed. */
function publicOrigin(station: Serving, host: string | undefined): string | undefined {
  const { publicUrl } = handOverSettings(station);
  return publicUrl && new URL(publicUrl).host === host ? publicUrl : undefined;
}

/** `//host` and whole addresses are no paths of ours. */
function pathOf(url: string | undefined): string {
  return url?.startsWith('/') && !url.startsWith('//') ? url : '/';
}

function listen(server: Server, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      server.on('error', () => {});
      resolve();
    });
  });
}

function stateOfFault(code: string | undefined): HandOverServerState['kind'] {
  if (code === 'EADDRINUSE' || code === 'EACCES') return 'port-taken';
  return code === 'EADDRNOTAVAIL' ? 'address-gone' : 'failed';
}
