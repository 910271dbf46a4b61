import { useTranslation } from 'react-i18next';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { formatDate, formatShortDate } from '../../domain/kernel/format-date.ts';
import { clockTimeAt, type Instant, instantAt, instantOf, plainDateAt } from '../../domain/kernel/instant.ts';
import { type BirthDate, type PlainDate, parsePlainDate } from '../../domain/kernel/plain-date.ts';
import { useStationStatus } from '../station-context.tsx';
import { durationWords } from './duration-words.ts';

/** Dates and clock times as people here read them: the centre's zone, the screen's language. */
export function useFormats() {
  const { i18n } = useTranslation();
  const status = useStationStatus();
  const zone = status?.timeZone ?? 'Europe/Berlin';
  const now = () => instantOf(Date.now() + (status?.aheadMs ?? 0));
  const language = i18n.language as Language;
  return {
    language,
    date: (date: PlainDate | BirthDate) => formatDate(date, language),
    shortDate: (date: PlainDate | BirthDate) => formatShortDate(date, language),
    clock: (at: Instant) => clockTimeAt(at, zone),
    /** What time it is at the station: in a trial it may be ahead of the computer's clock. */
    now,
    /** The day it is at the centre, whatever the computer's own zone. */
    today: () => plainDateAt(now(), zone),
    /** The clock time alone where it is today. */
    soon: (at: Instant) =>
      plainDateAt(at, zone) === plainDateAt(now(), zone)
        ? clockTimeAt(at, zone)
        : `${formatDate(plainDateAt(at, zone), language)}, ${clockTimeAt(at, zone)}`,
    dayOf: (at: Instant) => plainDateAt(at, zone),
    /** What is typed as day and clock time at the centre; undefined where it is none. */
    instantOf: (day: string, clock: string) => {
      const date = parsePlainDate(day);
      return date && /^\d{2}:\d{2}$/.test(clock) ? instantAt(date, clock, zone) : undefined;
    },
    /** So many minutes; of more than an hour, hours and minutes. */
    duration: (minutes: number) => durationWords(minutes, language),
    /** A measure, as it is written and typed in this language. */
    decimal: (value: number) => value.toLocaleString(language, { maximumFractionDigits: 3 }),
    /** Day and clock time. */
    moment: (at: Instant) => `${formatDate(plainDateAt(at, zone), language)}, ${clockTimeAt(at, zone)}`,
  };
}
