import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, DoseId, PersonId, ProductId, StaffId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

export type InjectionSite = 'left-upper-arm' | 'right-upper-arm' | 'left-thigh' | 'right-thigh';
export type DoseWarning = 'dose-already-today' | 'too-early' | 'series-complete' | 'not-checked-in';

export type DoseAdministered = EventOf<
  'DoseAdministered',
  1,
  {
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
    readonly overrides: readonly DoseWarning[];
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

export type VaccinationEvent = DoseAdministered | DoseVoided;
