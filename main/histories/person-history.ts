import { evolveAppointments, noAppointments } from '../../domain/appointments/appointments.ts';
import { evolveStandby, noStandby } from '../../domain/appointments/standby.ts';
import { fold } from '../../domain/kernel/event.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import type { KnownPerson } from '../../domain/known-person.ts';
import { evolvePass, noPass } from '../../domain/passes/pass.ts';
import { evolvePerson, unknownPerson } from '../../domain/people/person.ts';
import type { RecordedEvent } from '../../domain/station-event.ts';
import { evolveVaccination, noDoses, type VaccinationState } from '../../domain/vaccination/vaccination.ts';
import type { ReadableDb } from '../store/database.ts';
import { historyOf } from '../store/event-log/read-events.ts';
import { linkedSetOf } from '../store/tables/people/person-links.ts';
import { confirmedSchedules } from '../store/tables/schedules/centre-schedules.ts';

/** What the log says about one person by now. */
export function loadPerson(db: ReadableDb, personId: PersonId): KnownPerson {
  return knownFrom(historyOf(db, personId));
}

export function knownFrom(history: readonly RecordedEvent[]): KnownPerson {
  return {
    person: fold(unknownPerson, evolvePerson, history),
    appointments: fold(noAppointments, evolveAppointments, history),
    standby: fold(noStandby, evolveStandby, history),
    vaccination: fold(noDoses, evolveVaccination, history),
    pass: fold(noPass, evolvePass, history),
  };
}

/**
 * The same person with the doses of everybody who is one with them and the schedules that the centre confirmed: what is
 * decided about a series goes by all of it.
 */
export function withSeries(db: ReadableDb, personId: PersonId, known: KnownPerson): KnownPerson {
  const people = linkedSetOf(db, personId);
  const vaccination = people.length < 2 ? known.vaccination : seriesOf(db, people);
  return { ...known, vaccination, confirmed: confirmedSchedules(db) };
}

/** The doses of people who are one, in the order in which they were given: what every rule about a series goes by. */
export function seriesOf(db: ReadableDb, people: readonly PersonId[]): VaccinationState {
  const histories = people.flatMap((personId) => historyOf(db, personId));
  const inOrder = histories.sort(
    (one, other) => one.occurredAt.localeCompare(other.occurredAt) || one.hlc.localeCompare(other.hlc),
  );
  return fold(noDoses, evolveVaccination, inOrder);
}
