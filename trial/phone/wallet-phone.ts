import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type Card, changesBetween, readCard } from './read-card.ts';

/** One thing that appeared on the lock screen. */
export interface Notice {
  readonly at: Instant;
  readonly text: string;
}

export type AddRefusal = 'not-reached' | 'pass-not-genuine' | 'not-registered';

/** A phone with a wallet, as far as passes go: it takes in, registers, is told of changes and fetches them. */
export interface WalletPhone {
  readonly pushToken: string;
  readonly cards: () => readonly Card[];
  /** The newest first. */
  readonly notices: () => readonly Notice[];
  /** Takes in the pass behind a link, once it is proved genuine, and registers for its changes. */
  add(passUrl: string): Promise<Result<Card, AddRefusal>>;
  /** What Apple's empty push means: ask every web service what is new, and fetch it. */
  wake(): Promise<void>;
  /** Takes a card away and ends its registration. */
  remove(serialNumber: string): Promise<void>;
}

export interface PhoneParts {
  readonly now: () => Instant;
  /** Something that is shown has changed. */
  readonly changed?: () => void;
  /** How it reaches web services, where not as everybody does. */
  readonly fetch?: typeof fetch;
}

interface Held {
  readonly card: Card;
  readonly lastModified: string | undefined;
}

const changedList = z.object({ serialNumbers: z.array(z.string()), lastUpdated: z.string() });
const ANSWER_WITHIN_MS = 10_000;
const MOST_NOTICES = 20;
const tryAgainMs: readonly number[] = [1_000, 3_000, 9_000, 27_000];

export function createWalletPhone({
  now,
  changed = () => {},
  fetch: fetchIt = fetch,
}: PhoneParts): WalletPhone {
  const ask = askBy(fetchIt);
  const device = randomUUID();
  const pushToken = randomUUID().replaceAll('-', '');
  const held = new Map<string, Held>();
  const tags = new Map<string, string>();
  let notices: Notice[] = [];
  // One after the other: two pushes at once fetch nothing twice.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };
  const tell = (text: string) => {
    notices = [{ at: now(), text }, ...notices].slice(0, MOST_NOTICES);
  };

  const take = async (passUrl: string): Promise<Result<Card, AddRefusal>> => {
    const got = await ask(passUrl);
    if (got?.status !== 200) return refuse('not-reached');
    const read = readCard(new Uint8Array(await got.arrayBuffer()), now());
    if (!read.ok) return refuse('pass-not-genuine');
    const card = read.value;
    const registered = await register(ask, card, device, pushToken);
    if (!registered) return refuse('not-registered');
    held.set(card.serialNumber, { card, lastModified: got.headers.get('last-modified') ?? undefined });
    tell(`${card.title}: Karte hinzugefügt`);
    changed();
    return accept(card);
  };

  const wake = async (again = tryAgainMs) => {
    let isReached = true;
    for (const service of new Set([...held.values()].map(({ card }) => listOf(card)))) {
      const tag = tags.get(service);
      const list = await ask(
        `${service.replace('{device}', device)}${tag ? `?passesUpdatedSince=${tag}` : ''}`,
      );
      if (list?.status === 204) continue;
      if (list?.status !== 200) {
        isReached = false;
        continue;
      }
      const { serialNumbers, lastUpdated } = changedList.parse(await list.json());
      const fetched = await Promise.all(serialNumbers.map(fetchNewer));
      if (fetched.every(Boolean)) tags.set(service, lastUpdated);
      else isReached = false;
    }
    changed();
    const [pause, ...later] = again;
    // As a phone does whose web service is away for a moment.
    if (!isReached && pause !== undefined) setTimeout(() => void inTurn(() => wake(later)), pause).unref();
  };

  /** Answers false where it has to be asked for again. */
  const fetchNewer = async (serial: string): Promise<boolean> => {
    const known = held.get(serial);
    const url = known && passUrlOf(known.card);
    if (!known || !url) return true;
    const got = await ask(url, {
      headers: {
        authorization: `ApplePass ${known.card.webService?.token}`,
        ...(known.lastModified ? { 'if-modified-since': known.lastModified } : {}),
      },
    });
    if (got?.status !== 200) return got?.status === 304;
    const read = readCard(new Uint8Array(await got.arrayBuffer()), now());
    if (!read.ok) return true; // a phone keeps what it has
    held.set(serial, { card: read.value, lastModified: got.headers.get('last-modified') ?? undefined });
    for (const text of changesBetween(known.card, read.value)) tell(`${read.value.title}: ${text}`);
    return true;
  };

  return {
    pushToken,
    cards: () => [...held.values()].map(({ card }) => card),
    notices: () => notices,
    add: (passUrl) => inTurn(() => take(passUrl)),
    wake: () => inTurn(() => wake()),
    remove: (serial) =>
      inTurn(async () => {
        const card = held.get(serial)?.card;
        held.delete(serial);
        if (card?.webService)
          await ask(registrationOf(card, device), { method: 'DELETE', headers: tokenOf(card) });
        changed();
      }),
  };
}

async function register(ask: Ask, card: Card, device: string, pushToken: string): Promise<boolean> {
  if (!card.webService) return true; // a snapshot: nobody tells of changes
  const answer = await ask(registrationOf(card, device), {
    method: 'POST',
    headers: { ...tokenOf(card), 'content-type': 'application/json' },
    body: JSON.stringify({ pushToken }),
  });
  return answer?.status === 200 || answer?.status === 201;
}

function registrationOf(card: Card, device: string): string {
  return `${card.webService?.url}/v1/devices/${device}/registrations/${card.passTypeId}/${card.serialNumber}`;
}

function listOf(card: Card): string {
  return `${card.webService?.url}/v1/devices/{device}/registrations/${card.passTypeId}`;
}

function passUrlOf(card: Card): string | undefined {
  return card.webService && `${card.webService.url}/v1/passes/${card.passTypeId}/${card.serialNumber}`;
}

function tokenOf(card: Card): Record<string, string> {
  return { authorization: `ApplePass ${card.webService?.token}` };
}

type Ask = (url: string, init?: RequestInit) => Promise<Response | undefined>;

/** A network that is away is no answer; the next push or the next try asks again. */
function askBy(fetchIt: typeof fetch): Ask {
  return async (url, init = {}) => {
    try {
      return await fetchIt(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    } catch {
      return undefined;
    }
  };
}
