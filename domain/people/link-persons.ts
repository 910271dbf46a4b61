import type { PersonId, StaffId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { PersonsLinked, PersonsUnlinked } from './events.ts';
import type { PersonState } from './person.ts';

export interface LinkPersons {
  readonly personId: PersonId;
  readonly otherId: PersonId;
  /** Who gave the second sign-in. */
  readonly approvedBy: StaffId;
}

/** Two records that somebody linked with each other; it has no direction. */
export interface DirectLink {
  readonly one: PersonId;
  readonly other: PersonId;
}

export interface LinkGround {
  readonly one: PersonState;
  readonly other: PersonState;
  /** Everybody whose record is already read together with that of `personId`, themselves included. */
  readonly linkedSet: readonly PersonId[];
  /** Whether these two are linked themselves, and not only through a third. */
  readonly isDirect: boolean;
}

export type LinkRefusal = 'person-unknown' | 'same-person' | 'already-linked' | 'not-linked';

export function decideLink(ground: LinkGround, command: LinkPersons): Result<PersonsLinked[], LinkRefusal> {
  if (command.personId === command.otherId) return refuse('same-person');
  if (ground.one.status !== 'registered' || ground.other.status !== 'registered')
    return refuse('person-unknown');
  if (ground.linkedSet.includes(command.otherId)) return refuse('already-linked');
  return accept([{ type: 'PersonsLinked', version: 1, data: command }]);
}

/** Takes back exactly one link: what each record said before is what it says again. */
export function decideUnlink(
  { isDirect }: Pick<LinkGround, 'isDirect'>,
  command: LinkPersons,
): Result<PersonsUnlinked[], LinkRefusal> {
  if (!isDirect) return refuse('not-linked');
  return accept([{ type: 'PersonsUnlinked', version: 1, data: { ...command, why: 'two-people' } }]);
}
