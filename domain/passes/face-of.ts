import type { Language } from '../kernel/bilingual.ts';
import type { PassId } from '../kernel/ids.ts';
import { type PassContent, valueWords } from './pass-content.ts';
import type { PassField } from './pass-fields.ts';
import type { BarcodeFormat, PassTemplate } from './pass-template.ts';

export interface FaceField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** A pass as the phone shows it in one language: the places of the fields are those of Apple's passes. */
export interface Face {
  readonly passId: PassId;
  readonly logoText: string;
  readonly foreground: string;
  readonly background: string;
  readonly labelColour: string;
  readonly header: FaceField[];
  readonly primary: FaceField[];
  readonly secondary: FaceField[];
  readonly auxiliary: FaceField[];
  readonly back: FaceField[];
  readonly barcode: string;
  readonly barcodeFormat: BarcodeFormat;
  readonly shortNumber: string;
  readonly isVoided: boolean;
  /** The centre's own images that a phone shows on the front, by their digests at twice the size. */
  readonly images: { readonly [Slot in 'logo' | 'thumbnail' | 'strip']?: string };
}

export function faceOf(content: PassContent, template: PassTemplate, language: Language): Face {
  const shown = (fields: readonly PassField[]) =>
    fields.map((field) => ({
      key: field.key,
      label: field.label[language],
      value: valueWords(field.value, content.timeZone, language),
    }));
  return {
    passId: content.passId,
    logoText: content.logoText[language],
    foreground: template.colours.foreground,
    background: template.colours.background,
    labelColour: template.colours.label,
    header: shown(content.fields.header),
    primary: shown(content.fields.primary),
    secondary: shown(content.fields.secondary),
    auxiliary: shown(content.fields.auxiliary),
    back: shown(content.fields.back),
    barcode: content.barcode,
    barcodeFormat: template.barcodeFormat ?? 'qr',
    shortNumber: content.shortNumber,
    isVoided: content.isVoided,
    images: imagesOf(template),
  };
}

function imagesOf({ images = {} }: PassTemplate): Face['images'] {
  const shown = (['logo', 'thumbnail', 'strip'] as const).flatMap((slot) => {
    const digest = images[slot]?.[1];
    return digest === undefined ? [] : [[slot, digest] as const];
  });
  return Object.fromEntries(shown);
}
