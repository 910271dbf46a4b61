import { createHash, type KeyObject } from 'node:crypto';
import { isKnownKind, parseEvent } from '../../../contracts/events/read-event.ts';
import {
  type StreamKeys,
  type WireEvent,
  type WireHead,
  wireEvent,
} from '../../../contracts/sync/wire-event.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { readJson } from '../../../domain/kernel/read-json.ts';
import { headIsGenuine } from '../../../ledger/chain-head.ts';
import { isHlcOf } from '../../../ledger/hybrid-clock.ts';
import { publicKeyOf } from '../../../ledger/raw-keys.ts';
import { openedData } from '../../../ledger/recorded-event.ts';
import { headOfWire, rowOfWire, wireHashHolds } from '../../../ledger/wire-form.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { eraseTraces } from '../erase-traces.ts';
import { keepReceivedKey, personKeyOf } from '../person-keys.ts';
import { reprojectStreams } from '../projections/reproject-streams.ts';
import { settingOf } from '../settings.ts';
import { keepHead } from './chain-heads.ts';
import { insertEvent } from './insert-event.ts';
import { knownStations, noteStation } from './known-stations.ts';
import { noteClock } from './seen-clock.ts';

/** Events of others, in any order and in parts, with what opens and what proves them. */
export interface ReceivedBatch {
  /** Whose feed it is: the centre of the stations that wrote the events. */
  readonly centre: string;
  /** Each is checked by itself (`wireEvent`): a bad one holds up no other. */
  readonly events: readonly unknown[];
  readonly keys?: StreamKeys;
  readonly heads?: readonly WireHead[];
  /** Ed25519 keys of the writers, 32 bytes each. */
  readonly signingKeys?: ReadonlyMap<string, Uint8Array>;
  readonly receivedAt: Instant;
}

export type ReceiveFault =
  | 'not-an-event'
  | 'hash-wrong'
  | 'clock-unreadable'
  | 'data-unreadable'
  | 'data-invalid'
  | 'place-taken'
  | 'id-taken'
  | 'own-chain';

export interface Receipt {
  readonly taken: number;
  readonly known: number;
  readonly quarantined: readonly ReceiveFault[];
  /** Histories that say something else now. */
  readonly streams: readonly string[];
  /** Somebody was erased: `leaveNoTraces` follows behind the transaction. */
  readonly hasErased: boolean;
}

/**
 * Takes over what others recorded: appended as it is, the keys kept, the read models of the histories made anew. What
 * follows from a fact was decided where it was recorded; here follows only that whoever was erased is erased here too.
 */
export function appendReceived(db: WritableDb, batch: ReceivedBatch): Receipt {
  return db.transact(() => {
    const touched = new Set<string>();
    const quarantined: ReceiveFault[] = [];
    let [taken, known, hasErased] = [0, 0, false];
    for (const { stream, key } of batch.keys ?? [])
      if (keepReceivedKey(db, stream, Buffer.from(key, 'base64url'))) touched.add(stream);
    noteWriters(db, batch);
    for (const raw of batch.events) {
      const event = wireEvent.safeParse(raw).data;
      const verdict = event ? verdictOn(db, event) : 'not-an-event';
      if (verdict === 'known') known += 1;
      else if (verdict !== 'new' || !event) {
        const fault = verdict === 'new' ? 'not-an-event' : verdict;
        quarantined.push(fault);
        quarantine(db, raw, fault, batch.receivedAt);
      } else {
        insertEvent(db, rowOfWire(event));
        noteClock(db, event.hlc);
        if (isErasure(event)) {
          eraseTraces(db, event.stream as PersonId, batch.receivedAt);
          hasErased = true;
        }
        touched.add(event.stream);
        taken += 1;
      }
    }
    reprojectStreams(db, touched);
    return { taken, known, quarantined, streams: [...touched], hasErased };
  });
}

/** Tries once more what could not be taken: a newer program may know what to make of it. Answers what it took. */
export function retryQuarantined(db: WritableDb, centre: string, receivedAt: Instant): Receipt {
  return db.transact(() => {
    const texts = db.all<{ text: string }>('SELECT text FROM quarantined_event ORDER BY id');
    db.run('DELETE FROM quarantined_event');
    return appendReceived(db, { centre, events: texts.map(({ text }) => JSON.parse(text)), receivedAt });
  });
}

export function quarantinedEvents(db: ReadableDb): { reason: ReceiveFault; received_at: Instant }[] {
  return db.all('SELECT reason, received_at FROM quarantined_event ORDER BY id');
}

function noteWriters(db: WritableDb, { centre, events, heads = [], signingKeys }: ReceivedBatch): void {
  const own = settingOf(db, 'centre')?.station;
  const stations = new Set(events.flatMap((raw) => wireEvent.safeParse(raw).data?.station ?? []));
  for (const station of stations)
    if (station !== own) noteStation(db, { station, centre, signing_key: signingKeys?.get(station) ?? null });
  const keys = signingKeysOf(db);
  for (const head of heads) {
    const key = keys.get(head.station);
    if (key && headIsGenuine(headOfWire(head), key)) keepHead(db, headOfWire(head));
  }
}

function signingKeysOf(db: WritableDb): Map<string, KeyObject> {
  return new Map(
    knownStations(db).flatMap(({ station, signing_key }): [string, KeyObject][] =>
      signing_key ? [[station, publicKeyOf('Ed25519', signing_key)]] : [],
    ),
  );
}

function verdictOn(db: WritableDb, event: WireEvent): 'new' | 'known' | ReceiveFault {
  const there = db.first<{ hash: Uint8Array }>(
    'SELECT hash FROM event WHERE station = ? AND epoch = ? AND seq = ?',
    event.station,
    event.epoch,
    event.seq,
  );
  if (there && Buffer.from(there.hash).toString('hex') === event.hash) return 'known';
  if (!wireHashHolds(event)) return 'hash-wrong';
  if (there) return 'place-taken';
  if (db.first('SELECT 1 AS one FROM event WHERE id = ?', event.id)) return 'id-taken';
  const own = settingOf(db, 'centre');
  if (event.station === own?.station && event.epoch >= own.epoch) return 'own-chain';
  if (!isHlcOf(event.hlc, event.station)) return 'clock-unreadable';
  return dataFaultOf(db, event) ?? 'new';
}

/** The personal part is evaluated where its key is here; what a key does not open is treated as if it were not. */
function dataFaultOf(db: WritableDb, event: WireEvent): ReceiveFault | undefined {
  const read = readJson(event.data);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return 'data-unreadable';
  if (!isKnownKind(event.type, event.version)) return undefined;
  const data = openedData(event, personKeyOf(db, event.stream));
  return parseEvent({ type: event.type, version: event.version, data }).ok ? undefined : 'data-invalid';
}

function isErasure({ type, version, stream, data }: WireEvent): boolean {
  if (type !== 'PersonErased' && type !== 'RegistrationWithdrawn') return false;
  return isKnownKind(type, version) && (JSON.parse(data) as { personId?: string }).personId === stream;
}

function quarantine(db: WritableDb, raw: unknown, reason: ReceiveFault, at: Instant): void {
  const text = JSON.stringify(raw ?? null);
  const digest = createHash('sha256').update(text).digest('hex');
  db.run(
    `INSERT INTO quarantined_event (digest, reason, text, received_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING`,
    digest,
    reason,
    text,
    at,
  );
}
