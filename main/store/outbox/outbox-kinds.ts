import type { OutboxKind } from '../../../domain/outbox/outbox-draft.ts';

export type { OutboxKind };

/**
 * Every kind of outbox work and its lane. Lanes never wait for each other: a mail server that hangs holds back
 * mails, not signatures.
 */
export const laneOfKind = {
  'sign-pass': 'signing',
  'redesign-passes': 'redesign',
  'send-message': 'mail',
  'google-class': 'wallet',
  'google-object': 'wallet',
} as const satisfies Readonly<Record<OutboxKind, Lane>>;

export type Lane = 'signing' | 'redesign' | 'mail' | 'wallet';
