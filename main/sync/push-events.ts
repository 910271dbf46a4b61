import { type PushRequest, pushAnswer } from '../../contracts/sync/push-contract.ts';
import { syncLimits, syncProtocol } from '../../contracts/sync/sync-limits.ts';
import { accept, type Result } from '../../domain/kernel/result.ts';
import { signChainHead } from '../../ledger/chain-head.ts';
import type { EventRow } from '../../ledger/event-row.ts';
import { sealKeys } from '../../ledger/key-box.ts';
import { wireEventOf, wireHeadOf } from '../../ledger/wire-form.ts';
import type { Writes } from '../context.ts';
import { confirmedUpTo } from '../queries/sync/confirmed-up-to.ts';
import type { StationKey } from '../station-key.ts';
import { keepHead } from '../store/event-log/chain-heads.ts';
import { eventsAfter } from '../store/event-log/own-events.ts';
import { personKeyOf } from '../store/person-keys.ts';
import { type HeadquartersLink, type SyncTrouble, settingOf } from '../store/settings.ts';
import type { HeadquartersClient } from './headquarters-client.ts';
import { changeLink } from './link.ts';
import { stationVersion } from './station-version.ts';
import { imagesIn, sendImages } from './template-images.ts';

/** Leaves room in a body for the keys and the head. */
const EVENT_BYTES = Math.floor(syncLimits.bodyBytes * 0.6);
/** What an event's columns take beside its data. */
const COLUMN_BYTES = 800;

type Pushing = Pick<Writes, 'db' | 'settings' | 'now'> & { readonly stationKey: StationKey };

/**
 * Sends the next events that headquarters has not confirmed: of a store that was put back first what is left of the
 * epochs before. Answers how many it confirmed; 0 when it has all.
 */
export async function pushEvents(
  station: Pushing,
  client: HeadquartersClient,
  signal?: AbortSignal,
): Promise<Result<number, SyncTrouble>> {
  const { db, settings, now } = station;
  const link = settingOf(db, 'headquarters');
  if (!link) return accept(0);
  const from = confirmedUpTo(link, settings);
  const rows = withinBytes(eventsAfter(db, settings.station, from, syncLimits.eventsABatch));
  const last = rows.at(-1);
  if (!last) return accept(0);
  // First the images, then who names them: headquarters signs no pass without.
  const images = await sendImages(station, client, imagesIn(rows), signal);
  if (!images.ok) return images;
  const body = await requestOf(station, link, rows, last);
  const answered = await client.ask('/sync/v1/events', pushAnswer, { body, signal });
  if (!answered.ok) return answered;
  const { lastContiguousSeq, outcomes } = answered.value;
  const apart = outcomes.filter(({ outcome }) => outcome === 'quarantined').length;
  const confirmed = lastContiguousSeq - (last.epoch === from.epoch ? from.seq : 0);
  changeLink(db, (before) => ({
    ...before,
    sentEpoch: last.epoch,
    sentUpTo: lastContiguousSeq,
    keptApart: before.keptApart + apart,
    lastSentAt: now(),
    trouble: confirmed > 0 ? undefined : 'refused',
  }));
  return accept(Math.max(0, confirmed));
}

async function requestOf(
  { db, stationKey, now }: Pushing,
  { exchangeKey }: HeadquartersLink,
  rows: readonly EventRow[],
  last: EventRow,
): Promise<PushRequest> {
  const { station, epoch, seq, hash } = last;
  const head = signChainHead({ station, epoch, seq, hash, signed_at: now() }, stationKey.privateKey);
  keepHead(db, head);
  const keys = [...new Set(rows.map(({ stream }) => stream))].flatMap((stream) => {
    const key = personKeyOf(db, stream);
    return key ? [{ stream, key: Buffer.from(key).toString('base64url') }] : [];
  });
  const wire = wireHeadOf(head);
  return {
    protocol: syncProtocol,
    head: wire,
    events: rows.map(wireEventOf),
    ...(keys.length > 0
      ? { keys: await sealKeys(keys, Buffer.from(exchangeKey, 'base64url'), wire.hash) }
      : {}),
    version: stationVersion,
  };
}

function withinBytes(rows: readonly EventRow[]): readonly EventRow[] {
  let bytes = 0;
  const end = rows.findIndex(({ data }, index) => {
    bytes += Buffer.byteLength(data) + COLUMN_BYTES;
    return bytes > EVENT_BYTES && index > 0;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
