import type { PushAnswer, PushRequest } from '../../../contracts/sync/push-contract.ts';
import { wireEvent } from '../../../contracts/sync/wire-event.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { headIsGenuine } from '../../../ledger/chain-head.ts';
import { openKeys } from '../../../ledger/key-box.ts';
import { publicKeyOf } from '../../../ledger/raw-keys.ts';
import { headOfWire } from '../../../ledger/wire-form.ts';
import type { Headquarters } from '../../headquarters.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { keepApart, releasePlaces } from '../../store/quarantine.ts';
import { holdChain, moveChainEnd, placesOf, takeEvents, takenIds } from '../../store/received-events.ts';
import { changeStanding, noteSeen, stationOf } from '../../store/stations.ts';
import type { Caller } from '../tokens/authenticate.ts';
import { planWebhooks } from '../webhooks/plan-webhooks.ts';
import { type Batch, evaluateBatch } from './evaluate-batch.ts';

export type PushRefusal = 'station-frozen' | 'head-forged' | 'keys-unreadable';

/**
 * Takes a batch over in one transaction: each event is accepted, known already, or kept apart with a reason. The first
 * event that contradicts one of the same place freezes its station: two computers write in its name.
 */
export async function push(
  headquarters: Headquarters,
  caller: Caller,
  request: PushRequest,
): Promise<Result<PushAnswer, PushRefusal>> {
  const { databases, personKeys, now } = headquarters;
  const { centre, id: station } = caller;
  const known = await inCentre(databases.app, centre, (db) => stationOf(db, station));
  if (known?.standing === 'frozen') return refuse('station-frozen');
  if (!known || !isHeadOf(known.signingKey, station, request)) return refuse('head-forged');
  if (request.keys) {
    const { exchange } = await headquarters.serverKeys();
    const keys = await openKeys(request.keys, exchange.privateKey, request.head.hash);
    if (!keys) return refuse('keys-unreadable');
    // Before the events: whoever sees one can open it.
    await personKeys.keep(centre, keys);
  }
  return inCentre(databases.app, centre, async (db) => {
    const batch = await evaluateRequest(db, caller, request);
    if (batch === 'conflict') {
      await changeStanding(db, station, { from: ['active'], to: 'frozen', at: now() });
      return refuse('station-frozen');
    }
    await write(db, caller, request.head.epoch, batch, now());
    await planWebhooks(headquarters, db, centre, batch.taken);
    await noteSeen(db, station, { at: now(), version: request.version, isPush: true });
    return accept({ outcomes: [...batch.outcomes], lastContiguousSeq: batch.end.lastSeq });
  });
}

function isHeadOf(signingKey: Uint8Array, station: string, { head, events }: PushRequest): boolean {
  const last = wireEvent.safeParse(events.at(-1)).data;
  const fits = last === undefined || (last.seq === head.seq && last.hash === head.hash);
  return (
    head.station === station && fits && headIsGenuine(headOfWire(head), publicKeyOf('Ed25519', signingKey))
  );
}

async function evaluateRequest(
  db: CentreDb,
  { centre, id: station }: Caller,
  { head: { epoch }, events }: PushRequest,
): Promise<Batch | 'conflict'> {
  const read = events.map((event) => wireEvent.safeParse(event).data);
  const end = await holdChain(db, centre, station, epoch);
  const seqs = new Set(read.flatMap((event) => (event ? [event.seq] : [])));
  const places = await placesOf(db, station, epoch, [...seqs]);
  const ids = await takenIds(
    db,
    read.flatMap((event) => (event ? [event.id] : [])),
  );
  return evaluateBatch({ station, epoch, end, places, ids }, events, read);
}

async function write(
  db: CentreDb,
  { centre, id: station }: Caller,
  epoch: number,
  batch: Batch,
  now: Instant,
): Promise<void> {
  await keepApart(db, centre, batch.apart, now);
  await releasePlaces(db, station, epoch, batch.released);
  await takeEvents(db, centre, batch.taken, now);
  await moveChainEnd(db, station, epoch, batch.end);
}
