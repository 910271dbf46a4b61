import { type AppointmentsState, dateOfDose } from '../appointments/appointments.ts';
import type { ProductId } from '../kernel/ids.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { type DoseWindow, windowOfDose } from '../schedules/schedule.ts';
import { type VaccinationState, validDosesOf } from './vaccination.ts';

/** When the schedule wants a dose, reckoned from the dose before: as given, else as planned. */
export function doseWindow(
  known: { readonly appointments: AppointmentsState; readonly vaccination: VaccinationState },
  productId: ProductId,
  plannedDose: number,
): DoseWindow | undefined {
  const schedule = scheduleOf(productId);
  const given = validDosesOf(known.vaccination, productId).find(({ ordinal }) => ordinal === plannedDose - 1);
  const previousOn = given?.givenOn ?? dateOfDose(known.appointments, productId, plannedDose - 1)?.day;
  return schedule && previousOn ? windowOfDose(schedule, plannedDose, previousOn) : undefined;
}
