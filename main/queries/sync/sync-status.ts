import type { SyncStatus } from '../../../contracts/ipc/sync-contract.ts';
import type { Reads } from '../../context.ts';
import { lastSeqOf } from '../../store/event-log/own-events.ts';
import { quarantinedEvents } from '../../store/event-log/receive-events.ts';
import { settingOf } from '../../store/settings.ts';

/** What headquarters confirmed, never what was merely sent. */
export function syncStatus({ db, settings }: Pick<Reads, 'db' | 'settings'>): SyncStatus {
  const link = settingOf(db, 'headquarters');
  if (!link) return { mode: 'stand-alone' };
  const { address, centreName, fingerprints, joinedAt, lastSentAt, lastHeardAt, trouble, keptApart } = link;
  return {
    mode: 'connected',
    address,
    centreName,
    fingerprints,
    joinedAt,
    unsent: lastSeqOf(db, settings) - link.sentUpTo,
    confirmed: link.sentUpTo,
    keptApart,
    notTaken: quarantinedEvents(db).length,
    lastSentAt,
    lastHeardAt,
    trouble,
  };
}
