import type { Answer } from '../contracts/ipc/answer.ts';
import type {
  FromService,
  ServiceState,
  StationBridge,
  StationClient,
  Topic,
} from '../contracts/ipc/protocol.ts';

/** The service behind this window: over the bridge in Electron, over a WebSocket in a browser. */
export function connectToStation(): StationClient {
  if (window.station) return clientOn('electron', window.station);
  return clientOn('browser', webSocketBridge());
}

function clientOn(shell: StationClient['shell'], bridge: StationBridge): StationClient {
  return {
    shell,
    // The service parsed the answer by this channel's own schema before it sent it.
    ask: (channel, input) => bridge.ask(channel, input) as ReturnType<StationClient['ask']> as never,
    onChanged: bridge.onChanged,
    onState: bridge.onState,
  };
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const TOKEN_KEY = 'station-token';

/** Reconnects by itself; what was asked of a lost connection is answered as a problem, never left open. */
function webSocketBridge(): StationBridge {
  const token = takeToken();
  const waiting = new Map<number, (answer: Answer) => void>();
  const onChanged = new Set<(topics: readonly Topic[]) => void>();
  const onState = new Set<(state: ServiceState) => void>();
  let state: ServiceState = { kind: 'starting' };
  let socket: WebSocket | undefined;
  let nextId = 1;
  let failures = 0;

  const enter = (next: ServiceState) => {
    state = next;
    for (const listener of onState) listener(next);
  };
  const receive = (message: FromService) => {
    if (message.kind === 'up') enter({ kind: state.kind === 'starting' ? 'starting' : 'down' });
    if (message.kind === 'opened') enter({ kind: 'up' });
    if (message.kind === 'not-opened') enter({ kind: 'failed', fault: message.fault });
    if (message.kind === 'changed') for (const listener of onChanged) listener(message.topics);
    if (message.kind !== 'answer') return;
    waiting.get(message.id)?.(message.answer);
    waiting.delete(message.id);
  };
  const open = () => {
    const opened = new WebSocket(`ws://${location.host}/ask?token=${encodeURIComponent(token)}`);
    socket = opened;
    opened.onopen = () => {
      failures = 0;
    };
    opened.onmessage = ({ data }: MessageEvent<string>) => receive(JSON.parse(data) as FromService);
    opened.onclose = () => {
      for (const answer of waiting.values()) answer(wentAway);
      waiting.clear();
      enter({ kind: 'down' });
      failures += 1;
      setTimeout(open, Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
    };
  };
  open();

  return {
    ask: (channel, input) => {
      if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(notUp);
      const id = nextId++;
      socket.send(JSON.stringify({ id, channel, input }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    onChanged: (listener) => subscribe(onChanged, listener),
    onState: (listener) => {
      listener(state);
      return subscribe(onState, listener);
    },
  };
}

/** The token leaves the address bar at once; a reload of this tab finds it in the tab's own storage. */
function takeToken(): string {
  const token = location.hash.slice(1) || sessionStorage.getItem(TOKEN_KEY) || '';
  sessionStorage.setItem(TOKEN_KEY, token);
  history.replaceState(null, '', location.pathname);
  return token;
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const notUp: Answer = { ok: false, refusal: { reason: 'service-starting' } };
const wentAway: Answer = { ok: false, problem: { code: 'service-went-away', logId: '-' } };
