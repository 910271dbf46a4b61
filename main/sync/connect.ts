import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { connectionOf } from '../queries/sync/connection-of.ts';
import { dropKind } from '../store/outbox/outbox.ts';
import { settingOf } from '../store/settings.ts';
import { changeLink } from './link.ts';

/**
 * Headquarters admitted the station: from the event on that says so it alone decides what passes say. What waits here
 * to be signed is signed there; mails that wait are still sent from here.
 */
export function connect(station: Omit<Writes, 'announce'>): void {
  const { db, now } = station;
  db.transact(() => {
    const link = settingOf(db, 'headquarters');
    if (!link || connectionOf(db) === 'connected') return;
    const event = {
      type: 'HeadquartersJoined',
      version: 1,
      data: { headquarters: link.fingerprints.headquarters },
    } as const;
    commit(station, [{ stream: 'centre', actor: 'station', occurredAt: now(), event }]);
    dropKind(db, 'sign-pass');
    changeLink(db, (before) => ({ ...before, connectedAt: now() }));
  });
}
