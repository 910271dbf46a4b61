import type { Topic } from '../../contracts/ipc/protocol.ts';
import type { Lane, OutboxKind } from '../../domain/outbox/outbox-kinds.ts';
import { googleClassWork } from './kinds/google-class.ts';
import { googleObjectWork } from './kinds/google-object.ts';
import { recountPassesWork } from './kinds/recount-passes.ts';
import { redesignPassesWork } from './kinds/redesign-passes.ts';
import { sendMessageWork } from './kinds/send-message.ts';
import { signPassWork } from './kinds/sign-pass.ts';
import type { OutboxWork } from './outbox-work.ts';

export const outboxWork: Readonly<Record<OutboxKind, OutboxWork>> = {
  'sign-pass': signPassWork,
  'redesign-passes': redesignPassesWork,
  'recount-passes': recountPassesWork,
  'send-message': sendMessageWork,
  'google-class': googleClassWork,
  'google-object': googleObjectWork,
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
