import { type GoogleFault, isPassing } from '../../issuing/google/google-fault.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';

/** What becomes of work after Google's answer. */
export function outcomeOf(fault: GoogleFault | undefined): OutboxOutcome {
  if (!fault) return { kind: 'done' };
  // A class or a card that Google lost is sent again with the next try.
  return { kind: isPassing(fault) || fault.code === 'not-found' ? 'later' : 'failed', fault: fault.code };
}
