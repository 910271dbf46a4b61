/**
 * A history with the answer that the CDC's logic specification leads to, worked out by hand from the supporting data
 * (v4.64) for what no published case here reaches. Doses are `day CVX`; V counts, N does not, E is one too many.
 */
export interface OwnCase {
  readonly given: string;
  readonly group: string;
  readonly born: string;
  readonly at: string;
  readonly doses?: readonly string[];
  readonly history?: readonly string[];
  /** Of each dose. */
  readonly counts?: string;
  readonly series: string;
  readonly earliest?: string;
  /** As the earliest day where it is absent. */
  readonly recommended?: string;
}
