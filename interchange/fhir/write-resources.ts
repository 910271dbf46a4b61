import type { Appointment, BundleEntry, Patient } from 'fhir/r4';
import type { AppointmentStatus } from '../../domain/appointments/appointments.ts';
import type { AppointmentId, PersonId, ProductId } from '../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import {
  atcSystem,
  insuranceSystem,
  ownAppointmentSystem,
  ownPersonSystem,
  plannedDoseExtension,
} from './fhir-systems.ts';

/** A person as a FHIR Patient; an unknown month or day of birth stays unknown. */
export function patientEntry(personId: PersonId, details: PersonDetails): BundleEntry {
  const { givenName, familyName, sex, email, phone, street, postcode, city, country } = details;
  const hasAddress = [street, postcode, city, country].some((part) => part !== undefined);
  const resource: Patient = {
    resourceType: 'Patient',
    id: personId,
    identifier: [
      { system: ownPersonSystem, value: personId },
      ...(details.insuranceNumber === undefined
        ? []
        : [{ system: insuranceSystem, value: details.insuranceNumber }]),
    ],
    name: [
      {
        use: 'official',
        ...(familyName === '' ? {} : { family: familyName }),
        ...(givenName === '' ? {} : { given: givenName.split(' ') }),
      },
    ],
    birthDate: details.birthDate,
    ...(sex ? { gender: sex === 'diverse' ? 'other' : sex } : {}),
    ...(email === undefined && phone === undefined
      ? {}
      : {
          telecom: [
            ...(email === undefined ? [] : [{ system: 'email' as const, value: email }]),
            ...(phone === undefined ? [] : [{ system: 'phone' as const, value: phone }]),
          ],
        }),
    ...(hasAddress
      ? {
          address: [
            {
              use: 'home' as const,
              ...(street === undefined ? {} : { line: [street] }),
              ...(city === undefined ? {} : { city }),
              ...(postcode === undefined ? {} : { postalCode: postcode }),
              ...(country === undefined ? {} : { country }),
            },
          ],
        }
      : {}),
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: details.language }] }, preferred: true },
    ],
  };
  return { fullUrl: `Patient/${personId}`, resource };
}

/** What a FHIR Appointment is made of, named as the read model has it. */
export interface AppointmentSource {
  readonly appointment_id: AppointmentId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  readonly planned_dose: number;
  readonly status: AppointmentStatus;
  readonly starts_at: Instant;
  readonly duration_minutes?: number;
  /** Where it is, when it is not at this centre. */
  readonly centre: string | null;
}

export function appointmentEntry(row: AppointmentSource): BundleEntry {
  const product = productOf(row.product_id);
  const resource: Appointment = {
    resourceType: 'Appointment',
    id: row.appointment_id,
    identifier: [{ system: ownAppointmentSystem, value: row.appointment_id }],
    extension: [{ url: plannedDoseExtension, valuePositiveInt: row.planned_dose }],
    status: statuses[row.status],
    ...(product
      ? {
          serviceType: [{ coding: [{ system: atcSystem, code: product.atcCode }], text: product.name }],
        }
      : {}),
    start: row.starts_at,
    end: addMinutes(row.starts_at, row.duration_minutes ?? 5),
    participant: [
      { actor: { reference: `Patient/${row.person_id}` }, status: 'accepted' },
      ...(row.centre === null
        ? []
        : [{ actor: { type: 'Location', display: row.centre }, status: 'accepted' as const }]),
    ],
  };
  return { fullUrl: `Appointment/${row.appointment_id}`, resource };
}

const statuses: Readonly<Record<AppointmentStatus, Appointment['status']>> = {
  booked: 'booked',
  'checked-in': 'checked-in',
  attended: 'fulfilled',
  // The appointment took place; that a dose was given, an Immunization says.
  'not-vaccinated': 'fulfilled',
  cancelled: 'cancelled',
  'no-show': 'noshow',
  elsewhere: 'booked',
};
