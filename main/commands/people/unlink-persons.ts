import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { decideUnlink, type LinkRefusal } from '../../../domain/people/link-persons.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { runCommand } from '../run-command.ts';
import { type LinkPersonsInput, linkGround } from './link-persons.ts';

/** Takes a link back: each record reads as it would without it. */
export function unlinkPersons(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: LinkPersonsInput,
): Result<{ personId: PersonId }, LinkRefusal> {
  const { db } = station;
  return runCommand(station, { name: 'unlink-persons', actor, requestId }, () => {
    const decided = decideUnlink(linkGround(db, wish), wish);
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, value: { personId: wish.personId } });
  });
}
