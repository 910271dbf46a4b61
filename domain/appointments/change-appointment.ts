import type { AppointmentId, PersonId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { DoseWindow } from '../schedules/schedule.ts';
import { type AppointmentsState, type PlannedAppointment, whyOutside } from './appointments.ts';
import type {
  AppointmentCancelled,
  AppointmentMoved,
  CancelReason,
  DateAnywhere,
  MoveReason,
  NoShowRecorded,
  VisitStage,
  VisitStageReached,
} from './events.ts';
import { openVisit } from './visits.ts';

export interface MoveAppointment {
  readonly appointmentId: AppointmentId;
  readonly personId: PersonId;
  readonly to: DateAnywhere;
  readonly reason: MoveReason | 'wrong-centre' | 'list';
}

export type MoveRefusal =
  | 'appointment-unknown'
  | 'appointment-over'
  | 'appointment-unmoved'
  | 'interval-too-short'
  | 'interval-too-long';

/** A date that is still to come, or that was missed. Whether the new place is free, the slot says. */
export function decideMove(
  state: AppointmentsState,
  command: MoveAppointment,
  window: DoseWindow | undefined,
): Result<AppointmentMoved[], MoveRefusal> {
  const found = changeable(state, command.appointmentId);
  if (!found.ok) return found;
  const { startsAt, day, durationMinutes, lane, centre } = found.value;
  const { to, reason, personId, appointmentId } = command;
  if (startsAt === to.startsAt && lane === to.lane && centre === to.centre)
    return refuse('appointment-unmoved');
  const fit = window && whyOutside(to.day, window);
  if (fit) return refuse(fit);
  // Nobody can be at the wrong centre with a date at this one.
  if (reason === 'wrong-centre' && centre === undefined) return refuse('appointment-unmoved');
  const from = { startsAt, day, durationMinutes, ...(lane ? { lane } : {}), ...(centre ? { centre } : {}) };
  const moved = { appointmentId, personId, from, to };
  const isAnywhere = centre !== undefined || to.centre !== undefined;
  if (reason === 'wrong-centre' || reason === 'list' || isAnywhere)
    return accept([{ type: 'AppointmentMoved', version: 2, data: { ...moved, reason } }]);
  return accept([{ type: 'AppointmentMoved', version: 1, data: { ...moved, reason } }]);
}

/** Every date of somebody who is erased that is still to come: each frees its place. */
export function cancelForErasure(state: AppointmentsState, personId: PersonId): AppointmentCancelled[] {
  return state.appointments
    .filter(({ status }) => status === 'booked' || status === 'elsewhere')
    .map(({ appointmentId }) => ({
      type: 'AppointmentCancelled',
      version: 2,
      data: { appointmentId, personId, reason: 'erased' },
    }));
}

export type CancelRefusal = 'appointment-unknown' | 'appointment-over';

export function decideCancel(
  state: AppointmentsState,
  command: { appointmentId: AppointmentId; personId: PersonId; reason: CancelReason },
): Result<AppointmentCancelled[], CancelRefusal> {
  const found = changeable(state, command.appointmentId);
  if (!found.ok) return found;
  return accept([{ type: 'AppointmentCancelled', version: 1, data: command }]);
}

export type NoShowRefusal = 'appointment-unknown' | 'appointment-over' | 'appointment-to-come';

/** By hand from the start of the date on; at the end of the day for everybody who is still expected. */
export function decideNoShow(
  state: AppointmentsState,
  command: NoShowRecorded['data'],
  isDue: boolean,
): Result<NoShowRecorded[], NoShowRefusal> {
  const found = state.appointments.find(({ appointmentId }) => appointmentId === command.appointmentId);
  if (!found) return refuse('appointment-unknown');
  if (found.status !== 'booked') return refuse('appointment-over');
  if (!isDue) return refuse('appointment-to-come');
  return accept([{ type: 'NoShowRecorded', version: 1, data: command }]);
}

function changeable(
  state: AppointmentsState,
  appointmentId: AppointmentId,
): Result<PlannedAppointment, 'appointment-unknown' | 'appointment-over'> {
  const found = state.appointments.find((date) => date.appointmentId === appointmentId);
  if (!found) return refuse('appointment-unknown');
  const isOpen = found.status === 'booked' || found.status === 'no-show' || found.status === 'elsewhere';
  return isOpen ? accept(found) : refuse('appointment-over');
}

export type StageRefusal = 'visit-unknown' | 'stage-unchanged' | 'observation-running';

/**
 * Forwards or, after a slip of the hand, back; only on the day of the visit. Whoever was given a dose is under observation
 * until they are released: no step leads out of it, and of steps only one back into it.
 */
export function decideReachStage(
  state: AppointmentsState,
  command: { visitId: VisitId; personId: PersonId; stage: VisitStage; today: PlainDate },
): Result<VisitStageReached[], StageRefusal> {
  const { visitId, personId, stage, today } = command;
  const visit = openVisit(state.visits, visitId, today);
  if (!visit) return refuse('visit-unknown');
  if (visit.stage === stage) return refuse('stage-unchanged');
  if (visit.observation !== undefined && stage !== 'observation') return refuse('observation-running');
  return accept([{ type: 'VisitStageReached', version: 1, data: { visitId, personId, stage } }]);
}
