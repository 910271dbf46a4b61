import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { decideLink, type LinkPersons, type LinkRefusal } from '../../../domain/people/link-persons.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import type { WritableDb } from '../../store/database.ts';
import { directLinksOf, linkedSetOf, toldApartFrom } from '../../store/tables/people/person-links.ts';
import { runCommand } from '../run-command.ts';

export type LinkPersonsInput = LinkPersons & { readonly requestId?: string };

/** Two records are of one person: from now on each shows the doses of both. */
export function linkPersons(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: LinkPersonsInput,
): Result<{ personId: PersonId }, LinkRefusal> {
  const { db } = station;
  return runCommand(station, { name: 'link-persons', actor, requestId }, () => {
    const decided = decideLink(linkGround(db, wish), wish);
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, value: { personId: wish.personId } });
  });
}

export function linkGround(db: WritableDb, { personId, otherId }: Pick<LinkPersons, 'personId' | 'otherId'>) {
  return {
    one: loadPerson(db, personId).person,
    other: loadPerson(db, otherId).person,
    linkedSet: linkedSetOf(db, personId),
    isDirect: directLinksOf(db, personId).some((link) => [link.person_id, link.other_id].includes(otherId)),
    isToldApart: toldApartFrom(db, [personId]).includes(otherId),
  };
}
