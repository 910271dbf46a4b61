import { type AppointmentsState, dateOfDose, datesToCome } from '../appointments/appointments.ts';
import type { Course } from '../products/course.ts';
import { windowByBook } from '../schedules/due-by-book.ts';
import { type DoseWindow, type Schedule, windowOfDose } from '../schedules/schedule.ts';
import { type VaccinationState, validDosesOf } from './vaccination.ts';

/** When the schedule wants a dose of a course, reckoned from the dose before: as given, else as planned. */
export function doseWindow(
  known: { readonly appointments: AppointmentsState; readonly vaccination: VaccinationState },
  schedule: Schedule,
  course: Course,
  plannedDose: number,
): DoseWindow | undefined {
  if (schedule.byBook) {
    const before = datesToCome(known.appointments, course).filter((date) => date.plannedDose < plannedDose);
    const days = before.map(({ day }) => day);
    const window = windowByBook(schedule.byBook, known.vaccination.doses, days, course.on);
    return window && { ...window, dose: plannedDose };
  }
  const given = validDosesOf(known.vaccination, course)[plannedDose - 2];
  const previousOn = given?.givenOn ?? dateOfDose(known.appointments, course, plannedDose - 1)?.day;
  return previousOn ? windowOfDose(schedule, plannedDose, previousOn) : undefined;
}
