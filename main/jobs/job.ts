/** What a station does beside answering questions, for as long as it is open. */
export interface Job {
  readonly name: JobName;
  /** Begins, or does what must be done before the next job may begin. */
  start(): void | Promise<void>;
  /** Ends after the work in hand. */
  stop(): void | Promise<void>;
  /** The line of the log that says why it does not get on, until it does again. */
  fault(): string | undefined;
}

export type JobName =
  | 'checkpoints'
  | 'trial'
  | 'trial-network'
  | 'trial-clock'
  | 'outbox'
  | 'hand-over'
  | 'sync'
  | 'closings'
  | 'replannings'
  | 'import'
  | 'import-expiry'
  | 'due-work'
  | 'erasure'
  | 'log-signing'
  | 'disk-space'
  | 'pdf';

export interface JobHealth {
  readonly name: JobName;
  readonly state: 'stopped' | 'running' | 'failing';
  /** The id of its line in the log. */
  readonly logId?: string;
}
