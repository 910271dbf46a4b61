import { evolveAppointments, noAppointments } from '../../domain/appointments/appointments.ts';
import { fold } from '../../domain/kernel/event.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { evolvePass, noPass } from '../../domain/passes/pass.ts';
import { evolvePerson, unknownPerson } from '../../domain/people/person.ts';
import { evolveVaccination, noDoses } from '../../domain/vaccination/vaccination.ts';
import type { ReadableDb } from '../store/database.ts';
import { historyOf } from '../store/event-log/read-events.ts';

/** What the log says about one person, area by area: the ground that every decision stands on. */
export function loadPerson(db: ReadableDb, personId: PersonId) {
  const history = historyOf(db, personId);
  return {
    person: fold(unknownPerson, evolvePerson, history),
    appointments: fold(noAppointments, evolveAppointments, history),
    vaccination: fold(noDoses, evolveVaccination, history),
    pass: fold(noPass, evolvePass, history),
  };
}
