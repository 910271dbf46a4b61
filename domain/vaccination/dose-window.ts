import { type AppointmentsState, dateOfDose } from '../appointments/appointments.ts';
import type { Course } from '../products/course.ts';
import { type DoseWindow, type Schedule, windowOfDose } from '../schedules/schedule.ts';
import { type VaccinationState, validDosesOf } from './vaccination.ts';

/** When the schedule wants a dose of a course, reckoned from the dose before: as given, else as planned. */
export function doseWindow(
  known: { readonly appointments: AppointmentsState; readonly vaccination: VaccinationState },
  schedule: Schedule,
  course: Course,
  plannedDose: number,
): DoseWindow | undefined {
  const given = validDosesOf(known.vaccination, course)[plannedDose - 2];
  const previousOn = given?.givenOn ?? dateOfDose(known.appointments, course, plannedDose - 1)?.day;
  return previousOn ? windowOfDose(schedule, plannedDose, previousOn) : undefined;
}
