import type { StationEvent } from '../../domain/station-event.ts';
import type { StreamEvents } from '../commands/run-command.ts';
import type { WritableDb } from '../store/database.ts';

/** What became of one piece of outbox work. */
export type OutboxOutcome =
  /** With what is to be written down, in the transaction that takes the work off the list. */
  | {
      readonly kind: 'done';
      readonly stream?: string;
      readonly events?: readonly StationEvent[];
      /** What it means for other histories, the rest of a family for instance. */
      readonly also?: readonly StreamEvents[];
      /** What else is kept then, a signed file for instance. */
      readonly keep?: (db: WritableDb) => void;
    }
  /** Could not be done now, may be later: tried again with growing pauses, or after `afterMinutes`. */
  | { readonly kind: 'later'; readonly fault: string; readonly afterMinutes?: number }
  /** Will not succeed by itself: kept and shown until somebody acts. */
  | { readonly kind: 'failed'; readonly fault: string }
  /** Nobody can be written to: kept and shown until somebody called. */
  | { readonly kind: 'by-phone'; readonly fault: string };
