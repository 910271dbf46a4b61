import { idOf, type PersonId } from '../../domain/kernel/ids.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { historyOf } from '../store/event-log/read-events.ts';
import { dropWork } from '../store/outbox/outbox.ts';
import { destroyPersonKey } from '../store/person-keys.ts';
import type { ImportRow } from '../store/tables/import/imports.ts';
import { removePassFile } from '../store/tables/passes/passes.ts';

export interface TakenBack {
  withdrawn: number;
  kept: number;
}

/** What an import itself writes: whoever has more in their history was used by the desk, and stays. */
const ownEvents = new Set(['PersonRegistered', 'AppointmentBooked', 'PassIssued']);

/** Takes back the registrations of these rows. Call it in the transaction that notes how far it came. */
export function takeBackRows(
  station: Writes,
  rows: readonly ImportRow[],
  { importId, actor }: { importId: string; actor: Actor },
): TakenBack {
  const taken = { withdrawn: 0, kept: 0 };
  for (const { verdict, person_id } of rows) {
    if (verdict === 'extend' || verdict === 'corrected') taken.kept += 1;
    if (verdict !== 'add' || !person_id) continue;
    const history = historyOf(station.db, person_id);
    const [first] = history;
    if (first?.event.type !== 'PersonRegistered') continue;
    if (history.some(({ event }) => event.type === 'RegistrationWithdrawn')) continue;
    if (history.some(({ event }) => !ownEvents.has(event.type))) {
      taken.kept += 1;
      continue;
    }
    const personId = idOf<PersonId>(person_id);
    const event = { type: 'RegistrationWithdrawn', version: 1, data: { personId, importId } } as const;
    commit(station, [{ stream: personId, actor, occurredAt: station.now(), event }]);
    for (const { event: past } of history)
      if (past.type === 'PassIssued') {
        dropWork(station.db, past.data.passId);
        removePassFile(station.db, past.data.passId);
      }
    destroyPersonKey(station.db, personId);
    taken.withdrawn += 1;
  }
  return taken;
}
