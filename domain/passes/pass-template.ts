import type { Bilingual } from '../kernel/bilingual.ts';

/** Everything a pass can show, each built from the facts by `domain/passes/pass-fields.ts`. */
export const fieldKeys = [
  'dose-count',
  'name',
  'next-appointment',
  'birth-date',
  'vaccine',
  'centre',
  'message',
  'proof',
  'planned-dates',
  'doses',
  'master-data',
  'house-rules',
  'contact',
  'pass-link',
  'short-number',
] as const;

export type FieldKey = (typeof fieldKeys)[number];

/** Places of the generic pass style, with how many fields a phone has room for. */
export const placeLimits = { header: 3, primary: 1, secondary: 4, auxiliary: 4, back: 20 } as const;

export type FieldPlace = keyof typeof placeLimits;

/** Master data that the back may show. */
export type MasterDatum = 'birth-date' | 'address' | 'email' | 'phone' | 'insurance-number';

/** How the passes of a centre look and what they say. A published version never changes. */
export interface PassTemplate {
  readonly templateId: string;
  readonly version: number;
  readonly organisationName: string;
  /** What a screen reader says of the whole pass. */
  readonly description: Bilingual;
  readonly logoText: Bilingual;
  /** Each `#RRGGBB`. */
  readonly colours: { readonly background: string; readonly foreground: string; readonly label: string };
  readonly places: Readonly<Record<FieldPlace, readonly FieldKey[]>>;
  readonly masterData: readonly MasterDatum[];
  readonly houseRules: Bilingual;
  /** Where the phone offers the pass on its lock screen, at most 10. */
  readonly locations: readonly PassLocation[];
  /** The pass ends that many days after the last date or dose; absent: never. */
  readonly expiresAfterDays?: number;
}

export interface PassLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly text: Bilingual;
}

/** The look of a centre that has designed nothing yet. */
export function standardTemplate(centreName: string): PassTemplate {
  return {
    templateId: 'standard',
    version: 1,
    organisationName: centreName,
    description: { de: `Impfpass ${centreName}`, en: `Vaccination pass ${centreName}` },
    logoText: { de: 'Impfpass', en: 'Vaccination pass' },
    colours: { background: '#0B4F5C', foreground: '#FFFFFF', label: '#BFE3E0' },
    places: {
      header: ['dose-count'],
      primary: ['name'],
      secondary: ['next-appointment'],
      auxiliary: ['centre'],
      back: [
        'message',
        'proof',
        'planned-dates',
        'doses',
        'master-data',
        'house-rules',
        'contact',
        'pass-link',
        'short-number',
      ],
    },
    masterData: ['birth-date', 'address'],
    houseRules: {
      de: 'Bitte bringen Sie einen Lichtbildausweis mit. Kommen Sie mit Krankheitszeichen nicht ins Impfzentrum, sondern rufen Sie uns an.',
      en: 'Please bring an identity document with a photograph. If you feel ill, do not come to the centre but call us.',
    },
    locations: [],
  };
}
