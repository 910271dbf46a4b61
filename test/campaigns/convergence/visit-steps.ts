import type { AppointmentId, PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { endVisit, resumeVisit } from '../../../main/commands/visits/end-visit.ts';
import { recordNoShow } from '../../../main/commands/visits/record-no-show.ts';
import { undoCheckIn } from '../../../main/commands/visits/undo-check-in.ts';
import { loadPerson } from '../../../main/histories/person-history.ts';
import type { Station } from '../../../main/station.ts';

export const visitSteps = ['check-in', 'undo-check-in', 'end-visit', 'resume-visit', 'no-show'] as const;
export type VisitStep = (typeof visitSteps)[number];

export function isVisitStep(step: string): step is VisitStep {
  return (visitSteps as readonly string[]).includes(step);
}

/**
 * What happens to somebody at the desk besides the dose: their last date and visit as this station knows them. Whoever
 * leaves or is taken for somebody else came in before.
 */
export function visit(station: Station, personId: PersonId, step: VisitStep): void {
  const { appointments, visits } = loadPerson(station.db, personId).appointments;
  const appointmentId = appointments.at(-1)?.appointmentId;
  if (step === 'no-show') {
    if (appointmentId) recordNoShow(station, 'operator', { personId, appointmentId });
    return;
  }
  const visitId = visits.at(-1)?.visitId ?? cameIn(station, personId, appointmentId);
  if (!visitId || step === 'check-in') return;
  if (step === 'undo-check-in') undoCheckIn(station, 'operator', { personId, visitId });
  else if (step === 'end-visit') endVisit(station, 'operator', { personId, visitId, reason: 'unwell' });
  else resumeVisit(station, 'operator', { personId, visitId });
}

function cameIn(
  station: Station,
  personId: PersonId,
  appointmentId: AppointmentId | undefined,
): VisitId | undefined {
  const overrides = ['no-appointment', 'wrong-day'] as const;
  const date = appointmentId ? { appointmentId } : {};
  const checkedIn = checkIn(station, 'operator', { personId, via: 'search', overrides, ...date });
  return checkedIn.ok ? checkedIn.value.visitId : undefined;
}
