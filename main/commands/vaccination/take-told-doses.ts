import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { ToldRefusal, ToldVaccinations } from '../../../interchange/fhir/immunizations/read-told.ts';
import type { Writes } from '../../context.ts';
import { toldOfPerson, weighTold } from '../../queries/records/told-vaccinations.ts';
import { runCommand } from '../run-command.ts';

export interface TakeToldInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  /** The file, as it was shown: it is read here once more. */
  readonly text: string;
  /** Somebody looked, and it is the same person although the file says otherwise. */
  readonly isConfirmed: boolean;
}

export type TakeToldRefusal =
  | ToldRefusal
  | 'person-unknown'
  | 'several-people-in-file'
  | 'told-of-somebody-else'
  | 'nothing-to-count';

/** Takes the doses that another system tells into the record of a person; those that stand there already are left. */
export function takeToldDoses(
  station: Writes,
  actor: Actor,
  { requestId, personId, text, isConfirmed }: TakeToldInput,
): Result<{ personId: PersonId }, TakeToldRefusal> {
  return runCommand(station, { name: 'take-told-doses', actor, requestId }, () => {
    const weighed = toldOfPerson(station, personId, text);
    if (!weighed.ok) return weighed;
    const { isSamePerson, taken } = weighed.value;
    if (!isSamePerson && !isConfirmed) return refuse('told-of-somebody-else');
    if (taken.events.length === 0) return refuse('nothing-to-count');
    return accept({ stream: personId, events: taken.events, value: { personId } });
  });
}

/** The same of what was read already, for somebody who was found by what the file says of them. */
export function takeToldOf(
  station: Writes,
  actor: Actor,
  personId: PersonId,
  told: ToldVaccinations,
): { readonly taken: number; readonly known: number } {
  const done = runCommand(station, { name: 'take-told-doses', actor }, () => {
    const { events, known } = weighTold(station, personId, told);
    const value = { taken: told.doses.length - known.size, known: known.size };
    return accept({ stream: personId, events, value });
  });
  return done.ok ? done.value : { taken: 0, known: 0 };
}
