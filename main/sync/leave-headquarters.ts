import { leaveAnswer } from '../../contracts/sync/leave-contract.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import { commit } from '../commit/commit.ts';
import { decideOpenPasses } from '../commit/decide-open-passes.ts';
import type { Writes } from '../context.ts';
import { countUnsent } from '../queries/sync/confirmed-up-to.ts';
import { connectionOf } from '../queries/sync/connection-of.ts';
import type { StationKey } from '../station-key.ts';
import { streamsSince } from '../store/event-log/own-events.ts';
import { enqueue } from '../store/outbox/outbox.ts';
import { removeSetting, settingOf } from '../store/settings.ts';
import { unsignedPassIds } from '../store/tables/passes/passes.ts';
import { fetchTrusting } from './fetch-trusting.ts';
import { HeadquartersClient } from './headquarters-client.ts';
import type { SyncLoop } from './known-loop.ts';
import type { Fetch } from './line.ts';
import { changeLink } from './link.ts';
import { pushEvents } from './push-events.ts';

interface Leaving extends Writes {
  readonly stationKey: StationKey;
  readonly sync: SyncLoop;
}

/**
 * Stands alone from now on, and decides by itself again, also what headquarters left open. What headquarters has not
 * confirmed yet stays here: whoever leaves with it says so. Headquarters is told where the line is there, and takes the
 * station again with a new code; where it is not, its operator revokes the station first.
 */
export async function leaveHeadquarters(
  station: Leaving,
  fetch: Fetch,
  { evenUnsent, actor }: { readonly evenUnsent: boolean; readonly actor: Actor },
): Promise<Result<Record<string, never>, 'not-joined' | 'events-unsent'>> {
  const { db, settings, sync } = station;
  const link = settingOf(db, 'headquarters');
  if (!link) return refuse('not-joined');
  if (!evenUnsent && countUnsent(db, settings) > 0) return refuse('events-unsent');
  await sync.stop();
  standAlone(station, actor);
  const line = fetchTrusting(link.authority, fetch);
  const client = new HeadquartersClient(link, station.stationKey.privateKey, line);
  for (let sent = 1; sent > 0; ) {
    const pushed = await pushEvents(station, client);
    sent = pushed.ok ? pushed.value : 0;
  }
  await client.ask('/sync/v1/leave', leaveAnswer, { body: {} });
  db.transact(() => removeSetting(db, 'headquarters'));
  return accept({});
}

function standAlone(station: Writes, actor: Actor): void {
  const { db, settings, now } = station;
  db.transact(() => {
    if (connectionOf(db) === 'stand-alone') return;
    const touched = streamsSince(db, settings.station, 'HeadquartersJoined') as PersonId[];
    changeLink(db, ({ connectedAt: _, ...before }) => before);
    const event = { type: 'HeadquartersLeft', version: 1, data: {} } as const;
    commit(station, [{ stream: 'centre', actor, occurredAt: now(), event }]);
    decideOpenPasses(station, touched);
    enqueue(
      db,
      now(),
      unsignedPassIds(db).map((subject) => ({ kind: 'sign-pass', subject, priority: 'bulk' })),
    );
  });
}
