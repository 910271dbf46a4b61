import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import { faultOfAnswer } from './fault-of-answer.ts';
import { type GoogleFault, isPassing } from './google-fault.ts';
import { limitAnswers } from './limit-answers.ts';
import { createRequestPace, type PaceClock, realClock } from './request-pace.ts';
import type { ServiceAccount } from './service-account.ts';
import type { GenericClass, GenericObject, WalletMessage } from './wallet-resources.ts';

/** Where Google is: its own addresses, or those of the simulator that a trial centre brings along. */
export interface GoogleEndpoints {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly saveUrl: string;
}

export const googleEndpoints: GoogleEndpoints = {
  baseUrl: 'https://walletobjects.googleapis.com/walletobjects/v1',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  saveUrl: 'https://pay.google.com/gp/v/save',
};

export interface WalletClientParts {
  readonly account: ServiceAccount;
  readonly endpoints: GoogleEndpoints;
  readonly fetch?: typeof fetch;
  readonly clock?: PaceClock;
  readonly random?: () => number;
}

type Answered<Value> = Promise<Result<Value, GoogleFault>>;

/** Google Wallet for one issuer. Every method answers a fault as a value; nothing secret is in it. */
export interface WalletClient {
  /** Signs in, and reads something that only this issuer's account may. */
  checkAccess(classId: string): Answered<true>;
  upsertClass(body: GenericClass): Answered<'inserted' | 'patched'>;
  /** `isKnown`: it was sent before, so it is patched first; either way ends with it being there once. */
  upsertObject(body: GenericObject, isKnown: boolean): Answered<'inserted' | 'patched'>;
  addMessage(objectId: string, message: WalletMessage): Answered<true>;
  /** Tells phones that hold another signature of this private pass where to get the new one. */
  setPassUpdateNotice(notice: PassUpdateNotice): Answered<true>;
}

export interface PassUpdateNotice {
  readonly externalPassId: string;
  readonly updatedPassJwtSignature: string;
  readonly updateUri: string;
}

const requestsPerSecond = 20;
const mostTries = 4;
const firstPauseMs = 250;
const longestWaitMs = 10_000;

export function createWalletClient(parts: WalletClientParts): WalletClient {
  const { account, endpoints, clock = realClock, random = Math.random } = parts;
  const fetchIt = limitAnswers(parts.fetch ?? fetch);
  const tokens = createAccessTokens({ account, tokenUrl: endpoints.tokenUrl, fetch: fetchIt });
  const takeTurn = createRequestPace(requestsPerSecond, clock);

  const tryOnce = async (method: string, path: string, body?: object): Answered<unknown> => {
    const token = await tokens.current();
    if (!token.ok) return token;
    await takeTurn();
    const answer = await sent(fetchIt, `${endpoints.baseUrl}${path}`, method, token.value, body);
    return answer;
  };
  const request = async (method: string, path: string, body?: object): Answered<unknown> => {
    for (let tries = 1; ; tries++) {
      const answer = await tryOnce(method, path, body);
      if (answer.ok || tries === mostTries || !isWorthAnother(answer.refusal, tokens, tries)) return answer;
      // A token that ran out is replaced at once; a busy server gets a pause, spread so that not all come back together.
      if (answer.refusal.code !== 'token-refused')
        await clock.sleep(firstPauseMs * 2 ** (tries - 1) * (0.5 + random()));
    }
  };
  const upsert = async (
    resource: 'genericClass' | 'genericObject',
    body: GenericClass | GenericObject,
    isKnown: boolean,
  ): Answered<'inserted' | 'patched'> => {
    const insert = () => request('POST', `/${resource}`, body);
    const patch = () => request('PATCH', `/${resource}/${encodeURIComponent(body.id)}`, body);
    const first = await (isKnown ? patch() : insert());
    if (first.ok) return accept(isKnown ? 'patched' : 'inserted');
    const otherWay = isKnown ? 'not-found' : 'exists-already';
    if (first.refusal.code !== otherWay) return first;
    const second = await (isKnown ? insert() : patch());
    return second.ok ? accept(isKnown ? 'inserted' : 'patched') : second;
  };

  return {
    async checkAccess(classId) {
      const answer = await request('GET', `/genericClass/${encodeURIComponent(classId)}`);
      if (answer.ok || answer.refusal.code === 'not-found') return accept(true);
      return answer;
    },
    upsertClass: (body) => upsert('genericClass', body, false),
    upsertObject: (body, isKnown) => upsert('genericObject', body, isKnown),
    addMessage: async (objectId, message) =>
      done(await request('POST', `/genericObject/${encodeURIComponent(objectId)}/addMessage`, { message })),
    setPassUpdateNotice: async (notice) =>
      done(await request('POST', '/privateContent/setPassUpdateNotice', notice)),
  };
}

function done(answer: Result<unknown, GoogleFault>): Result<true, GoogleFault> {
  return answer.ok ? accept(true) : answer;
}

/** Offline is not: the outbox waits for the network. A refused token is renewed once. */
function isWorthAnother(fault: GoogleFault, tokens: AccessTokens, tries: number): boolean {
  if (fault.code === 'token-refused') {
    tokens.renew();
    return tries === 1;
  }
  return isPassing(fault) && fault.code !== 'offline' && fault.code !== 'answer-unreadable';
}

async function sent(
  fetchIt: typeof fetch,
  url: string,
  method: string,
  token: string,
  body: object | undefined,
): Answered<unknown> {
  try {
    const response = await fetchIt(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(longestWaitMs),
    });
    return faultOfAnswer(response.status, await response.text());
  } catch {
    return refuse({ code: 'offline' });
  }
}
