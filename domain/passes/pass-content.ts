import type { Bilingual, Language } from '../kernel/bilingual.ts';
import type { PassId } from '../kernel/ids.ts';
import { type Instant, instantAt, plainDateAt, type TimeZone } from '../kernel/instant.ts';
import { addDays } from '../kernel/plain-date.ts';
import { openAppointments, type PassFacts } from './pass-facts.ts';
import { type FieldValue, type PassField, passField } from './pass-fields.ts';
import {
  type FieldKey,
  type FieldPlace,
  type PassLocation,
  type PassTemplate,
  usualAnnouncements,
} from './pass-template.ts';
import { momentWords } from './pass-words.ts';
import { fillPlaceholders } from './placeholders.ts';
import { shortNumberOf } from './short-number.ts';

/** What one pass says at one revision, before any wallet's format. */
export interface PassContent {
  readonly passId: PassId;
  readonly shortNumber: string;
  /** What a screen reader says of the whole pass, and what stands beside the logo. */
  readonly description: Bilingual;
  readonly logoText: Bilingual;
  readonly barcode: string;
  readonly timeZone: TimeZone;
  readonly fields: Readonly<Record<FieldPlace, readonly PassField[]>>;
  /** When the phone is to offer the pass by itself: the open dates. */
  readonly relevantAt: readonly Instant[];
  /** Where the phone offers the pass, with what it says there. */
  readonly locations: readonly PassLocation[];
  readonly expiresAt?: Instant;
  readonly isVoided: boolean;
}

/** Places the facts on a pass as the template wants. A field without anything to say is left out. */
export function passContent(facts: PassFacts, template: PassTemplate): PassContent {
  const place = (keys: readonly FieldKey[]) =>
    keys.flatMap((key) => {
      const field = passField(key, facts, template);
      return field ? [withAnnouncement(field, facts.announced, template)] : [];
    });
  const { header, primary, secondary, auxiliary, back } = template.places;
  return {
    passId: facts.passId,
    shortNumber: shortNumberOf(facts.passId),
    description: fillPlaceholders(template.description, facts),
    logoText: fillPlaceholders(template.logoText, facts),
    barcode: facts.barcode,
    timeZone: facts.centre.timeZone,
    fields: {
      header: place(header),
      primary: place(primary),
      secondary: place(secondary),
      auxiliary: place(auxiliary),
      back: place(back),
    },
    relevantAt: facts.isVoided ? [] : openAppointments(facts).map(({ startsAt }) => startsAt),
    locations: locationsOf(facts, template),
    ...expiry(facts, template),
    isVoided: facts.isVoided,
  };
}

/** Every field, front first. */
export function allFields({ fields }: Pick<PassContent, 'fields'>): PassField[] {
  return [...fields.header, ...fields.primary, ...fields.secondary, ...fields.auxiliary, ...fields.back];
}

/** What a phone says on getting `after` in place of `before`; more than one melts into one general notice. */
export function announcedChanges(before: PassContent, after: PassContent): FieldKey[] {
  const earlier = new Map(allFields(before).map((field) => [field.key, JSON.stringify(field.value)]));
  return allFields(after)
    .filter((field) => field.announcement && earlier.get(field.key) !== JSON.stringify(field.value))
    .map(({ key }) => key);
}

/** A value as a person reads it, for the screen and for paper. */
export function valueWords(value: FieldValue, zone: TimeZone, language: Language): string {
  return value.kind === 'moment' ? momentWords(value.at, zone, language) : value.text[language];
}

/** Of a date that changed behind the next one: the field of the next says nothing of it. */
const allDates: Bilingual = { de: 'Ihre Termine: %@', en: 'Your appointments: %@' };

function withAnnouncement(
  field: PassField,
  announced: PassFacts['announced'],
  { announcements = usualAnnouncements }: PassTemplate,
): PassField {
  if (field.key !== announced) return field;
  const announcement = announced === 'planned-dates' ? allDates : announcements[announced];
  return announcement ? { ...field, announcement } : field;
}

function locationsOf(facts: PassFacts, { locations }: PassTemplate): readonly PassLocation[] {
  return locations.map((place) => ({ ...place, text: fillPlaceholders(place.text, facts) }));
}

function expiry(facts: PassFacts, template: PassTemplate): { expiresAt?: Instant } {
  if (template.expiresAfterDays === undefined) return {};
  const zone = facts.centre.timeZone;
  const days = [
    ...facts.doses.map(({ givenOn }) => givenOn),
    ...openAppointments(facts).map(({ startsAt }) => plainDateAt(startsAt, zone)),
  ].sort();
  const last = days.at(-1);
  return last ? { expiresAt: instantAt(addDays(last, template.expiresAfterDays + 1), '00:00', zone) } : {};
}
