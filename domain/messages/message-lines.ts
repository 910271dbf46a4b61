/** A part of a message with its title. */
export interface MessageBlock {
  readonly title?: string;
  readonly lines: readonly MessageLine[];
}

/** One line; with an address it is a link. */
export interface MessageLine {
  readonly text: string;
  readonly url?: string;
}
