import type { WebhookBody, WebhookType } from '../../../contracts/api/webhook-contract.ts';
import type { AppointmentId, PassId } from '../../../domain/kernel/ids.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import { doseStateOf } from '../passes/pass-facts.ts';
import type { KnownPerson } from '../passes/person-history.ts';

/** Events that existing systems may hear of, and as what. */
const typeOf: Readonly<Record<string, WebhookType>> = {
  PassIssued: 'pass.created',
  PassUpdated: 'pass.updated',
  PassRedesigned: 'pass.updated',
  PassVoided: 'pass.updated',
  PassScanned: 'pass.scanned',
  CheckedIn: 'pass.scanned',
  AppointmentBooked: 'appointment.booked',
  AppointmentMoved: 'appointment.moved',
  AppointmentCancelled: 'appointment.cancelled',
  DoseAdministered: 'appointment.attended',
  VisitEndedWithoutDose: 'appointment.ended',
  NoShowRecorded: 'appointment.missed',
};

export function mayBeTold(eventType: string): boolean {
  return eventType in typeOf;
}

/**
 * What existing systems hear of an event, by the record as it stands; undefined where there is nothing to say, because
 * what another desk recorded counts more or because the event is of another centre.
 */
export function webhookBodyOf(recorded: RecordedEvent, known: KnownPerson): WebhookBody | undefined {
  const { event, occurredAt: timestamp } = recorded;
  switch (event.type) {
    case 'PassIssued': {
      const appointmentIds = known.appointments.appointments
        .filter(({ status }) => status === 'booked')
        .map(({ appointmentId }) => appointmentId);
      const data = { ...passData(known, event.data.passId), appointmentIds };
      return { type: 'pass.created', timestamp, data };
    }
    case 'PassUpdated':
    case 'PassRedesigned':
    case 'PassVoided': {
      const { passId, revision } = event.data;
      return { type: 'pass.updated', timestamp, data: { ...passData(known, passId), revision } };
    }
    case 'PassScanned':
      return {
        type: 'pass.scanned',
        timestamp,
        data: { ...passData(known, event.data.passId), by: 'system' },
      };
    case 'CheckedIn':
      if (event.data.via !== 'pass' || known.pass.status === 'none') return undefined;
      return {
        type: 'pass.scanned',
        timestamp,
        data: { ...passData(known, known.pass.passId), by: 'desk' },
      };
    default:
      return dateBodyOf(recorded, known);
  }
}

function dateBodyOf(
  { event, occurredAt: timestamp }: RecordedEvent,
  known: KnownPerson,
): WebhookBody | undefined {
  switch (event.type) {
    case 'AppointmentBooked': {
      const data = dateData(known, event.data.appointmentId);
      return data && event.version !== 6 ? { type: 'appointment.booked', timestamp, data } : undefined;
    }
    case 'AppointmentMoved': {
      const { appointmentId, from, to } = event.data;
      const date = dateData(known, appointmentId);
      if (!date) return undefined;
      const { startsAt, durationMinutes } = to;
      const data = { ...date, startsAt, durationMinutes, movedFrom: from.startsAt };
      return { type: 'appointment.moved', timestamp, data };
    }
    case 'AppointmentCancelled': {
      const data = dateData(known, event.data.appointmentId, 'cancelled');
      return data && { type: 'appointment.cancelled', timestamp, data };
    }
    case 'DoseAdministered': {
      const data = dateData(known, event.data.appointmentId, 'attended');
      return data && { type: 'appointment.attended', timestamp, data };
    }
    case 'VisitEndedWithoutDose': {
      const data = dateData(known, event.data.appointmentId, 'not-vaccinated');
      return data && { type: 'appointment.ended', timestamp, data };
    }
    case 'NoShowRecorded': {
      const data = dateData(known, event.data.appointmentId, 'no-show');
      return data && { type: 'appointment.missed', timestamp, data };
    }
    default:
      return undefined;
  }
}

function passData(known: KnownPerson, passId: PassId) {
  const isValid = known.pass.status === 'valid' && known.pass.passId === passId;
  const { doseCount } = doseStateOf(known);
  return { passId, status: isValid ? ('valid' as const) : ('void' as const), doseCount };
}

function dateData(known: KnownPerson, id: AppointmentId | undefined, status?: string) {
  const date = known.appointments.appointments.find(({ appointmentId }) => appointmentId === id);
  if (!date || (status !== undefined && date.status !== status)) return undefined;
  const { appointmentId, plannedDose: dose, startsAt, durationMinutes } = date;
  const pass = known.pass.status === 'none' ? {} : { passId: known.pass.passId };
  return { appointmentId, ...pass, dose, startsAt, durationMinutes };
}
