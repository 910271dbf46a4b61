import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { decideRegister, type RegisterPerson, type RegisterRefusal } from '../../../domain/people/person.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface RegisterPersonInput {
  readonly requestId?: string;
  readonly details: PersonDetails;
  readonly source: RegisterPerson['source'];
  readonly externalId?: string;
}

export function registerPerson(
  station: Writes,
  actor: Actor,
  input: RegisterPersonInput,
): Result<{ personId: PersonId }, RegisterRefusal> {
  const { requestId, ...details } = input;
  return runCommand(station, { name: 'register-person', actor, requestId }, () => {
    const personId = idOf<PersonId>(station.newId());
    const { person } = loadPerson(station.db, personId);
    const decided = decideRegister(person, {
      personId,
      today: plainDateAt(station.now(), station.settings.timeZone),
      ...details,
    });
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, value: { personId } });
  });
}
