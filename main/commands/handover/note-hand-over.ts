import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { HandOverWay } from '../../../domain/passes/events.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { wasHandedOver } from '../../store/tables/messages/deliveries.ts';
import { runCommand } from '../run-command.ts';

export interface NoteHandOver {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly way: HandOverWay;
  /** Fetched again within the life of one link, it was handed over once. */
  readonly onceSince?: Instant;
}

/** Writes down that the pass reached the person, and how. */
export function noteHandOver(
  station: Writes,
  actor: Actor,
  { requestId, personId, way, onceSince }: NoteHandOver,
): Result<{ personId: PersonId }, 'person-unknown' | 'pass-missing'> {
  const call = { name: 'note-hand-over', actor, requestId };
  return runCommand(station, call, () => {
    const { person, pass } = loadPerson(station.db, personId);
    if (person.status !== 'registered') return refuse('person-unknown');
    if (pass.status !== 'valid') return refuse('pass-missing');
    const isKnown = onceSince !== undefined && wasHandedOver(station.db, personId, way, onceSince);
    const { passId, revision } = pass;
    return accept({
      stream: personId,
      events: isKnown
        ? []
        : [{ type: 'PassHandedOver', version: 1, data: { passId, personId, revision, way } }],
      value: { personId },
    });
  });
}
