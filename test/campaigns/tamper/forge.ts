import { createHash } from 'node:crypto';
import { type WireEvent, wireEvent } from '../../../contracts/sync/wire-event.ts';
import { hashOfEvent } from '../../../ledger/event-hash.ts';
import type { LogFileChain } from '../../../ledger/log-file.ts';
import { rowOfWire } from '../../../ledger/wire-form.ts';

/** The event on that line, where it is one. */
export function eventOn(line: string): WireEvent | undefined {
  const { record, ...event } = JSON.parse(line);
  return record === 'event' ? wireEvent.parse(event) : undefined;
}

export function lineOf(event: WireEvent): string {
  return JSON.stringify({ record: 'event', ...event });
}

/** Puts the hashes of a chain right from that line on, as its writer would have made them. */
export function rehashFrom(lines: readonly string[], at: number): string[] {
  const changed = [...lines];
  let before: WireEvent | undefined;
  for (let index = at; index < changed.length; index++) {
    const event = eventOn(changed[index] ?? '');
    if (!event) continue;
    if (before && (event.station !== before.station || event.epoch !== before.epoch)) break;
    const linked = { ...event, prevHash: before?.hash ?? event.prevHash };
    before = { ...linked, hash: Buffer.from(hashOfEvent(rowOfWire(linked))).toString('hex') };
    changed[index] = lineOf(before);
  }
  return changed;
}

/** The end of the file as it would be for these lines, with the signature of the former one: the key is elsewhere. */
export function withEndRewritten(lines: readonly string[]): string[] {
  const body = lines.slice(0, -1);
  const { signedAt, signature } = JSON.parse(lines.at(-1) ?? '{}');
  const text = body.map((line) => `${line}\n`).join('');
  return [
    ...body,
    JSON.stringify({
      record: 'end',
      records: body.length,
      chains: chainsIn(body),
      digest: createHash('sha256').update(text).digest('hex'),
      signedAt,
      signature,
    }),
  ];
}

function chainsIn(lines: readonly string[]): LogFileChain[] {
  const chains = new Map<string, LogFileChain>();
  for (const event of lines.flatMap((line) => eventOn(line) ?? [])) {
    const { station, epoch, seq, hash } = event;
    const name = `${station} ${epoch}`;
    const events = (chains.get(name)?.events ?? 0) + 1;
    chains.set(name, { station, epoch, events, seq, hash });
  }
  return [...chains.values()];
}
