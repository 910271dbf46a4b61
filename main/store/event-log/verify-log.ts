import type { KeyObject } from 'node:crypto';
import { faultOfEvent } from '../../../contracts/events/read-event.ts';
import { headIsGenuine } from '../../../ledger/chain-head.ts';
import { chainStart, hashOfEvent } from '../../../ledger/event-hash.ts';
import type { EventRow } from '../../../ledger/event-row.ts';
import { publicKeyOf } from '../../../ledger/raw-keys.ts';
import { openedData } from '../../../ledger/recorded-event.ts';
import type { ReadableDb } from '../database.ts';
import { personKeyOf } from '../person-keys.ts';
import { signedHeads } from './chain-heads.ts';
import { knownStations } from './known-stations.ts';

export interface LogFault {
  readonly position: number;
  readonly fault:
    | 'hash-wrong'
    /** It does not say what an event of its type and version says. */
    | 'data-invalid'
    | 'link-broken'
    | 'seq-gap'
    | 'order-changed'
    | 'head-forged'
    | 'head-differs'
    | 'head-without-event'
    | 'unreadable';
}

export interface LogVerdict {
  readonly isWhole: boolean;
  readonly events: number;
  readonly heads: number;
  /** How far the last good signature reaches: what comes after is chained, but not signed yet. */
  readonly signedUpTo: number;
  readonly faults: readonly LogFault[];
}

const MOST_FAULTS = 20;

/** Reads the log from end to end and checks every hash, every link, every number and every signed head. */
export function verifyLog(db: ReadableDb, publicKeys: ReadonlyMap<string, KeyObject>): LogVerdict {
  const faults: LogFault[] = [];
  const tell = (position: number, fault: LogFault['fault']) => {
    if (faults.length < MOST_FAULTS) faults.push({ position, fault });
  };
  const foreign = new Map(knownStations(db).map((known) => [known.station, known.signing_key]));
  const hashes = new Map<string, string>();
  const links: Link[] = [];
  const ends = new Map<string, { seq: number; hash: Uint8Array }>();
  let events = 0;
  let signedUpTo = 0;
  let heads = 0;
  try {
    for (const row of db.each<EventRow>('SELECT * FROM event ORDER BY position')) {
      events += 1;
      if (row.position !== events) tell(row.position, 'order-changed');
      if (hex(hashOfEvent(row)) !== hex(row.hash)) tell(row.position, 'hash-wrong');
      if (foreign.has(row.station)) links.push(linkOf(row));
      else checkEnd(row, ends, tell);
      if (!isSound(db, row)) tell(row.position, 'data-invalid');
      hashes.set(`${row.station} ${row.epoch} ${row.seq}`, hex(row.hash));
    }
    checkLinks(links, hashes, tell);
    for (const head of signedHeads(db)) {
      heads += 1;
      const told = foreign.get(head.station);
      const key = publicKeys.get(head.station) ?? (told ? publicKeyOf('Ed25519', told) : undefined);
      const hash = hashes.get(`${head.station} ${head.epoch} ${head.seq}`);
      if (!key || !headIsGenuine(head, key)) tell(head.seq, 'head-forged');
      else if (hash === undefined) {
        // Of another's chain only parts may be here.
        if (!foreign.has(head.station)) tell(head.seq, 'head-without-event');
      } else if (hash !== hex(head.hash)) tell(head.seq, 'head-differs');
      else if (!foreign.has(head.station)) signedUpTo = Math.max(signedUpTo, head.seq);
    }
  } catch {
    tell(events + 1, 'unreadable');
  }
  return { isWhole: faults.length === 0, events, heads, signedUpTo, faults };
}

/** The station's own chain: from the first event on, each follows on the one before. */
function checkEnd(
  row: EventRow,
  ends: Map<string, { seq: number; hash: Uint8Array }>,
  tell: (position: number, fault: LogFault['fault']) => void,
): void {
  const chain = `${row.station} ${row.epoch}`;
  const before = ends.get(chain) ?? { seq: 0, hash: chainStart };
  if (row.seq !== before.seq + 1) tell(row.position, 'seq-gap');
  if (hex(row.prev_hash) !== hex(before.hash)) tell(row.position, 'link-broken');
  ends.set(chain, { seq: row.seq, hash: row.hash });
}

interface Link {
  readonly position: number;
  readonly before: string;
  readonly hash: string;
}

function linkOf(row: EventRow): Link {
  return {
    position: row.position,
    before: `${row.station} ${row.epoch} ${row.seq - 1}`,
    hash: hex(row.prev_hash),
  };
}

/** Another's chain is here in parts: where the event before is here too, it must be the one that was followed on. */
function checkLinks(
  links: readonly Link[],
  hashes: ReadonlyMap<string, string>,
  tell: (position: number, fault: LogFault['fault']) => void,
): void {
  for (const { position, before, hash } of links) {
    const there = hashes.get(before);
    if (there !== undefined && there !== hash) tell(position, 'link-broken');
  }
}

/** Whether it says what its kind says, the personal part included where its key is here. */
function isSound(db: ReadableDb, row: EventRow): boolean {
  try {
    const key = personKeyOf(db, row.stream);
    const data = openedData(row, key);
    const isOpen = !/"personal":"/.test(row.data) || !key || 'personal' in data;
    return isOpen && faultOfEvent({ type: row.type, version: row.version, data }) === undefined;
  } catch {
    return false; // no JSON, or a box that its key does not open
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
