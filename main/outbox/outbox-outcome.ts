/** What became of one piece of outbox work. */
export type OutboxOutcome =
  | { readonly kind: 'done' }
  /** Could not be done now, may be later: tried again with growing pauses. */
  | { readonly kind: 'later'; readonly fault: string }
  /** Will not succeed by itself: kept and shown until somebody acts. */
  | { readonly kind: 'failed'; readonly fault: string };
