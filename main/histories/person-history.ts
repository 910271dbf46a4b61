import { evolveAppointments, noAppointments } from '../../domain/appointments/appointments.ts';
import { evolveStandby, noStandby } from '../../domain/appointments/standby.ts';
import { fold } from '../../domain/kernel/event.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { evolvePass, noPass } from '../../domain/passes/pass.ts';
import { evolvePerson, unknownPerson } from '../../domain/people/person.ts';
import type { RecordedEvent, StationEvent } from '../../domain/station-event.ts';
import { evolveVaccination, noDoses, type VaccinationState } from '../../domain/vaccination/vaccination.ts';
import type { ReadableDb } from '../store/database.ts';
import { historyOf } from '../store/event-log/read-events.ts';

/** What the log says about one person, area by area: the ground that every decision stands on. */
export function loadPerson(db: ReadableDb, personId: PersonId) {
  const history = historyOf(db, personId);
  return {
    person: fold(unknownPerson, evolvePerson, history),
    appointments: fold(noAppointments, evolveAppointments, history),
    standby: fold(noStandby, evolveStandby, history),
    vaccination: fold(noDoses, evolveVaccination, history),
    pass: fold(noPass, evolvePass, history),
  };
}

/** The doses of people who are one, in the order in which they were given: what every rule about a series goes by. */
export function seriesOf(db: ReadableDb, people: readonly PersonId[]): VaccinationState {
  const histories = people.flatMap((personId) => historyOf(db, personId));
  const inOrder = histories.sort(
    (one, other) => one.occurredAt.localeCompare(other.occurredAt) || one.hlc.localeCompare(other.hlc),
  );
  return fold(noDoses, evolveVaccination, inOrder);
}
/** The same person once these events have happened too: what a decision leads to before it is committed. */
export function withEvents(known: KnownPerson, events: readonly StationEvent[]): KnownPerson {
  return events.reduce<KnownPerson>((state, event) => {
    const recorded = { event } as RecordedEvent;
    return {
      person: evolvePerson(state.person, recorded),
      appointments: evolveAppointments(state.appointments, recorded),
      standby: evolveStandby(state.standby, recorded),
      vaccination: evolveVaccination(state.vaccination, recorded),
      pass: evolvePass(state.pass, recorded),
    };
  }, known);
}

export type KnownPerson = ReturnType<typeof loadPerson>;
