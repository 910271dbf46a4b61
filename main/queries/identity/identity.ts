import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { openVisitOn } from '../../../domain/appointments/visits.ts';
import { evolveIdentity, type IdentityState, neverConfirmed } from '../../../domain/identity/identity.ts';
import { fold } from '../../../domain/kernel/event.ts';
import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { Reads } from '../../context.ts';
import { knownFrom } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { isIdentityChecked } from '../../store/tables/identity/identity-check.ts';

export function identityFrom(history: readonly RecordedEvent[]): IdentityState {
  return fold(neverConfirmed, evolveIdentity, history);
}

/** Whether nobody has confirmed yet who somebody is, in a centre that does so before a dose. */
export function identityHold(
  db: ReadableDb,
  history: readonly RecordedEvent[],
  visitId: VisitId | undefined,
): 'identity-unconfirmed' | undefined {
  if (!isIdentityChecked(db)) return undefined;
  return visitId && identityFrom(history).has(visitId) ? undefined : 'identity-unconfirmed';
}

/** Of today's visit of somebody. */
export function identityOfPerson(
  { db, now, settings }: Reads,
  personId: PersonId,
): ChannelOutput<'identity.of-person'> {
  if (!isIdentityChecked(db)) return { isOpen: false };
  const history = historyOf(db, personId);
  const today = plainDateAt(now(), settings.timeZone);
  const visitId = openVisitOn(knownFrom(history).appointments.visits, today)?.visitId;
  const isOpen = identityHold(db, history, visitId) !== undefined;
  return { isOpen, ...(visitId ? { visitId } : {}) };
}
