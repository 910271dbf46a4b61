import type { Bilingual, Language } from '../kernel/bilingual.ts';
import type { FieldKey, FieldPlace, PassTemplate } from './pass-template.ts';
import { announceable, fieldKeys, imageSlots } from './pass-template.ts';
import { fieldNames, imageNames, placeNames } from './template-texts.ts';

/** One thing that a new version of a template changes. An empty or missing side means: nothing there. */
export type TemplateDifference = { readonly part: Bilingual } & (
  | { readonly shows: 'words'; readonly before: Bilingual; readonly after: Bilingual }
  /** `#RRGGBB`. */
  | { readonly shows: 'colour'; readonly before: string; readonly after: string }
  /** By the digest of its largest scale: names do not come along. */
  | { readonly shows: 'image'; readonly before: string | undefined; readonly after: string | undefined }
);

/** What `after` changes against `before`, in the order of the designer. */
export function templateDifferences(before: PassTemplate, after: PassTemplate): TemplateDifference[] {
  const found: TemplateDifference[] = [];
  const compare = (part: Bilingual, wordsOf: (template: PassTemplate) => Bilingual) => {
    const [one, other] = [wordsOf(before), wordsOf(after)];
    if (one.de !== other.de || one.en !== other.en)
      found.push({ part, shows: 'words', before: one, after: other });
  };
  compare(parts.organisationName, ({ organisationName }) => same(organisationName));
  compare(parts.logoText, ({ logoText }) => logoText);
  compare(parts.description, ({ description }) => description);
  for (const name of ['background', 'foreground', 'label'] as const)
    if (before.colours[name].toUpperCase() !== after.colours[name].toUpperCase())
      found.push({
        part: parts[name],
        shows: 'colour',
        before: before.colours[name],
        after: after.colours[name],
      });
  for (const slot of imageSlots) {
    const [one, other] = [before.images?.[slot]?.[2], after.images?.[slot]?.[2]];
    if (one !== other) found.push({ part: imageNames[slot], shows: 'image', before: one, after: other });
  }
  for (const place of Object.keys(placeNames) as FieldPlace[])
    compare(placeNames[place], ({ places }) => listed(places[place]));
  for (const key of fieldKeys)
    compare(prefixed(parts.labelOf, fieldNames[key]), ({ labels }) => labels?.[key] ?? nothing);
  for (const key of announceable)
    compare(prefixed(parts.announcementOf, fieldNames[key]), ({ announcements }) =>
      announcements ? (announcements[key] ?? parts.silent) : nothing,
    );
  compare(parts.masterData, ({ masterData }) => same(masterData.join(', ')));
  compare(parts.houseRules, ({ houseRules }) => houseRules);
  compare(parts.barcodeFormat, ({ barcodeFormat = 'qr' }) => same(formatNames[barcodeFormat]));
  compare(parts.locations, ({ locations }) => locationWords(locations));
  compare(parts.expiry, ({ expiresAfterDays }) => expiryWords(expiresAfterDays));
  return found;
}

export const formatNames = { qr: 'QR', aztec: 'Aztec', pdf417: 'PDF417', code128: 'Code 128' } as const;

const nothing: Bilingual = { de: '', en: '' };

const parts = {
  organisationName: { de: 'Name der Organisation', en: 'Name of the organisation' },
  logoText: { de: 'Text neben dem Logo', en: 'Text beside the logo' },
  description: { de: 'Beschreibung', en: 'Description' },
  background: { de: 'Hintergrund', en: 'Background' },
  foreground: { de: 'Schrift', en: 'Text' },
  label: { de: 'Beschriftungen', en: 'Labels' },
  labelOf: { de: 'Beschriftung', en: 'Label' },
  announcementOf: { de: 'Meldung', en: 'Announcement' },
  silent: { de: 'ohne Meldung', en: 'silent' },
  masterData: { de: 'Stammdaten', en: 'Personal details' },
  houseRules: { de: 'Hausregeln', en: 'House rules' },
  barcodeFormat: { de: 'Art des Codes', en: 'Kind of code' },
  locations: { de: 'Orte', en: 'Places' },
  expiry: { de: 'Ablauf', en: 'Expiry' },
} as const;

function same(text: string): Bilingual {
  return { de: text, en: text };
}

function prefixed(what: Bilingual, of: Bilingual): Bilingual {
  return { de: `${what.de} „${of.de}“`, en: `${what.en} "${of.en}"` };
}

function listed(keys: readonly FieldKey[]): Bilingual {
  return {
    de: keys.map((key) => fieldNames[key].de).join(', '),
    en: keys.map((key) => fieldNames[key].en).join(', '),
  };
}

function locationWords(locations: PassTemplate['locations']): Bilingual {
  const each = (language: Language) =>
    locations
      .map(({ latitude, longitude, text }) => `${text[language]} (${latitude}, ${longitude})`)
      .join('; ');
  return { de: each('de'), en: each('en') };
}

function expiryWords(days: number | undefined): Bilingual {
  return days === undefined
    ? { de: 'nie', en: 'never' }
    : { de: `${days} Tage nach dem letzten Termin`, en: `${days} days after the last date` };
}
