import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { decideTellApart, type LinkRefusal } from '../../../domain/people/link-persons.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { runCommand } from '../run-command.ts';
import { type LinkPersonsInput, linkGround } from './link-persons.ts';

/** Two records are of two people: neither scan nor dose asks about this pair again. */
export function tellPersonsApart(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: LinkPersonsInput,
): Result<{ personId: PersonId }, LinkRefusal> {
  const { db } = station;
  return runCommand(station, { name: 'tell-persons-apart', actor, requestId }, () => {
    const decided = decideTellApart(linkGround(db, wish), wish);
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, value: { personId: wish.personId } });
  });
}
