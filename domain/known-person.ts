import { type AppointmentsState, evolveAppointments, noAppointments } from './appointments/appointments.ts';
import { evolveStandby, noStandby, type StandbyState } from './appointments/standby.ts';
import { evolvePass, noPass, type PassState } from './passes/pass.ts';
import { birthDateOf, evolvePerson, type PersonState, unknownPerson } from './people/person.ts';
import type { ConfirmedSchedules, PersonOfCourse } from './schedules/person-of-course.ts';
import type { RecordedEvent, StationEvent } from './station-event.ts';
import { evolveVaccination, noDoses, type VaccinationState } from './vaccination/vaccination.ts';

/** What the log says about one person, area by area: the ground that every decision stands on. */
export interface KnownPerson {
  readonly person: PersonState;
  readonly appointments: AppointmentsState;
  readonly standby: StandbyState;
  readonly vaccination: VaccinationState;
  readonly pass: PassState;
  /** What their centre confirmed, for what is decided about a series; absent where that is not asked. */
  readonly confirmed?: ConfirmedSchedules;
}

/** What says which doses a course has for them; \`vaccination\` are the doses of everybody who is one with them. */
export function personOfCourse({ person, vaccination, confirmed }: KnownPerson): PersonOfCourse {
  return { birthDate: birthDateOf(person), doses: vaccination.doses, confirmed };
}

/** Somebody of whom the log says nothing yet. */
export const nobody: KnownPerson = {
  person: unknownPerson,
  appointments: noAppointments,
  standby: noStandby,
  vaccination: noDoses,
  pass: noPass,
};

/** The same person once these events have happened too: what a decision leads to before it is committed. */
export function withEvents(known: KnownPerson, events: readonly StationEvent[]): KnownPerson {
  const { confirmed } = known;
  const after = events.reduce<KnownPerson>((state, event) => {
    const recorded = { event } as RecordedEvent;
    return {
      person: evolvePerson(state.person, recorded),
      appointments: evolveAppointments(state.appointments, recorded),
      standby: evolveStandby(state.standby, recorded),
      vaccination: evolveVaccination(state.vaccination, recorded),
      pass: evolvePass(state.pass, recorded),
    };
  }, known);
  return confirmed ? { ...after, confirmed } : after;
}
