import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import type { Product } from '../../../domain/products/product.ts';
import type { DoseWindow } from '../../../domain/schedules/schedule.ts';
import type { ToldEntry } from '../../../domain/vaccination/events.ts';
import type { Indication } from '../../../domain/vaccination/indication.ts';
import type { InjectionSite } from '../../../domain/vaccination/injection.ts';

interface AnyDose {
  readonly doseId: string;
  readonly givenOn: PlainDate;
  /** Its place in the series, from 1. */
  readonly ordinal: number;
  /** In whose series it counts; absent where the catalogue has lost it. */
  readonly product?: Product;
}

/** A dose of this centre or of its network, as it is recorded, corrected. */
export interface RecordedDose extends AnyDose {
  readonly kind: 'recorded';
  readonly productName: string;
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  readonly site: InjectionSite;
  readonly route: 'intramuscular' | 'subcutaneous';
  readonly amountMl: number;
  readonly indication?: Indication;
  /** Absent where no member of staff stands behind the entry. */
  readonly vaccinator?: string;
}

/** A dose that somebody else answers for. */
export interface ReportedDose extends AnyDose {
  readonly kind: 'elsewhere';
  /** Empty where it is merely counted. */
  readonly productName: string;
  readonly issuer: string;
  readonly lot?: string;
  /** How it was given, as far as that was told. */
  readonly told?: ToldEntry;
  /** False where `givenOn` is the latest day that it can have been. */
  readonly isDayKnown: boolean;
}

export type FhirDose = RecordedDose | ReportedDose;

/** Everything that one person's bundle is made of; voided doses are none. */
export interface VaccinationFacts {
  readonly personId: PersonId;
  readonly details: PersonDetails;
  readonly centre: { readonly name: string; readonly address: string; readonly phone: string };
  /** In the order in which they were given. */
  readonly doses: readonly FhirDose[];
  /** The dose that is due next, and of which product. */
  readonly next?: {
    readonly product: Product;
    readonly doseCount: number;
    readonly window: DoseWindow;
    /** Of the schedule that says so. */
    readonly source: string;
  };
  readonly today: PlainDate;
}
