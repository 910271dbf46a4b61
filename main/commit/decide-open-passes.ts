import type { PersonId } from '../../domain/kernel/ids.ts';
import { decideIssue, decideUpdate, isSameDoseState } from '../../domain/passes/pass.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import type { Writes } from '../context.ts';
import { commit } from './commit.ts';
import { KnownNow } from './known-now.ts';

/** Decides what the passes of these people should say and nobody has decided: whoever has a date here gets one. */
export function decideOpenPasses(station: Omit<Writes, 'announce'>, people: readonly PersonId[]): void {
  const known = new KnownNow(station);
  commit(
    station,
    people.flatMap((personId) =>
      openFor(personId, known).map((event) => ({
        stream: personId,
        actor: 'station' as const,
        occurredAt: station.now(),
        event,
      })),
    ),
  );
}

function openFor(personId: PersonId, known: KnownNow): readonly StationEvent[] {
  const { person, pass, appointments } = known.person(personId);
  if (person.status !== 'registered') return [];
  const doses = known.doses(personId);
  if (pass.status === 'valid') return isSameDoseState(pass.doses, doses) ? [] : decideUpdate(pass, doses);
  const isExpected = appointments.appointments.some(
    ({ status }) => status === 'booked' || status === 'checked-in',
  );
  if (!isExpected || pass.status === 'voided') return [];
  const issued = decideIssue(pass, { ...known.newPass(personId), personId, doses });
  return issued.ok ? issued.value : [];
}
