import { type PullAnswer, pullAnswer } from '../../contracts/sync/pull-contract.ts';
import { syncLimits, syncProtocol } from '../../contracts/sync/sync-limits.ts';
import type { StreamKeys } from '../../contracts/sync/wire-event.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { feedHeadIsGenuine, feedStart, nextFeedHash } from '../../ledger/feed-head.ts';
import { openKeys } from '../../ledger/key-box.ts';
import { publicKeyOf } from '../../ledger/raw-keys.ts';
import { recordedEventOf } from '../../ledger/recorded-event.ts';
import { rowOfWire } from '../../ledger/wire-form.ts';
import { followReceived } from '../commit/follow-received.ts';
import type { Writes } from '../context.ts';
import { appendReceived } from '../store/event-log/receive-events.ts';
import { type HeadquartersLink, type SyncTrouble, settingOf } from '../store/settings.ts';
import { leaveNoTraces } from '../store/traces-left.ts';
import { exchangeKeyOf } from './exchange-key.ts';
import type { HeadquartersClient } from './headquarters-client.ts';
import { changeLink } from './link.ts';

export interface Pulled {
  /** Places of the feed that were read, also those of own events. */
  readonly read: number;
  /** Events of others that are new here. */
  readonly taken: number;
}

const nothing: Pulled = { read: 0, taken: 0 };

/** Takes over what is new in the centre's feed; waits up to `waitMs` for it. */
export async function pullFeed(
  { db, now }: Pick<Writes, 'db' | 'now'>,
  client: HeadquartersClient,
  { waitMs, signal }: { waitMs: number; signal?: AbortSignal },
): Promise<Result<Pulled, SyncTrouble>> {
  const link = settingOf(db, 'headquarters');
  if (!link) return accept(nothing);
  // A store that was put back gets what it had recorded since and lost.
  const own = (settingOf(db, 'centre')?.epoch ?? 1) > 1 ? 1 : 0;
  const query = `own=${own}&protocol=${syncProtocol}&after=${link.feedPosition}&limit=${syncLimits.eventsABatch}&waitMs=${waitMs}`;
  const answered = await client.ask(`/sync/v1/feed?${query}`, pullAnswer, { waitMs, signal });
  if (!answered.ok) {
    // A feed that does not reach so far was put back.
    if (answered.refusal === 'refused') beginAnew(db);
    return answered;
  }
  const keys = await keysIn(db, link, answered.value);
  if (!keys) {
    // Signed by headquarters, but not what went on from here: it was put back and has gone on since.
    if (isSignedBy(link, answered.value.head)) beginAnew(db);
    return refuse('not-genuine');
  }
  const { centre, feedPosition } = link;
  const { entries, head } = answered.value;
  let hasErased = false;
  const pulled = db.transact(() => {
    // Left, or read by another turn meanwhile.
    if (settingOf(db, 'headquarters')?.feedPosition !== feedPosition) return accept(nothing);
    const events = entries.flatMap(({ event }) => event ?? []);
    const receipt = appendReceived(db, { centre, events, keys, receivedAt: now() });
    const { taken } = receipt;
    hasErased = receipt.hasErased;
    if (taken > 0)
      followReceived(
        { db, now },
        events.flatMap((event) => recordedEventOf(rowOfWire(event), undefined) ?? []),
      );
    changeLink(db, (before) => ({
      ...before,
      feedPosition: head.position,
      feedHash: head.hash,
      lastHeardAt: now(),
      clockAheadSeconds: client.aheadSeconds,
      trouble: undefined,
    }));
    return accept({ read: entries.length, taken });
  });
  if (hasErased) leaveNoTraces(db);
  return pulled;
}

/**
 * A headquarters that was put back may lack what it had confirmed, of whatever epoch, and has told another story since.
 * Everything is read and sent from the start; neither side takes anything twice.
 */
function beginAnew(db: Writes['db']): void {
  changeLink(db, (before) => {
    if (before.feedPosition === 0) return before;
    const { sentEpoch: _, ...link } = before;
    return { ...link, sentUpTo: 0, feedPosition: 0, feedHash: feedStart };
  });
}

function isSignedBy(link: HeadquartersLink, head: PullAnswer['head']): boolean {
  const signer = publicKeyOf('Ed25519', Buffer.from(link.signingKey, 'base64url'));
  return head.centre === link.centre && feedHeadIsGenuine(head, signer);
}

/** The keys that came along; undefined when the answer is not the continuation that headquarters signed. */
async function keysIn(
  db: Writes['db'],
  link: HeadquartersLink,
  { entries, head, keys }: PullAnswer,
): Promise<StreamKeys | undefined> {
  let [position, hash] = [link.feedPosition, link.feedHash];
  for (const entry of entries) {
    position += 1;
    if (entry.position !== position || (entry.event && entry.event.hash !== entry.hash)) return undefined;
    hash = nextFeedHash(hash, entry.hash);
  }
  if (head.position !== position || head.hash !== hash || !isSignedBy(link, head)) return undefined;
  return keys ? openKeys(keys, exchangeKeyOf(db).privateKey, head.hash) : [];
}
