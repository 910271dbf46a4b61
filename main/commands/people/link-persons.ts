import { decideRelease } from '../../../domain/appointments/booked-twice.ts';
import { decideCancel } from '../../../domain/appointments/change-appointment.ts';
import type { AppointmentCancelled } from '../../../domain/appointments/events.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { decideLink, type LinkPersons, type LinkRefusal } from '../../../domain/people/link-persons.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Reads, Writes } from '../../context.ts';
import { doubleDates } from '../../histories/double-dates.ts';
import { loadPerson } from '../../histories/person-history.ts';
import type { WritableDb } from '../../store/database.ts';
import { directLinksOf, linkedSetOf, toldApartFrom } from '../../store/tables/people/person-links.ts';
import { runCommand } from '../run-command.ts';

export type LinkPersonsInput = LinkPersons & { readonly requestId?: string };

/** Dates of one of the two that end with the link, since the other has them as well: exactly those that were shown. */
export interface ReleaseDates {
  readonly of: 'person' | 'other';
  readonly appointmentIds: readonly AppointmentId[];
}

/** Two records are of one person: from now on each shows the doses of both. */
export function linkPersons(
  station: Writes & Pick<Reads, 'settings'>,
  actor: Actor,
  { requestId, release, ...wish }: LinkPersonsInput & { readonly release?: ReleaseDates | undefined },
): Result<{ personId: PersonId }, LinkRefusal | 'dates-changed'> {
  const { db } = station;
  return runCommand(station, { name: 'link-persons', actor, requestId }, () => {
    const decided = decideLink(linkGround(db, wish), wish);
    if (!decided.ok) return decided;
    const ended = release ? endDates(station, wish, release) : accept([]);
    if (!ended.ok) return ended;
    const also = release ? [{ stream: whose(wish, release), events: ended.value }] : [];
    return accept({ stream: wish.personId, events: decided.value, also, value: { personId: wish.personId } });
  });
}

function whose({ personId, otherId }: LinkPersons, { of }: ReleaseDates): PersonId {
  return of === 'person' ? personId : otherId;
}

function endDates(
  station: Writes & Pick<Reads, 'settings'>,
  wish: LinkPersons,
  release: ReleaseDates,
): Result<AppointmentCancelled[], 'dates-changed'> {
  const { ofPerson, ofOther } = doubleDates(station, wish);
  const released = decideRelease(release.of === 'person' ? ofPerson : ofOther, release.appointmentIds);
  if (!released.ok) return released;
  const personId = whose(wish, release);
  const { appointments } = loadPerson(station.db, personId);
  return accept(
    released.value.flatMap((appointmentId) => {
      const ended = decideCancel(appointments, { appointmentId, personId, reason: 'asked' });
      if (!ended.ok) throw new Error(`a date to come cannot be cancelled: ${ended.refusal}`);
      return ended.value;
    }),
  );
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
