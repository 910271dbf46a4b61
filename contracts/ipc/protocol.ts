import type { Topic } from '../../domain/kernel/topic.ts';
import type { Answer } from './answer.ts';
import type { ChannelAnswer, ChannelInput, ChannelName } from './station-contract.ts';

export type { Topic };

/**
 * What shell (or browser) and service say to each other. The same messages cross a process channel and a
 * WebSocket; over the WebSocket as JSON, one message a frame.
 */
export type ToService =
  | { readonly kind: 'open'; readonly options: OpenOptions }
  /** `session` names the window or connection that asks: sign-in is kept for each. */
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly session: string;
      readonly channel: string;
      readonly input: unknown;
    }
  | { readonly kind: 'session-ended'; readonly session: string }
  /** Answered at once with `pong`: whoever does not answer hangs. */
  | { readonly kind: 'ping' };

export type FromService =
  /** The process is up and waits for `open`. */
  | { readonly kind: 'up' }
  /** The store is open, or why it is not: in words for the desk, and a code. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'not-opened'; readonly fault: OpenFault }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'pong' }
  /** Something about these topics changed: whoever shows them asks again. */
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] };

export interface OpenOptions {
  /** The data directory of this station. */
  readonly dir: string;
  /** The database key, 64 hex digits. It never travels through the environment or the command line. */
  readonly databaseKey: string;
  readonly keyPlace: 'key-store' | 'key-file';
  readonly mode: 'trial' | 'live';
  readonly runtime: string;
}

export type OpenFaultCode =
  | 'key-wrong'
  | 'key-missing'
  | 'store-missing'
  | 'store-damaged'
  | 'store-newer'
  | 'store-locked'
  | 'station-running'
  | 'no-station'
  | 'disk-full'
  | 'disk-silent'
  | 'directory-unusable'
  | 'directory-unsafe'
  | 'program-changed'
  | 'runtime-too-old'
  | 'mode-differs'
  | 'unexpected';

export interface OpenFault {
  readonly code: OpenFaultCode;
  readonly sentence: { readonly de: string; readonly en: string };
}

/** How the renderer sees the service, whichever shell it runs in. */
export interface StationClient {
  readonly shell: 'electron' | 'browser';
  ask<Name extends ChannelName>(channel: Name, input: ChannelInput<Name>): Promise<ChannelAnswer<Name>>;
  onChanged(listener: (topics: readonly Topic[]) => void): () => void;
  onState(listener: (state: ServiceState) => void): () => void;
}

/** Whether the service can be asked. `failed` comes with the sentence that the desk reads. */
export type ServiceState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'up' }
  | { readonly kind: 'down' }
  | { readonly kind: 'failed'; readonly fault: OpenFault };

/** What the preload script exposes as `window.station`; the renderer's client is built on it. */
export interface StationBridge {
  ask(channel: string, input: unknown): Promise<Answer>;
  onChanged(listener: (topics: readonly Topic[]) => void): () => void;
  onState(listener: (state: ServiceState) => void): () => void;
}
