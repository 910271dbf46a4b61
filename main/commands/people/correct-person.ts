import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { CorrectionReason, PersonDetails } from '../../../domain/people/events.ts';
import { type CorrectRefusal, decideCorrect } from '../../../domain/people/person.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface CorrectPersonInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly details: PersonDetails;
  readonly why: CorrectionReason;
}

/** Writes a new version of somebody's master data. */
export function correctPerson(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: CorrectPersonInput,
): Result<{ personId: PersonId }, CorrectRefusal> {
  return runCommand(station, { name: 'correct-person', actor, requestId }, () => {
    const known = loadPerson(station.db, wish.personId);
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideCorrect(known.person, { ...wish, today });
    if (!decided.ok) return decided;
    return accept({
      stream: wish.personId,
      events: decided.value,
      known,
      value: { personId: wish.personId },
    });
  });
}
