import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { type AllowedNetworks, isPublicAddress } from './allowed-address.ts';

export type PostFault =
  | 'address-refused'
  | 'timed-out'
  | 'unreachable'
  | 'redirected'
  | 'gone'
  | `status-${number}`;

export interface PostParts {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts to addresses that strangers gave. */
export interface Outbound {
  /** Undefined once the endpoint took it. */
  post(parts: PostParts): Promise<PostFault | undefined>;
  close(): Promise<void>;
}

export interface OutboundRules {
  readonly allowed: AllowedNetworks;
  /** For one try as a whole. */
  readonly deadlineMs: number;
}

const MOST_OF_AN_ANSWER = 16 * 1024;

class AddressRefused extends Error {}

/**
 * Nothing of one's own house is reached by it, unless it was allowed: each address is checked at the connection itself,
 * so that a name which points elsewhere a moment later helps nobody. Redirects are not followed, and plain HTTP goes to
 * allowed networks alone.
 */
export function createOutbound({ allowed, deadlineMs }: OutboundRules): Outbound {
  const plain = agentFor((address) => allowed.has(address));
  const secure = agentFor((address) => allowed.has(address) || isPublicAddress(address));
  return {
    async post({ url, headers, body }) {
      const target = new URL(url);
      const { agent, isAllowed } = target.protocol === 'https:' ? secure : plain;
      const host = target.hostname.replace(/^\[|\]$/g, '');
      // Nobody looks an address up that is written out.
      if (isIP(host) !== 0 && !isAllowed(host)) return 'address-refused';
      const signal = AbortSignal.timeout(deadlineMs);
      try {
        const answer = await agent.request({
          origin: target.origin,
          path: target.pathname + target.search,
          method: 'POST',
          headers,
          body,
          signal,
        });
        await answer.body.dump({ limit: MOST_OF_AN_ANSWER, signal });
        return faultOf(answer.statusCode);
      } catch (error) {
        if (isRefused(error)) return 'address-refused';
        return signal.aborted ? 'timed-out' : 'unreachable';
      }
    },
    async close() {
      await Promise.all([plain.agent.destroy(), secure.agent.destroy()]);
    },
  };
}

function faultOf(status: number): PostFault | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirected' : `status-${status}`;
}

function agentFor(isAllowed: (address: string) => boolean) {
  const lookup: LookupFunction = (name, options, done) => {
    dns.lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const fitting = found.filter(({ address }) => isAllowed(address));
      const [first] = fitting;
      if (!first) return done(new AddressRefused(), []);
      return options.all ? done(null, fitting) : done(null, first.address, first.family);
    });
  };
  return { agent: new Agent({ connect: { lookup, timeout: 10_000 }, keepAliveTimeout: 4_000 }), isAllowed };
}

function isRefused(error: unknown): boolean {
  return error instanceof AddressRefused || (error as { cause?: unknown }).cause instanceof AddressRefused;
}
