import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { RestrictionReason } from '../../../domain/people/events.ts';
import { decideLiftRestriction, decideRestrict } from '../../../domain/people/person.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface RestrictPersonInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  /** An erasure is asked for with `erasePerson`, which knows the deadline. */
  readonly why: Exclude<RestrictionReason, 'erasure-requested'>;
}

/** The record is kept and worked with by nobody, until the restriction is lifted. */
export function restrictPerson(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: RestrictPersonInput,
): Result<{ personId: PersonId }, 'person-unknown'> {
  const { personId } = wish;
  return runCommand(station, { name: 'restrict-person', actor, requestId }, () => {
    const decided = decideRestrict(loadPerson(station.db, personId).person, wish);
    return decided.ok ? accept({ stream: personId, events: decided.value, value: { personId } }) : decided;
  });
}

/** Also takes back a request to be erased that still waits for its deadline. */
export function liftRestriction(
  station: Writes,
  actor: Actor,
  { requestId, personId }: Pick<RestrictPersonInput, 'requestId' | 'personId'>,
): Result<{ personId: PersonId }, 'not-restricted'> {
  return runCommand(station, { name: 'lift-restriction', actor, requestId }, () => {
    const decided = decideLiftRestriction(loadPerson(station.db, personId).person, personId);
    return decided.ok ? accept({ stream: personId, events: decided.value, value: { personId } }) : decided;
  });
}
