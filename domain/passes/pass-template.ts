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
export const masterData = ['birth-date', 'address', 'email', 'phone', 'insurance-number'] as const;
export type MasterDatum = (typeof masterData)[number];

/** Changes that a phone can announce, each by the field of the same name. */
export const announceable = ['dose-count', 'next-appointment', 'message'] as const satisfies FieldKey[];
export type Announceable = (typeof announceable)[number];

export const barcodeFormats = ['qr', 'aztec', 'pdf417', 'code128'] as const;
export type BarcodeFormat = (typeof barcodeFormats)[number];

/** Images of a pass. A strip lies behind the primary field and rules a thumbnail out: phones show one of them. */
export const imageSlots = ['icon', 'logo', 'thumbnail', 'strip'] as const;
export type ImageSlot = (typeof imageSlots)[number];

/** SHA-256 of the PNG files in their three scales, upper-case hex: images lie in the store under their digests. */
export type ImageDigests = readonly [normal: string, twice: string, thrice: string];

export type TemplateImages = { readonly [Slot in ImageSlot]?: ImageDigests };

/** Every image file that a template names, once. */
export function imageDigestsOf({ images = {} }: Pick<PassTemplate, 'images'>): string[] {
  return [...new Set(Object.values(images).flat())];
}

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
  /** In place of the usual labels. */
  readonly labels?: { readonly [Key in FieldKey]?: Bilingual };
  /** What the phone says of a change, `%@` standing for the new value; a change without a text is silent. */
  readonly announcements?: { readonly [Key in Announceable]?: Bilingual };
  /** QR when absent: what every scanner reads best from a phone. */
  readonly barcodeFormat?: BarcodeFormat;
  /** Icon and logo of the product where the centre has none of its own. */
  readonly images?: TemplateImages;
}

/** What phones announce where a template says nothing about it. */
export const usualAnnouncements: Readonly<Record<Announceable, Bilingual>> = {
  'dose-count': { de: 'Dosen: %@', en: 'Doses: %@' },
  'next-appointment': { de: 'Nächster Termin: %@', en: 'Next appointment: %@' },
  message: { de: '%@', en: '%@' },
};

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
