import type { Bilingual, Language } from '../domain/kernel/bilingual.ts';
import { addDays, type PlainDate, parsePlainDate } from '../domain/kernel/plain-date.ts';
import { readTypedDate, readTypedExpiry } from '../domain/kernel/read-typed-date.ts';
import { type Reading, TypedInput, type TypedInputProps } from './typed-input.tsx';

const hint: Bilingual = {
  de: 'Zum Beispiel 5.3.2027, 050327 oder morgen',
  en: 'For example 5/3/2027, 050327 or tomorrow',
};
const pastHint: Bilingual = {
  de: 'Zum Beispiel 5.3.2026, 050326 oder gestern',
  en: 'For example 5/3/2026, 050326 or yesterday',
};
const expiryHint: Bilingual = {
  de: 'Zum Beispiel 31.3.2027 oder nur 03/2027',
  en: 'For example 31/3/2027 or only 03/2027',
};
const unreadable: Bilingual = {
  de: 'Das ist kein Datum. Bitte Tag, Monat und Jahr eingeben, zum Beispiel 5.3.2027.',
  en: 'This is no date. Please enter day, month and year, for example 5/3/2027.',
};
const noSuchDay: Bilingual = {
  de: 'Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen.',
  en: 'There is no such day. Please check day and month.',
};
const stepDays: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

/**
 * A day, typed as people write it, in the language of the screen; the weekday is said. `value` is `YYYY-MM-DD`, or
 * empty. Arrow keys go a day on or back, the page keys a week. `isPast`: a day that was, as that of a dose; only the hint
 * says so. `isExpiry`: the last day of use, where a month alone means its last day.
 */
export function DateInput({
  language,
  today,
  isPast = false,
  isExpiry = false,
  ...props
}: TypedInputProps & {
  readonly language: Language;
  readonly today: PlainDate;
  readonly isPast?: boolean;
  readonly isExpiry?: boolean;
}) {
  const read = (text: string): Reading => {
    const typed = (isExpiry ? readTypedExpiry : readTypedDate)(text, today);
    if (typed.kind === 'date')
      return { value: typed.date, isWhole: typed.isWhole, said: inWords(typed.date, language) };
    if (typed.kind === 'empty') return { value: '', isWhole: true };
    return {
      value: '',
      isWhole: false,
      fault: (typed.kind === 'unreadable' ? unreadable : noSuchDay)[language],
    };
  };
  const step = (value: string, key: string) => {
    const days = stepDays[key];
    return days === undefined ? undefined : addDays(parsePlainDate(value) ?? today, days);
  };
  return (
    <TypedInput
      {...props}
      inputMode="text"
      read={read}
      write={(value) => inDigits(value, language)}
      step={step}
      hint={(isExpiry ? expiryHint : isPast ? pastHint : hint)[language]}
    />
  );
}

function inDigits(value: string, language: Language): string {
  return value
    .split('-')
    .reverse()
    .join(language === 'de' ? '.' : '/');
}

function inWords(date: PlainDate, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
