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
} as const satisfies Readonly<Record<string, Lane>>;

export type OutboxKind = keyof typeof laneOfKind;

export type Lane = 'signing' | 'redesign' | 'mail' | 'wallet';
