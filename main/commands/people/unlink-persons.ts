import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { decideUnlink, type LinkRefusal } from '../../../domain/people/link-persons.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { passUpdates } from '../../follow-ups/linked-passes.ts';
import { doseStateOf } from '../../follow-ups/pass-state.ts';
import { seriesOf } from '../../histories/person-history.ts';
import type { Station } from '../../station.ts';
import { linkedSetOf, linkedSetWithout } from '../../store/tables/people/person-links.ts';
import { runCommand } from '../run-command.ts';
import { type LinkPersonsInput, linkGround } from './link-persons.ts';

/** Takes a link back: each record and each pass reads as it would without it. */
export function unlinkPersons(
  station: Station,
  actor: Actor,
  { requestId, ...wish }: LinkPersonsInput,
): Result<{ personId: PersonId }, LinkRefusal> {
  const { db } = station;
  const topics = ['people', 'desk', 'passes'] as const;
  return runCommand(station, { name: 'unlink-persons', actor, requestId, topics }, () => {
    const decided = decideUnlink(linkGround(db, wish), wish);
    if (!decided.ok) return decided;
    const mine = linkedSetWithout(db, wish.personId, wish.otherId);
    const theirs = linkedSetOf(db, wish.personId).filter((id) => !mine.includes(id));
    const parts = [mine, theirs].map((part) =>
      passUpdates(db, part, doseStateOf(seriesOf(db, part)), 'dose-count'),
    );
    return accept({
      stream: wish.personId,
      events: decided.value,
      also: parts.flatMap(({ streams }) => streams),
      outbox: parts.flatMap(({ outbox }) => outbox),
      value: { personId: wish.personId },
    });
  });
}
