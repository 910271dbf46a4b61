import type { ProductId } from '../kernel/ids.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { type VaccinationState, validDosesOf } from '../vaccination/vaccination.ts';
import { type AppointmentsState, dateOfDose } from './appointments.ts';

/** Doses of the product's series that are neither given nor booked, in order. */
export function openDoses(
  appointments: AppointmentsState,
  vaccination: VaccinationState,
  productId: ProductId,
): number[] {
  const given = validDosesOf(vaccination, productId).length;
  const doseCount = scheduleOf(productId)?.doseCount ?? 1;
  return Array.from({ length: doseCount }, (_, index) => index + 1).filter(
    (dose) => dose > given && !dateOfDose(appointments, productId, dose),
  );
}
