import { type MessageKind, messageTable } from './message-kind.ts';

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
  return messageTable[message].mustBeKnown ? 'phone' : 'none';
}
