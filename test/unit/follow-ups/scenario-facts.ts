import type { AppointmentBooked, DateAnywhere } from '../../../domain/appointments/events.ts';
import type { SlotsOpened } from '../../../domain/appointments/slot-events.ts';
import type { EventType } from '../../../domain/follow-ups/follow-up.ts';
import {
  type AppointmentId,
  idOf,
  type LaneId,
  type OfferId,
  type PassId,
  type PersonId,
  type SlotTemplateId,
  type StaffId,
  type StandbyId,
  type VisitId,
} from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import {
  aPersonRegistered,
  appointmentBooked,
  comirnaty,
  doseGiven,
  personId,
} from '../../support/events.ts';
import { now, today, type World } from '../../support/known-in-memory.ts';
import { passId, passIssued } from './sample-events.ts';

export interface Scenario extends World {
  readonly when: string;
  readonly events: readonly StationEvent[];
}

export type Scenarios = { readonly [Type in EventType]?: readonly Scenario[] };

export const other = idOf<PersonId>('person-2');
export const lane = idOf<LaneId>('A');
export const standbyId = idOf<StandbyId>('standby-1');
export const offerId = idOf<OfferId>('offer-1');
export const approvedBy = idOf<StaffId>('staff-2');
export const appointmentId = idOf<AppointmentId>('appointment-1');
export const inAnHour = addMinutes(now, 60);
export const slot = {
  lane,
  productId: comirnaty,
  day: today,
  startsAt: inAnHour,
  durationMinutes: 5,
  capacity: 1,
  taken: 0,
};
export const waiter = {
  standbyId,
  personId: other,
  productId: comirnaty,
  fromDay: today,
  toDay: today,
  refused: new Set<string>(),
};
export const withAddress = aPersonRegistered({ email: 'a@example.invalid' });
export const first = appointmentBooked(1, today);
export const second = appointmentBooked(2, '2026-12-18');
export const expected = [aPersonRegistered(), first, passIssued];
export const at = (centre?: string): DateAnywhere => ({
  startsAt: inAnHour,
  day: today,
  durationMinutes: 5,
  ...(centre ? { centre } : {}),
});
export const everyPass = { mode: 'neutral', cardsFor: 'every-pass' } as const;

export function bookedFrom(source: AppointmentBooked['data']['source']): StationEvent {
  return { ...first, data: { ...first.data, source } } as StationEvent;
}

export function moved(reason: 'asked' | 'wrong-day' | 'standby'): StationEvent {
  const data = {
    appointmentId,
    personId,
    from: at(),
    to: { ...at(), startsAt: addMinutes(now, 90) },
    reason,
  };
  return { type: 'AppointmentMoved', version: 1, data };
}

export function cancelled(reason: 'asked' | 'day-closed'): StationEvent {
  return { type: 'AppointmentCancelled', version: 1, data: { appointmentId, personId, reason } };
}

export const missed: StationEvent = {
  type: 'NoShowRecorded',
  version: 1,
  data: { appointmentId, personId, day: today, by: 'day-end' },
};
export const checkedIn: StationEvent = {
  type: 'CheckedIn',
  version: 2,
  data: {
    visitId: idOf<VisitId>('visit-1'),
    personId,
    appointmentId,
    day: today,
    via: 'pass',
    overrides: [],
  },
};
export function checkInUndone(date: 'booked' | 'cancelled'): StationEvent {
  const visitId = idOf<VisitId>('visit-1');
  return { type: 'CheckInUndone', version: 2, data: { visitId, personId, day: today, appointmentId, date } };
}
export const endedWithoutDose: StationEvent = {
  type: 'VisitEndedWithoutDose',
  version: 1,
  data: {
    visitId: idOf<VisitId>('visit-1'),
    personId,
    day: today,
    appointmentId,
    reason: 'unwell',
  },
};
export const resumed: StationEvent = {
  type: 'VisitResumed',
  version: 1,
  data: { visitId: idOf<VisitId>('visit-1'), personId, day: today, appointmentId, stage: 'reception' },
};
export const linked: StationEvent = {
  type: 'PersonsLinked',
  version: 1,
  data: { personId, otherId: other, approvedBy },
};
export const passOfOther: StationEvent = {
  ...passIssued,
  data: {
    ...passIssued.data,
    passId: idOf<PassId>('PASS-2'),
    personId: other,
    doseCount: 1,
    lastDoseOn: today,
  },
};
export const doseOfOther = {
  ...doseGiven(1, today),
  data: { ...doseGiven(1, today).data, personId: other },
} as StationEvent;
export const joined: StationEvent = {
  type: 'StandbyJoined',
  version: 1,
  data: {
    standbyId,
    personId,
    productId: comirnaty,
    plannedDose: 1,
    fromDay: today,
    toDay: today,
    reach: 'phone',
  },
};
export const offered: StationEvent = {
  type: 'StandbyOffered',
  version: 1,
  data: { offerId, standbyId, personId, place: at(), occasion: 'free-place', expiresAt: inAnHour },
};
export const opened: SlotsOpened = {
  type: 'SlotsOpened',
  version: 1,
  data: { day: today, templateId: idOf<SlotTemplateId>('template-1'), lanes: [] },
};
export const updated: StationEvent = {
  type: 'PassUpdated',
  version: 1,
  data: { passId, personId, revision: 1, doseCount: 1, lastDoseOn: today },
};

export function ended(how: 'accepted' | 'declined' | 'expired' | 'withdrawn'): StationEvent {
  return { type: 'StandbyOfferEnded', version: 1, data: { offerId, standbyId, personId, how } };
}
