import type { DoseId, PersonId, StaffId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { DoseVoided } from './events.ts';
import type { GivenDose, VaccinationState } from './vaccination.ts';
import type { VoidReason } from './void-reason.ts';

export interface VoidDose {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  readonly reason: VoidReason;
  readonly note: string;
  /** The second person, who signed in for this one act. */
  readonly approvedBy: StaffId;
}

export type VoidRefusal = 'dose-unknown' | 'dose-already-voided' | 'note-missing';

export function decideVoid(state: VaccinationState, command: VoidDose): Result<DoseVoided[], VoidRefusal> {
  const dose = state.doses.find(({ doseId }) => doseId === command.doseId);
  if (!dose) return refuse('dose-unknown');
  if (dose.isVoided) return refuse('dose-already-voided');
  const note = command.note.trim();
  if (command.reason === 'other' && note === '') return refuse('note-missing');
  const { doseId, personId, reason, approvedBy } = command;
  const appointmentId = isHeldByAnother(state, dose) ? undefined : dose.appointmentId;
  return accept([
    {
      type: 'DoseVoided',
      version: 2,
      data: {
        doseId,
        personId,
        ...(appointmentId ? { appointmentId } : {}),
        reason,
        approvedBy,
        ...(note === '' ? {} : { personal: { note } }),
      },
    },
  ]);
}

/** A further dose of that visit still stands: the appointment was kept, whatever becomes of this one. */
function isHeldByAnother({ doses }: VaccinationState, { doseId, appointmentId }: GivenDose): boolean {
  return doses.some(
    (other) => !other.isVoided && other.doseId !== doseId && other.appointmentId === appointmentId,
  );
}
