import type { PersonId, StaffId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { PersonsLinked, PersonsToldApart, PersonsUnlinked } from './events.ts';
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
  /** Whether somebody said of these two that they are two people. */
  readonly isToldApart: boolean;
}

export type LinkRefusal =
  | 'person-unknown'
  | 'same-person'
  | 'already-linked'
  | 'not-linked'
  | 'already-told-apart';

export function decideLink(ground: LinkGround, command: LinkPersons): Result<PersonsLinked[], LinkRefusal> {
  const refusal = pairRefusal(ground, command);
  if (refusal) return refuse(refusal);
  return accept([{ type: 'PersonsLinked', version: 1, data: command }]);
}

/** Said once, neither record is told at the desk of the other as its second record. */
export function decideTellApart(
  ground: LinkGround,
  command: LinkPersons,
): Result<PersonsToldApart[], LinkRefusal> {
  const refusal = pairRefusal(ground, command);
  if (refusal) return refuse(refusal);
  if (ground.isToldApart) return refuse('already-told-apart');
  return accept([{ type: 'PersonsToldApart', version: 1, data: command }]);
}

function pairRefusal(
  { one, other, linkedSet }: LinkGround,
  { personId, otherId }: LinkPersons,
): LinkRefusal | undefined {
  if (personId === otherId) return 'same-person';
  if (one.status !== 'registered' || other.status !== 'registered') return 'person-unknown';
  return linkedSet.includes(otherId) ? 'already-linked' : undefined;
}

/**
 * Takes back exactly one link, because they are two people: what each record said before is what it says again, and
 * nobody is asked about the pair.
 */
export function decideUnlink(
  { isDirect }: Pick<LinkGround, 'isDirect'>,
  command: LinkPersons,
): Result<PersonsUnlinked[], LinkRefusal> {
  if (!isDirect) return refuse('not-linked');
  return accept([{ type: 'PersonsUnlinked', version: 1, data: { ...command, why: 'two-people' } }]);
}
