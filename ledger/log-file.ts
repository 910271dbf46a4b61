import { createHash, type Hash, type KeyObject, sign } from 'node:crypto';
import type { ChainHead } from './chain-head.ts';
import type { EventRow } from './event-row.ts';
import { wireEventOf, wireHeadOf } from './wire-form.ts';

/** Whose signed heads a log file can prove: 32 bytes of Ed25519, absent where nobody told the key. */
export interface LogFileKey {
  readonly station: string;
  readonly key: Uint8Array | null;
}

/** Where one chain of the file ends, and how many of its events are in the file. `hash` as hex. */
export interface LogFileChain {
  readonly station: string;
  readonly epoch: number;
  readonly events: number;
  readonly seq: number;
  readonly hash: string;
}

export interface LogFileStart {
  readonly station: string;
  readonly centre: string;
  readonly exportedAt: string;
  readonly keys: readonly LogFileKey[];
}

export interface LogFileEnd {
  readonly signedAt: string;
  readonly privateKey: KeyObject;
}

/**
 * Writes a log file line by line (docs/log-file.md) in constant memory: chain by chain, each event in its order, a head
 * behind the event that it signs, and at the end what the station signs of the file as a whole.
 */
export class LogFileLines {
  readonly #digest: Hash = createHash('sha256');
  readonly #chains: LogFileChain[] = [];
  #records = 0;

  start({ station, centre, exportedAt, keys }: LogFileStart): string {
    const told = keys.map(({ station: whose, key }) => ({ station: whose, key: key && hex(key) }));
    return this.#line({
      record: 'start',
      format: 'impfpass-log',
      version: 1,
      station,
      centre,
      exportedAt,
      keys: told,
    });
  }

  /** The event, and before it what is not here of a chain that is known in parts. */
  event(row: EventRow): string {
    const { station, epoch, seq } = row;
    const last = this.#chains.at(-1);
    const isNext = last?.station === station && last.epoch === epoch;
    const from = (isNext ? last.seq : 0) + 1;
    const gap = from < seq ? this.#line({ record: 'gap', station, epoch, from, to: seq - 1 }) : '';
    const events = (isNext ? last.events : 0) + 1;
    const chain = { station, epoch, events, seq, hash: hex(row.hash) };
    this.#chains.splice(isNext ? -1 : this.#chains.length, isNext ? 1 : 0, chain);
    return gap + this.#line({ record: 'event', ...wireEventOf(row) });
  }

  head(head: ChainHead): string {
    return this.#line({ record: 'head', ...wireHeadOf(head) });
  }

  /** Signed over everything before it: nothing can be added, left out or moved by whoever has not the station's key. */
  end({ signedAt, privateKey }: LogFileEnd): string {
    const facts = {
      records: this.#records,
      chains: this.#chains,
      digest: this.#digest.copy().digest('hex'),
      signedAt,
    };
    const signature = sign(null, Buffer.from(JSON.stringify(['impfpass-log', facts])), privateKey);
    return this.#line({ record: 'end', ...facts, signature: signature.toString('base64url') });
  }

  #line(record: object): string {
    const line = `${JSON.stringify(record)}\n`;
    this.#digest.update(line);
    this.#records += 1;
    return line;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
