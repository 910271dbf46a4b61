import type { VisitStage } from '../appointments/events.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { Row, RowChange } from './row-change.ts';

/** Every date and what became of it, and who is in the house. */
export function projectAppointment({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'AppointmentBooked':
      return [
        {
          op: 'put',
          table: 'appointment',
          row: {
            appointment_id: event.data.appointmentId,
            person_id: event.data.personId,
            product_id: event.data.productId,
            planned_dose: event.data.plannedDose,
            starts_at: event.data.startsAt,
            day: event.data.day,
            duration_minutes: event.data.durationMinutes,
            status: event.version === 6 ? 'elsewhere' : 'booked',
            lane: event.version === 5 ? event.data.lane : null,
            centre: event.version === 6 ? event.data.centre : null,
            external_id: event.data.personal?.externalId ?? null,
          },
        },
      ];
    case 'PersonErased': {
      const where = { person_id: event.data.personId };
      return [{ op: 'set', table: 'appointment', where, set: { external_id: null } }];
    }
    case 'CheckedIn':
      return [
        {
          op: 'put',
          table: 'visit',
          row: {
            visit_id: event.data.visitId,
            person_id: event.data.personId,
            appointment_id: event.data.appointmentId ?? null,
            day: event.data.day,
            checked_in_at: occurredAt,
            stage: 'reception',
            stage_since: occurredAt,
            vaccination_at: null,
            observation_at: null,
            checked_out_at: null,
            observed_from: null,
            observed_minutes: null,
            ended: null,
          },
        },
        ...appointmentChange(event.data.appointmentId, { status: 'checked-in' }),
      ];
    case 'AppointmentMoved': {
      const { to, appointmentId } = event.data;
      const centre = 'centre' in to ? to.centre : undefined;
      return appointmentChange(appointmentId, {
        starts_at: to.startsAt,
        day: to.day,
        duration_minutes: to.durationMinutes,
        lane: to.lane ?? null,
        centre: centre ?? null,
        status: centre === undefined ? 'booked' : 'elsewhere',
      });
    }
    case 'AppointmentCancelled':
      return unlessAttended(event.data.appointmentId, { status: 'cancelled' });
    case 'NoShowRecorded':
      // Whoever did not know that the date was moved says nothing of the day that it is on now.
      return fromStatus(event.data.appointmentId, 'booked', 'no-show', { day: event.data.day });
    case 'CheckInUndone': {
      const { visitId, appointmentId, date = 'booked' } = event.data;
      return [
        { op: 'delete', table: 'visit', where: { visit_id: visitId } },
        ...appointmentChange(appointmentId, { status: date }),
      ];
    }
    case 'VisitEndedWithoutDose': {
      const { visitId, appointmentId, reason } = event.data;
      const set = { stage: 'check-out', stage_since: occurredAt, checked_out_at: occurredAt, ended: reason };
      // Whoever was given a dose in it is observed; what was told stands, what nobody had told gives way.
      const open = { visit_id: visitId, observed_from: null };
      return [
        ...(reason === 'not-told'
          ? []
          : [{ op: 'set' as const, table: 'visit' as const, where: { ...open, ended: 'not-told' }, set }]),
        { op: 'set', table: 'visit', where: { ...open, ended: null }, set },
        ...fromStatus(appointmentId, 'checked-in', 'not-vaccinated'),
      ];
    }
    case 'VisitResumed': {
      const { visitId, appointmentId, stage } = event.data;
      const set = { stage, stage_since: occurredAt, checked_out_at: null, ended: null };
      return [
        { op: 'set', table: 'visit', where: { visit_id: visitId }, unless: { ended: null }, set },
        ...fromStatus(appointmentId, 'not-vaccinated', 'checked-in'),
      ];
    }
    case 'AppointmentReplanned':
      return appointmentChange(event.data.appointmentId, { planned_dose: event.data.plannedDose });
    case 'VisitStageReached': {
      const { visitId, stage } = event.data;
      // Nobody who was given a dose is led out of the observation by a step.
      const where: Row = stage === 'observation' ? { ended: null } : { ended: null, observed_from: null };
      return stageChange(visitId, stage, occurredAt, { where });
    }
    case 'DoseAdministered':
      return [
        ...appointmentChange(event.data.appointmentId, { status: 'attended' }),
        ...stageChange(event.data.visitId, 'observation', occurredAt, { set: { ended: null } }),
      ];
    case 'ObservationSet': {
      const { visitId, startsAt, minutes } = event.data;
      const set = { observed_from: startsAt, observed_minutes: minutes };
      return [{ op: 'set', table: 'visit', where: { visit_id: visitId }, set }];
    }
    case 'ObservationEnded':
      return stageChange(event.data.visitId, 'check-out', occurredAt);
    case 'DoseVoided':
      return [
        ...appointmentChange(event.data.appointmentId, { status: 'checked-in' }),
        ...backToVaccination(event.data.appointmentId, occurredAt),
      ];
    default:
      return [];
  }
}

function appointmentChange(appointmentId: string | undefined, set: Row): RowChange[] {
  if (appointmentId === undefined) return [];
  return [{ op: 'set', table: 'appointment', where: { appointment_id: appointmentId }, set }];
}

/** A dose is a fact: whoever did not know of it yet says nothing against it. */
function unlessAttended(appointmentId: string, set: Row): RowChange[] {
  const where = { appointment_id: appointmentId };
  return [{ op: 'set', table: 'appointment', where, unless: { status: 'attended' }, set }];
}

/** Only of a date that stands so: whoever did not know what it has become says nothing against it. */
function fromStatus(
  appointmentId: string | undefined,
  before: string,
  status: string,
  also: Row = {},
): RowChange[] {
  if (appointmentId === undefined) return [];
  const where = { appointment_id: appointmentId, status: before, ...also };
  return [{ op: 'set', table: 'appointment', where, set: { status } }];
}

/** A step back takes away the times of what has not happened after all. */
function stageChange(
  visitId: string | undefined,
  stage: VisitStage,
  at: Instant,
  also: { readonly where?: Row; readonly set?: Row } = {},
): RowChange[] {
  if (visitId === undefined) return [];
  const reached: Record<VisitStage, Row> = {
    reception: { vaccination_at: null, observation_at: null, checked_out_at: null },
    vaccination: { vaccination_at: at, observation_at: null, checked_out_at: null },
    observation: { observation_at: at, checked_out_at: null },
    'check-out': { checked_out_at: at },
  };
  const set = { stage, stage_since: at, ...reached[stage], ...also.set };
  return [{ op: 'set', table: 'visit', where: { visit_id: visitId, ...also.where }, set }];
}

function backToVaccination(appointmentId: string | undefined, at: Instant): RowChange[] {
  if (appointmentId === undefined) return [];
  const of = { appointment_id: appointmentId };
  const unobserved = { observed_from: null, observed_minutes: null };
  const back = { stage: 'vaccination', stage_since: at, observation_at: null };
  return [
    { op: 'set', table: 'visit', where: of, unless: { observed_from: null }, set: unobserved },
    { op: 'set', table: 'visit', where: { ...of, stage: 'observation' }, set: back },
  ];
}
