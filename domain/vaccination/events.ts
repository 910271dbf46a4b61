import type { EventOf } from '../kernel/event.ts';
import type {
  AppointmentId,
  ConsentId,
  DoseId,
  PersonId,
  ProductId,
  StaffId,
  VisitId,
} from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { AgeWarning } from '../products/product.ts';
import type { AdverseEvent } from './adverse-events.ts';
import type { ReactionWarning } from './earlier-reactions.ts';
import type { Indication } from './indication.ts';
import type { InjectionRoute, InjectionSite } from './injection.ts';
import type { ObservationEnded, ObservationSet } from './observation-events.ts';
import type { VoidReason } from './void-reason.ts';

export type DoseWarning =
  | 'dose-already-today'
  | 'too-early'
  | 'series-complete'
  | 'not-checked-in'
  | AgeWarning
  | 'lot-expired'
  | 'second-record'
  | ReactionWarning;

export interface AdministeredDose {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  readonly visitId?: VisitId;
  readonly appointmentId?: AppointmentId;
  readonly productId: ProductId;
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  readonly site: InjectionSite;
  readonly route: InjectionRoute;
  readonly amountMl: number;
  /** The actual place of this dose in the series, from 1; completeness is derived by rule, never stored. */
  readonly ordinal: number;
  readonly givenOn: PlainDate;
  readonly vaccinator: string;
  readonly overrides: readonly DoseWarning[];
  /** By which consent; absent where none was recorded. */
  readonly consentId?: ConsentId;
}

/**
 * The versions before 7 knew fewer warnings, those before 6 no indication and no consent either
 * (contracts/events/older-doses.ts). Of a dose in spite of a grave warning it says who agreed.
 */
export type DoseAdministered = EventOf<
  'DoseAdministered',
  7,
  AdministeredDose & {
    readonly approvedBy?: StaffId;
    /**
     * Kept under the person's key: an indication may tell of an illness, and free words may name somebody. `reason` is why
     * it was given in spite of a grave warning.
     */
    readonly personal?: { readonly indication?: Indication; readonly reason?: string };
  }
>;

/** What may be corrected about a dose that was given, but for the indication, which is personal. */
export interface CorrectableFacts {
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  readonly site: InjectionSite;
  readonly givenOn: PlainDate;
  /** Absent in what version 1 wrote, when these could not be corrected: they are as the dose has them. */
  readonly productId?: ProductId;
  readonly route?: InjectionRoute;
  readonly amountMl?: number;
  readonly vaccinator?: string;
}

/**
 * Something was entered wrongly: as it stood, and as it is. Who did it and when is that of the event. Version 1 knew only
 * lot, expiry, site and day.
 */
export type DoseCorrected = EventOf<
  'DoseCorrected',
  2,
  {
    readonly doseId: DoseId;
    readonly personId: PersonId;
    readonly before: CorrectableFacts;
    readonly after: CorrectableFacts;
    readonly approvedBy: StaffId;
    /** Free words may name somebody, an indication may tell of an illness: kept under the person's key. */
    readonly personal?: {
      readonly note: string;
      /** Absent where it was not what was wrong. */
      readonly indication?: { readonly before?: Indication; readonly after?: Indication };
    };
  }
>;

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
  readonly told?: ToldEntry;
}

/** What another system says beside of how a dose was given, as far as it says it in codes that are known here. */
export interface ToldEntry {
  readonly expiresOn?: PlainDate;
  readonly site?: InjectionSite;
  readonly route?: InjectionRoute;
  readonly amountMl?: number;
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
 * believed by; version 3 on what another system or a paper says.
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
      3,
      {
        readonly personId: PersonId;
        readonly productId: ProductId;
        readonly source: ElsewhereSource;
        readonly doses: readonly NotedDoseElsewhere[];
        readonly personal?: ElsewhereWitness;
      }
    >;

/** What was read wrongly in a booklet: what stands there. What was read before is in the events before. */
export type PaperDoseCorrected = EventOf<
  'PaperDoseCorrected',
  1,
  {
    readonly doseId: DoseId;
    readonly personId: PersonId;
    readonly givenOn: PlainDate;
    readonly isDayKnown: boolean;
    readonly productName: string;
    readonly lot?: string;
    readonly personal?: { readonly page: string; readonly note: string };
  }
>;

export type VaccinationEvent =
  | DoseAdministered
  | DoseCorrected
  | DoseVoided
  | DosesElsewhereCounted
  | PaperDoseCorrected
  | AdverseEvent
  | ObservationSet
  | ObservationEnded;
