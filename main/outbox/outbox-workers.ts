import type { Topic } from '../../contracts/ipc/protocol.ts';
import { idOf, type PassId } from '../../domain/kernel/ids.ts';
import type { Station } from '../station.ts';
import type { OutboxItem } from '../store/outbox/outbox.ts';
import type { Lane, OutboxKind } from '../store/outbox/outbox-kinds.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import { redesignPasses } from './redesign-passes.ts';
import { sendGoogleClass } from './send-google-class.ts';
import { sendGoogleObject } from './send-google-object.ts';
import { sendMessage } from './send-message.ts';
import { signPasses } from './sign-passes.ts';

export type OutboxWorker = (station: Station, subject: string, item: OutboxItem) => Promise<OutboxOutcome>;

/** Work that is done several pieces at once; answers in their order. */
export type TogetherWorker = (station: Station, items: readonly OutboxItem[]) => Promise<OutboxOutcome[]>;

export const together: Readonly<Record<TogetherKind, TogetherWorker>> = {
  'sign-pass': (station, items) =>
    signPasses(
      station,
      items.map(({ subject }) => idOf<PassId>(subject)),
    ),
};

type TogetherKind = 'sign-pass';

export const workers: Readonly<Record<Exclude<OutboxKind, TogetherKind>, OutboxWorker>> = {
  'redesign-passes': redesignPasses,
  'send-message': sendMessage,
  'google-class': sendGoogleClass,
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
  signing: { atOnce: 1, batch: 16, topics: ['passes', 'desk', 'system', 'templates'] },
  redesign: { atOnce: 1, batch: 1, topics: ['templates'] },
  mail: { atOnce: 4, batch: 4, topics: ['handover', 'system'] },
  wallet: { atOnce: 2, batch: 10, topics: ['passes', 'system'] },
};

export const laneNames = Object.keys(lanes) as Lane[];
