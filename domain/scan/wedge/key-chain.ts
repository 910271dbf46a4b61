import type { KeyRecord } from './key-record.ts';

/** Records in the order they came, each step sharing those before: adding one costs the same however long it is. */
export interface KeyChain {
  readonly last: KeyRecord;
  readonly before: KeyChain | undefined;
}

export function recordsIn(chain: KeyChain | undefined): KeyRecord[] {
  const records: KeyRecord[] = [];
  for (let link = chain; link; link = link.before) records.push(link.last);
  return records.reverse();
}
