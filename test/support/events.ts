import type { AppointmentBooked } from '../../domain/appointments/events.ts';
import {
  type AppointmentId,
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
} from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../domain/kernel/plain-date.ts';
import type { PersonCorrected, PersonDetails, PersonRegistered } from '../../domain/people/events.ts';
import type { DoseAdministered, DoseVoided } from '../../domain/vaccination/events.ts';

export const personId = idOf<PersonId>('person-1');
export const comirnaty = idOf<ProductId>('comirnaty');

export function day(text: string): PlainDate {
  return text as PlainDate;
}

/** As the log has it, however odd the details: a `decide` would refuse some of them today. */
export function aPersonRegistered(more: Partial<PersonDetails> = {}, id = personId): PersonRegistered {
  const details: PersonDetails = {
    givenName: 'Erika',
    familyName: 'Mustermann',
    birthDate: '1964-08-12' as BirthDate,
    language: 'de',
    ...more,
  };
  const data = { personId: id, source: 'desk', personal: { details } } as const;
  return { type: 'PersonRegistered', version: 2, data };
}

/** A correction whose new details nobody here can read. */
export const personCorrected: PersonCorrected = {
  type: 'PersonCorrected',
  version: 1,
  data: { personId, why: 'typing-error' },
};

/** The n-th dose of the series, given on that day. */
export function doseGiven(ordinal: number, on: string): DoseAdministered {
  return {
    type: 'DoseAdministered',
    version: 7,
    data: {
      doseId: idOf<DoseId>(`dose-${ordinal}`),
      personId,
      productId: comirnaty,
      lot: 'LOT-1',
      site: 'left-upper-arm',
      route: 'intramuscular',
      amountMl: 0.3,
      ordinal,
      givenOn: day(on),
      vaccinator: 'staff:test',
      overrides: [],
    },
  };
}

export function doseVoided(ordinal: number): DoseVoided {
  return {
    type: 'DoseVoided',
    version: 1,
    data: { doseId: idOf<DoseId>(`dose-${ordinal}`), personId, reason: 'wrong-entry' },
  };
}

export function appointmentBooked(plannedDose: number, on: string, clock = '09:00'): AppointmentBooked {
  return {
    type: 'AppointmentBooked',
    version: 4,
    data: {
      appointmentId: idOf<AppointmentId>(`appointment-${plannedDose}`),
      personId,
      productId: comirnaty,
      plannedDose,
      startsAt: `${on}T${clock}:00.000Z` as Instant,
      day: day(on),
      durationMinutes: 5,
      source: 'desk',
    },
  };
}
