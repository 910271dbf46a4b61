/** What a station and headquarters hold each other to. */
export const syncLimits = {
  /** Events in one push and in one answer to a pull. */
  eventsABatch: 500,
  /** Bytes of one request's body. */
  bodyBytes: 1024 * 1024,
  /** Bytes of one event's `data`: one that is larger is kept apart. */
  eventBytes: 256 * 1024,
  /** How long a pull may wait for something new. */
  longestWaitMs: 25_000,
} as const;

/** Part of every request and answer: a later protocol gets a later number. */
export const syncProtocol = 1;
