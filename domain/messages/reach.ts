import type { MessageKind } from './message-kind.ts';

export interface Reachability {
  readonly hasEmail: boolean;
  /** The person agreed to messages about their appointments, and did not take it back. */
  readonly consentsToMessages: boolean;
}

/**
 * How a message reaches somebody. An address that was given for the pass is consent to the mail with the pass and
 * to nothing else (docs/decisions/0016). What must be known in time is told by phone then; the rest is not sent.
 */
export function wayOfMessage(
  message: MessageKind,
  { hasEmail, consentsToMessages }: Reachability,
): 'email' | 'phone' | 'none' {
  if (hasEmail && (consentsToMessages || message === 'pass-ready')) return 'email';
  return mustBeKnown.has(message) ? 'phone' : 'none';
}

/** Who does not hear of these stands before a closed door or misses a dose. */
const mustBeKnown: ReadonlySet<MessageKind> = new Set([
  'appointment-moved',
  'appointment-cancelled',
  'day-closed',
  'standby-offer',
]);
