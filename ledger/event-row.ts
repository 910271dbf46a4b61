/** An event as it stands in the table: personal parts sealed, `data` the exact text that was hashed. */
export interface EventRow {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly stream: string;
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hlc: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: string;
  readonly data: string;
  readonly prev_hash: Uint8Array;
  readonly hash: Uint8Array;
}
