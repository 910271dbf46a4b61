import type { Bilingual, Language } from '../kernel/bilingual.ts';
import { contrastOf, isColour } from './contrast.ts';
import { announceable, type FieldPlace, type PassTemplate, placeLimits } from './pass-template.ts';
import { unknownPlaceholders } from './placeholders.ts';

/** What keeps a template from being published, as far as its own content shows it. `part` is where to mend it. */
export type RuleFault =
  | { readonly code: 'text-missing'; readonly part: string; readonly language: Language }
  | { readonly code: 'text-too-long'; readonly part: string; readonly limit: number }
  | { readonly code: 'placeholder-unknown'; readonly part: string; readonly name: string }
  | { readonly code: 'announcement-without-value'; readonly part: string }
  | { readonly code: 'template-colour-invalid'; readonly part: string; readonly value: string }
  | { readonly code: 'contrast-too-low'; readonly part: string; readonly ratio: number }
  | { readonly code: 'field-needed'; readonly part: string; readonly key: string }
  | { readonly code: 'field-placed-twice'; readonly part: string; readonly key: string }
  | { readonly code: 'place-full'; readonly part: string; readonly place: FieldPlace; readonly limit: number }
  | { readonly code: 'days-invalid'; readonly part: string; readonly value: number }
  | { readonly code: 'location-invalid'; readonly part: string }
  | { readonly code: 'locations-too-many'; readonly part: string; readonly limit: number }
  | { readonly code: 'images-exclude'; readonly part: string };

/** Everything a template breaks of its own rules, in the order of the designer. Pure: checked at every key press. */
export function ruleFaults(template: PassTemplate): RuleFault[] {
  return [
    ...textFaults(template),
    ...announcementFaults(template),
    ...colourFaults(template),
    ...placeFaults(template),
    ...locationFaults(template),
    ...daysFaults(template),
    ...imageRuleFaults(template),
  ];
}

const languages = ['de', 'en'] as const;
/** What a phone shows of such a text before it cuts it off; the back scrolls, but an update has to be small. */
const lengths = {
  logoText: 30,
  description: 200,
  organisationName: 64,
  label: 30,
  houseRules: 4000,
  text: 100,
};
const locationLimit = 10;

function textFaults(template: PassTemplate): RuleFault[] {
  const { description, logoText, organisationName, houseRules, locations, labels = {} } = template;
  const isOptionalAbsent = houseRules.de + houseRules.en === '';
  return [
    ...inBothLanguages(
      'organisationName',
      { de: organisationName, en: organisationName },
      lengths.organisationName,
    ).slice(0, 1),
    ...inBothLanguages('logoText', logoText, lengths.logoText),
    ...inBothLanguages('description', description, lengths.description),
    ...Object.entries(labels).flatMap(([key, text]) => inBothLanguages(`labels.${key}`, text, lengths.label)),
    // House rules may be left out, but not in one language alone.
    ...(isOptionalAbsent ? [] : inBothLanguages('houseRules', houseRules, lengths.houseRules)),
    ...locations.flatMap(({ text }, index) => inBothLanguages(`locations.${index}`, text, lengths.text)),
  ];
}

function inBothLanguages(part: string, text: Bilingual, limit: number): RuleFault[] {
  return languages.flatMap((language): RuleFault[] => {
    const words = text[language];
    if (words.trim() === '') return [{ code: 'text-missing', part, language }];
    if (words.length > limit) return [{ code: 'text-too-long', part, limit }];
    return unknownPlaceholders(words).map((name) => ({ code: 'placeholder-unknown', part, name }));
  });
}

function announcementFaults({ announcements = {} }: PassTemplate): RuleFault[] {
  return announceable.flatMap((key): RuleFault[] => {
    const text = announcements[key];
    if (!text) return [];
    const part = `announcements.${key}`;
    const missing = languages.filter((language) => text[language].trim() === '');
    if (missing.length > 0) return missing.map((language) => ({ code: 'text-missing', part, language }));
    return languages.every((language) => text[language].includes('%@'))
      ? []
      : [{ code: 'announcement-without-value', part }];
  });
}

function colourFaults({ colours }: PassTemplate): RuleFault[] {
  const invalid = Object.entries(colours).filter(([, value]) => !isColour(value));
  if (invalid.length > 0)
    return invalid.map(([name, value]) => ({
      code: 'template-colour-invalid',
      part: `colours.${name}`,
      value,
    }));
  return (['foreground', 'label'] as const).flatMap((name) => {
    const ratio = contrastOf(colours[name], colours.background);
    return ratio >= lowestContrast
      ? []
      : [{ code: 'contrast-too-low', part: `colours.${name}`, ratio } as const];
  });
}

/** WCAG 2.2 asks for 4.5 in ordinary text; the labels of a pass are small. */
const lowestContrast = 4.5;

/** What every pass of a centre has to say on its front. */
const neededOnFront = ['name', 'dose-count', 'next-appointment'] as const;

function placeFaults({ places }: PassTemplate): RuleFault[] {
  const part = 'places';
  const placed = Object.values(places).flat();
  const front = [...places.header, ...places.primary, ...places.secondary, ...places.auxiliary];
  const twice = placed.filter((key, index) => placed.indexOf(key) !== index);
  const full = (Object.entries(placeLimits) as [FieldPlace, number][]).filter(
    ([place, limit]) => places[place].length > limit,
  );
  return [
    ...neededOnFront
      .filter((key) => !front.includes(key))
      .map((key) => ({ code: 'field-needed', part, key }) as const),
    // Without a place for it a message of the centre would reach no phone.
    ...(placed.includes('message') ? [] : [{ code: 'field-needed', part, key: 'message' } as const]),
    ...twice.map((key) => ({ code: 'field-placed-twice', part, key }) as const),
    ...full.map(([place, limit]) => ({ code: 'place-full', part, place, limit }) as const),
  ];
}

function locationFaults({ locations }: PassTemplate): RuleFault[] {
  if (locations.length > locationLimit)
    return [{ code: 'locations-too-many', part: 'locations', limit: locationLimit }];
  return locations.flatMap(({ latitude, longitude }, index): RuleFault[] =>
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
      ? []
      : [{ code: 'location-invalid', part: `locations.${index}` }],
  );
}

function daysFaults({ expiresAfterDays: days }: PassTemplate): RuleFault[] {
  if (days === undefined || (Number.isInteger(days) && days > 0 && days <= mostDays)) return [];
  return [{ code: 'days-invalid', part: 'expiresAfterDays', value: days }];
}

const mostDays = 3650;

function imageRuleFaults({ images }: PassTemplate): RuleFault[] {
  return images?.strip && images.thumbnail ? [{ code: 'images-exclude', part: 'images.strip' }] : [];
}
