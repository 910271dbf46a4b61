/** What headquarters' API takes and answers. A test holds these against the schemas that check each request. */

export type Scope = 'passes' | 'appointments' | 'scans' | 'webhooks';

/** `YYYY-MM-DD`. */
export type Day = string;
/** UTC with milliseconds: `2026-11-30T08:00:00.000Z`. */
export type Moment = string;

export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  /** A day; `1964` or `1964-08` where papers say no more. */
  readonly birthDate: string;
  readonly sex?: 'female' | 'male' | 'diverse' | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly street?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly country?: string | undefined;
  readonly insuranceNumber?: string | undefined;
  readonly language: 'de' | 'en';
}

export interface NewPass {
  readonly person: Person;
  /** The person agreed to the registration. */
  readonly consent: true;
  /** One free slot for each dose that is missing, in order; none for a pass without dates. */
  readonly slotIds?: readonly string[] | undefined;
  readonly mayMail?: boolean | undefined;
  readonly template?: { readonly templateId: string; readonly version?: number | undefined } | undefined;
}

export interface DoseFacts {
  /** Valid doses that are on record. */
  readonly doseCount: number;
  readonly lastDoseOn?: Day | undefined;
  readonly nextDose?:
    | {
        readonly dose: number;
        readonly earliest: Day;
        readonly recommendedFrom: Day;
        readonly recommendedTo: Day;
        readonly latest?: Day | undefined;
      }
    | undefined;
}

export interface Appointment {
  readonly appointmentId: string;
  readonly dose: number;
  readonly startsAt: Moment;
  readonly durationMinutes: number;
  /** `not-vaccinated`: they came, and left without the dose. */
  readonly status:
    | 'booked'
    | 'checked-in'
    | 'attended'
    | 'not-vaccinated'
    | 'cancelled'
    | 'no-show'
    | 'elsewhere';
}

export interface Pass extends DoseFacts {
  readonly passId: string;
  /** As it is printed on the pass. */
  readonly shortNumber: string;
  readonly status: 'valid' | 'void';
  readonly template: { readonly templateId: string; readonly version: number };
  readonly appointments: readonly Appointment[];
  /** Private to the person; absent for a void pass. */
  readonly links?:
    | {
        readonly page: string;
        readonly appleWallet: string;
        readonly googleWallet?: string | undefined;
        readonly pdf: string;
      }
    | undefined;
}

export type VoidReason = 'lost' | 'wrong-person' | 'replaced';

export interface Template {
  readonly templateId: string;
  readonly version: number;
  readonly isCurrent: boolean;
  readonly organisationName: string;
  readonly logoText: { readonly de: string; readonly en: string };
}

export interface SlotsQuery {
  readonly fromDay?: Day | undefined;
  readonly toDay?: Day | undefined;
  /** Only places at which a first dose suits somebody born then. */
  readonly birthDate?: string | undefined;
  /** The same by full years on the day of the place; not together with `birthDate`. */
  readonly age?: number | undefined;
}

export interface Slot {
  readonly slotId: string;
  readonly startsAt: Moment;
  readonly day: Day;
  readonly durationMinutes: number;
  readonly free: number;
}

export interface NewAppointment {
  readonly passId: string;
  /** Which dose of the series it is for, from 1. */
  readonly dose: number;
  readonly slotId: string;
}

/** What a scan means, by the record of now. */
export type ScanDecision =
  | (DoseFacts & { readonly decision: 'known'; readonly passId: string })
  | { readonly decision: 'void'; readonly passId: string }
  | {
      readonly decision: 'unknown';
      /** `other-issuer`: a pass that a station issued; it is read there. */
      readonly reason: 'not-a-pass' | 'forged' | 'other-issuer' | 'not-found' | 'record-closed';
    };

export interface Message {
  readonly passIds: readonly string[];
  readonly message: { readonly de: string; readonly en: string };
}

export interface MessageResult {
  readonly passId: string;
  readonly outcome: 'written' | 'void' | 'unknown';
}

export type WebhookType =
  | 'pass.created'
  | 'pass.updated'
  | 'pass.scanned'
  | 'appointment.booked'
  | 'appointment.moved'
  | 'appointment.cancelled'
  | 'appointment.attended'
  | 'appointment.ended'
  | 'appointment.missed';

export interface NewEndpoint {
  readonly url: string;
  /** Everything when left out. */
  readonly types?: readonly WebhookType[] | undefined;
}

export interface Endpoint {
  readonly endpointId: string;
  readonly url: string;
  readonly types: readonly WebhookType[];
  readonly standing: 'on' | 'gone' | 'off';
  readonly createdAt: Moment;
  readonly lastDeliveredAt?: Moment | undefined;
  readonly lastFailedAt?: Moment | undefined;
  readonly waiting: number;
  readonly failed: number;
}

export interface EndpointMade {
  readonly endpointId: string;
  /** Verifies what comes; not shown again. */
  readonly secret: string;
}

export interface SecretChanged {
  readonly secret: string;
  /** Until then what comes is signed with the secret before too. */
  readonly oldSecretUntil: Moment;
}

interface Told<Type extends WebhookType, Data> {
  readonly type: Type;
  /** When it happened. */
  readonly timestamp: Moment;
  readonly data: Data;
}

interface PassTold {
  readonly passId: string;
  readonly status: 'valid' | 'void';
  readonly doseCount: number;
}

interface AppointmentTold {
  readonly appointmentId: string;
  readonly passId?: string | undefined;
  readonly dose: number;
  readonly startsAt: Moment;
  readonly durationMinutes: number;
}

export type WebhookBody =
  | Told<'pass.created', PassTold & { readonly appointmentIds: readonly string[] }>
  | Told<'pass.updated', PassTold & { readonly revision: number }>
  | Told<'pass.scanned', PassTold & { readonly by: 'desk' | 'system' }>
  | Told<'appointment.moved', AppointmentTold & { readonly movedFrom: Moment }>
  | Told<'appointment.booked', AppointmentTold>
  | Told<'appointment.cancelled', AppointmentTold>
  | Told<'appointment.attended', AppointmentTold>
  | Told<'appointment.ended', AppointmentTold>
  | Told<'appointment.missed', AppointmentTold>;

export type ProblemCode =
  | 'not-valid'
  | 'not-authenticated'
  | 'not-permitted'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'station-frozen'
  | 'station-known'
  | 'key-reused'
  | 'slot-full'
  | 'gone'
  | 'too-large'
  | 'unsupported-media-type'
  | 'refused'
  | 'too-many-requests'
  | 'went-wrong'
  | 'not-available';
