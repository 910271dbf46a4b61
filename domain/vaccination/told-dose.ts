import type { Bilingual } from '../kernel/bilingual.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Product, SeriesName } from '../products/product.ts';
import type { ToldEntry } from './events.ts';

/** A dose as another system tells it. */
export interface ToldDose {
  readonly series: SeriesName;
  /** The vaccine, where the catalogue has that very one. */
  readonly product?: Product;
  /** As the other system names it. */
  readonly productName: string;
  readonly givenOn: PlainDate;
  readonly ordinal?: number;
  readonly lot?: string;
  /** How it was given, as far as that is told. */
  readonly told?: ToldEntry;
  /** Who says that it was given: a place, or a person. Empty where nobody is named. */
  readonly issuer: string;
}

/** What another system says is due, by its own rules. */
export interface ToldRecommendation {
  /** The vaccine or the disease, as it is named there. */
  readonly vaccine: string;
  readonly on?: PlainDate;
  readonly authority: string;
}

export type ToldDoseFault = keyof typeof toldDoseFaults;

/** Why a dose that another system tells is not taken into the record; each as a whole sentence. */
export const toldDoseFaults = {
  'entered-in-error': {
    de: 'Das andere System hat den Eintrag als Irrtum gekennzeichnet.',
    en: 'The other system has marked the entry as an error.',
  },
  'not-done': {
    de: 'Die Impfung wurde nicht gegeben.',
    en: 'The vaccination was not given.',
  },
  'day-unknown': {
    de: 'Der Tag der Impfung fehlt oder ist nicht vollständig. Wenn er im Impfbuch steht, bitte von dort übernehmen.',
    en: 'The day of the vaccination is missing or not complete. If the booklet has it, please take it from there.',
  },
  'day-to-come': {
    de: 'Der Tag der Impfung liegt in der Zukunft.',
    en: 'The day of the vaccination is still to come.',
  },
  'before-birth': {
    de: 'Der Tag der Impfung liegt vor der Geburt.',
    en: 'The day of the vaccination is before the birth.',
  },
  'vaccine-unknown': {
    de: 'Diesen Impfstoff kennt die Station nicht. Sie zählt nur Impfungen gegen Krankheiten aus ihrem Verzeichnis.',
    en: 'The station does not know this vaccine. It counts only vaccinations against diseases of its catalogue.',
  },
  'vaccine-contradictory': {
    de: 'Impfstoff und Krankheit passen nicht zueinander. Bitte beim anderen System nachfragen.',
    en: 'Vaccine and disease do not agree. Please ask the other system.',
  },
  'resource-invalid': {
    de: 'Der Eintrag entspricht nicht FHIR R4 und lässt sich nicht lesen.',
    en: 'The entry does not follow FHIR R4 and cannot be read.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
