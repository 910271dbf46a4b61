import type { VaccinationState } from '../vaccination/vaccination.ts';
import { type AppointmentsState, dateOfDose } from './appointments.ts';

/** Doses of the series that are neither given nor booked, in order. */
export function openDoses(
  appointments: AppointmentsState,
  vaccination: VaccinationState,
  doseCount: number,
): number[] {
  const given = vaccination.doses.filter((dose) => !dose.isVoided).length;
  return Array.from({ length: doseCount }, (_, index) => index + 1).filter(
    (dose) => dose > given && !dateOfDose(appointments, dose),
  );
}
