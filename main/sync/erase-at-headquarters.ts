import { erasureAnswer } from '../../contracts/sync/pull-contract.ts';
import type { PersonId, StaffId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import { type Erasure, erasePerson } from '../commands/people/erase-person.ts';
import type { Writes } from '../context.ts';
import { countUnsent } from '../queries/sync/confirmed-up-to.ts';
import { personById, restrictedDueBy } from '../store/tables/people/people.ts';
import { answeredValue, keepAnswer } from '../store/tables/requests.ts';
import type { SyncLoop } from './known-loop.ts';

type Asking = Writes & { readonly sync: SyncLoop };

export type EraseRefusal = 'person-unknown' | 'already-requested' | 'headquarters-not-there';

/**
 * Headquarters alone knows the last dose anywhere and decides: the record is kept until a day, which becomes a
 * restriction here, or it is erased, which comes with the feed as it comes to every station. It must have everything
 * that was recorded here first; without the line nothing is erased.
 */
export async function eraseAtHeadquarters(
  station: Asking,
  actor: Actor,
  wish: { readonly requestId?: string; readonly personId: PersonId; readonly approvedBy?: StaffId },
): Promise<Result<Erasure, EraseRefusal>> {
  const { db, settings, sync } = station;
  const { requestId, personId, approvedBy } = wish;
  const known = requestId ? answeredValue(db, requestId, 'erase-person') : undefined;
  if (known) return accept(known.value as Erasure);
  const status = personById(db, personId)?.status;
  if (status !== 'registered' && status !== 'restricted') return refuse('person-unknown');
  if (countUnsent(db, settings) > 0) {
    sync.wake();
    return refuse('headquarters-not-there');
  }
  const body = { stream: personId, ask: 'erase', ...(approvedBy ? { approvedBy } : {}) };
  const answered = await sync.ask('/sync/v1/erasures', erasureAnswer, body);
  if (!answered.ok) return refuse('headquarters-not-there');
  const { decision, keptUntil } = answered.value;
  if (decision !== 'kept') {
    const value: Erasure = { outcome: 'erased' };
    if (requestId)
      db.transact(() => keepAnswer(db, { requestId, channel: 'erase-person', value, at: station.now() }));
    return accept(value);
  }
  return erasePerson(station, actor, { ...wish, keptUntil: keptUntil as PlainDate | undefined });
}

/** Asks for everybody whose deadline has passed; whoever is not erased now is asked for an hour later. */
export async function eraseDueAtHeadquarters(station: Asking): Promise<void> {
  if (!station.clock.isTrusted()) return;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  for (const personId of restrictedDueBy(station.db, today))
    await eraseAtHeadquarters(station, 'station', { personId });
}
