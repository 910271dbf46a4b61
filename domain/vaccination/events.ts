import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, DoseId, PersonId, ProductId, StaffId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { AgeWarning } from '../products/product.ts';
import type { AdverseEvent } from './adverse-events.ts';
import type { ObservationEnded, ObservationSet } from './observation-events.ts';

export type InjectionSite = 'left-upper-arm' | 'right-upper-arm' | 'left-thigh' | 'right-thigh';

/** What could be overridden before age limits were known. */
type ScheduleWarning = 'dose-already-today' | 'too-early' | 'series-complete' | 'not-checked-in';
type WarningOfPersonAndVial = ScheduleWarning | AgeWarning | 'lot-expired';
export type DoseWarning = WarningOfPersonAndVial | 'second-record';

export interface AdministeredDose<Warning = DoseWarning> {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  readonly visitId?: VisitId;
  readonly appointmentId?: AppointmentId;
  readonly productId: ProductId;
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  readonly site: InjectionSite;
  readonly route: 'intramuscular' | 'subcutaneous';
  readonly amountMl: number;
  /** The actual place of this dose in the series, from 1; completeness is derived by rule, never stored. */
  readonly ordinal: number;
  readonly givenOn: PlainDate;
  readonly vaccinator: string;
  readonly overrides: readonly Warning[];
}

/** Why a dose was given in spite of a grave warning, and the second person who agreed. */
export interface DoseApproval {
  readonly approvedBy: StaffId;
  /** Free words may name somebody: kept under the person's key. */
  readonly personal?: { readonly reason: string };
}

/**
 * Version 2 was given by four eyes: a further dose on the same day, or one too early. Version 3 was given outside of the
 * product's age limits, knowingly, and version 4 from an expired lot; since then both take four eyes. Version 5 was given
 * although another record with the same name and birth date holds doses or dates of the series.
 */
export type DoseAdministered =
  | EventOf<'DoseAdministered', 1, AdministeredDose<ScheduleWarning>>
  | EventOf<'DoseAdministered', 2, AdministeredDose<ScheduleWarning> & DoseApproval>
  | EventOf<'DoseAdministered', 3, AdministeredDose<ScheduleWarning | AgeWarning> & Partial<DoseApproval>>
  | EventOf<'DoseAdministered', 4, AdministeredDose<WarningOfPersonAndVial> & DoseApproval>
  | EventOf<'DoseAdministered', 5, AdministeredDose & DoseApproval>;

/** What may be corrected about a dose that was given. */
export interface CorrectableFacts {
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  readonly site: InjectionSite;
  readonly givenOn: PlainDate;
}

/** Something was entered wrongly: as it stood, and as it is. Who did it and when is that of the event. */
export type DoseCorrected = EventOf<
  'DoseCorrected',
  1,
  {
    readonly doseId: DoseId;
    readonly personId: PersonId;
    readonly before: CorrectableFacts;
    readonly after: CorrectableFacts;
    readonly approvedBy: StaffId;
    /** Free words may name somebody: kept under the person's key. */
    readonly personal?: { readonly note: string };
  }
>;

export type VoidReason = 'wrong-person' | 'not-given' | 'wrong-entry' | 'other';

interface VoidedDose {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  readonly appointmentId?: AppointmentId;
  readonly reason: VoidReason;
  /** Free words may name somebody: kept under the person's key. */
  readonly personal?: { readonly note: string };
}

/** Since version 2 a dose is voided by four eyes, and the second person stands in the event. */
export type DoseVoided =
  | EventOf<'DoseVoided', 1, VoidedDose>
  | EventOf<'DoseVoided', 2, VoidedDose & { readonly approvedBy: StaffId }>;

/** One dose that a certificate proves. It is voided like every other, should it turn out to be wrong. */
export interface DoseElsewhere {
  readonly doseId: DoseId;
  /** As the certificate names it; empty where the dose is merely counted. */
  readonly productName: string;
  readonly givenOn: PlainDate;
  /** False for a dose that is merely counted: `givenOn` is then the latest day it can have been. */
  readonly isDayKnown: boolean;
  readonly ordinal: number;
  /** A merely counted dose that this one turned out to be. */
  readonly replaces?: DoseId;
}

/** A dose of which more is known than a certificate tells. */
export interface NotedDoseElsewhere extends DoseElsewhere {
  readonly lot?: string;
}

/** What doses elsewhere were taken from, where no certificate proves them. */
export type ElsewhereSource =
  /** A file of another system: what it says is believed. */
  | { readonly kind: 'fhir' }
  /** A booklet or another paper, and who saw it. */
  | { readonly kind: 'booklet'; readonly seenBy: StaffId };

/** Who says that the doses were given, and where it stands there. It may name somebody: kept under the person's key. */
export interface ElsewhereWitness {
  readonly issuer: string;
  readonly page?: string;
}

/**
 * Doses given elsewhere that the desk took into the record. Version 1 stands on a verified certificate, with what it was
 * believed by; version 2 on what another system or a paper says.
 */
export type DosesElsewhereCounted =
  | EventOf<
      'DosesElsewhereCounted',
      1,
      {
        readonly personId: PersonId;
        /** The product whose series they count for. */
        readonly productId: ProductId;
        readonly source: {
          readonly kind: string;
          readonly issuer: string;
          /** When the trust list was issued that it was verified with. */
          readonly trustListFrom: Instant;
        };
        readonly doses: readonly DoseElsewhere[];
      }
    >
  | EventOf<
      'DosesElsewhereCounted',
      2,
      {
        readonly personId: PersonId;
        readonly productId: ProductId;
        readonly source: ElsewhereSource;
        readonly doses: readonly NotedDoseElsewhere[];
        readonly personal?: ElsewhereWitness;
      }
    >;

export type VaccinationEvent =
  | DoseAdministered
  | DoseCorrected
  | DoseVoided
  | DosesElsewhereCounted
  | AdverseEvent
  | ObservationSet
  | ObservationEnded;
