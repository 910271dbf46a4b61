import type { Bilingual } from '../kernel/bilingual.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';

/** One dose given at this centre, as it is confirmed in writing. */
export interface ConfirmedDose {
  readonly givenOn: PlainDate;
  readonly product: string;
  readonly lot: string;
  readonly disease: Bilingual;
  /** Its place in the series, from 1. */
  readonly ordinal: number;
  /** Who answers for it; absent where no person of the staff stands behind the entry. */
  readonly vaccinator?: string;
  /** It was given by a consent that is recorded. */
  readonly hasConsent?: boolean;
  /** What this paper said of it before it was corrected, oldest first; absent where it always said the same. */
  readonly before?: readonly CorrectedVersion[];
}

/** What stood there about a dose until a day; only what is different now. */
export interface CorrectedVersion
  extends Partial<Pick<ConfirmedDose, 'givenOn' | 'product' | 'lot' | 'vaccinator'>> {
  readonly correctedOn: PlainDate;
}

/** When somebody is to come again: a date that is booked, or when it is best. */
export type NextDose =
  | { readonly kind: 'booked'; readonly on: PlainDate }
  | { readonly kind: 'recommended'; readonly from: PlainDate; readonly to: PlainDate };

/** The Impfbescheinigung of one person: what § 22 (2) to (4) IfSG asks for, oldest dose first. */
export interface VaccinationRecord {
  readonly person: { readonly givenName: string; readonly familyName: string; readonly birthDate: BirthDate };
  readonly centre: { readonly name: string; readonly address: string; readonly phone: string };
  readonly doses: readonly ConfirmedDose[];
  readonly next?: NextDose;
  /** What the scanner of any station of this centre reads: the barcode of the person's pass. */
  readonly proof?: string;
}

export const recordFields = [
  'person-name',
  'birth-date',
  'product',
  'lot',
  'disease',
  'vaccinator',
  'centre-name',
  'centre-address',
] as const;
export type RecordField = (typeof recordFields)[number];

/** What § 22 (2) IfSG asks for and the record does not say, in the order of the paper. */
export function missingIn({ person, centre, doses }: VaccinationRecord): RecordField[] {
  const isMissing: Readonly<Record<RecordField, boolean>> = {
    'person-name': isBlank(person.givenName) || isBlank(person.familyName),
    'birth-date': !isWholeDate(person.birthDate),
    product: doses.some(({ product }) => isBlank(product)),
    lot: doses.some(({ lot }) => isBlank(lot)),
    disease: doses.some(({ disease }) => isBlank(disease.de)),
    vaccinator: doses.some(({ vaccinator = '' }) => isBlank(vaccinator)),
    'centre-name': isBlank(centre.name),
    'centre-address': isBlank(centre.address),
  };
  return recordFields.filter((field) => isMissing[field]);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Of some people only the year or the month is known. */
function isWholeDate(date: BirthDate): boolean {
  return date.split('-').length === 3;
}
