import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { revokeLinks } from '../../store/tables/handover/hand-over-links.ts';
import { personById } from '../../store/tables/people/people.ts';
import { runCommand } from '../run-command.ts';

/** Ends every link by which somebody's pass can be fetched, and answers how many there were. */
export function revokeHandOverLinks(
  station: Writes,
  actor: Actor,
  { requestId, personId }: { requestId: string; personId: PersonId },
): Result<{ revoked: number }, 'person-unknown'> {
  const call = { name: 'revoke-hand-over-links', actor, requestId, topics: ['handover'] as const };
  return runCommand(station, call, () => {
    if (!personById(station.db, personId)) return refuse('person-unknown');
    const revoked = revokeLinks(station.db, personId, station.now());
    return accept({ stream: personId, events: [], value: { revoked } });
  });
}
