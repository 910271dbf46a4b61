import type { Readable } from 'node:stream';

/** Where a command reads and writes. Results go to `out`, everything for the person at the keyboard to `err`. */
export interface CliIo {
  out(line: string): void;
  err(line: string): void;
  /** Resolves once whoever reads `out` keeps up: a long batch waits here instead of piling its answers up. */
  ready?(): Promise<void>;
  readonly stdin: Readable;
}

/** One word (or two, `log verify`) of the admin command line. */
export interface CliCommand {
  readonly summary: string;
  readonly usage: string;
  /** Runs with the words after the command's own name and answers the exit code: 0 done, 1 refused or failed, 2 called wrongly. */
  run(args: string[], io: CliIo): Promise<number>;
}
