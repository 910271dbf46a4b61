import type { Topic } from '../../contracts/ipc/protocol.ts';
import type { Station } from '../station.ts';
import type { OutboxItem } from '../store/outbox/outbox.ts';
import type { Lane, OutboxKind } from '../store/outbox/outbox-kinds.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import { sendGoogleObject } from './send-google-object.ts';
import { sendMessage } from './send-message.ts';
import { signPass } from './sign-pass.ts';

export type OutboxWorker = (station: Station, subject: string, item: OutboxItem) => Promise<OutboxOutcome>;

export const workers: Readonly<Record<OutboxKind, OutboxWorker>> = {
  'sign-pass': signPass,
  'send-message': sendMessage,
  'google-object': sendGoogleObject,
};

export interface LaneShape {
  /** So many pieces of work at the same time. */
  readonly atOnce: number;
  /** After so many the windows are told, and more urgent work that came meanwhile goes first. */
  readonly batch: number;
  readonly topics: readonly Topic[];
}

export const lanes: Readonly<Record<Lane, LaneShape>> = {
  signing: { atOnce: 1, batch: 20, topics: ['passes', 'desk', 'system'] },
  mail: { atOnce: 4, batch: 4, topics: ['handover', 'system'] },
  wallet: { atOnce: 2, batch: 10, topics: ['passes', 'system'] },
};

export const laneNames = Object.keys(lanes) as Lane[];
