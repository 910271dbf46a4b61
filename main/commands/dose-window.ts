import { type AppointmentsState, dateOfDose } from '../../domain/appointments/appointments.ts';
import type { ProductId } from '../../domain/kernel/ids.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import { type DoseWindow, windowOfDose } from '../../domain/schedules/schedule.ts';
import type { VaccinationState } from '../../domain/vaccination/vaccination.ts';

/** When the schedule wants a dose, reckoned from the dose before: as given, else as planned. */
export function doseWindow(
  known: { readonly appointments: AppointmentsState; readonly vaccination: VaccinationState },
  productId: ProductId,
  plannedDose: number,
): DoseWindow | undefined {
  const schedule = scheduleOf(productId);
  const given = known.vaccination.doses.find((dose) => !dose.isVoided && dose.ordinal === plannedDose - 1);
  const previousOn = given?.givenOn ?? dateOfDose(known.appointments, plannedDose - 1)?.day;
  return schedule && previousOn ? windowOfDose(schedule, plannedDose, previousOn) : undefined;
}
