import { type AppointmentsState, evolveAppointments, noAppointments } from './appointments/appointments.ts';
import { evolveStandby, noStandby, type StandbyState } from './appointments/standby.ts';
import { evolvePass, noPass, type PassState } from './passes/pass.ts';
import { evolvePerson, type PersonState, unknownPerson } from './people/person.ts';
import type { RecordedEvent, StationEvent } from './station-event.ts';
import { evolveVaccination, noDoses, type VaccinationState } from './vaccination/vaccination.ts';

/** What the log says about one person, area by area: the ground that every decision stands on. */
export interface KnownPerson {
  readonly person: PersonState;
  readonly appointments: AppointmentsState;
  readonly standby: StandbyState;
  readonly vaccination: VaccinationState;
  readonly pass: PassState;
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
