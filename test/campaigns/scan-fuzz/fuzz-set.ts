/** What one kind of hostile input goes through. Where it is bytes, each character of the text stands for one. */
export interface FuzzSet {
  readonly name: string;
  /** Part of the addresses of the code whose coverage guides the search. */
  readonly covered: string;
  readonly seeds: readonly string[];
  /** Pieces that the readers look for. */
  readonly words: readonly string[];
  readonly codes?: number;
  /** They answer with values; whatever is thrown is a failure. */
  readonly targets: readonly ((text: string) => void)[];
}
