/** Sends and fetches for as long as the station is open, whatever comes in between. */
export interface SyncLoop {
  /** Begins, or begins anew: after the centre joined or left. */
  restart(): Promise<void>;
  /** Something was recorded: it is sent at once. */
  wake(): void;
  stop(): Promise<void>;
}
