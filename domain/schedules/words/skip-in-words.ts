import { type Bilingual, inEach } from '../../kernel/bilingual.ts';
import { formatDate } from '../../kernel/format-date.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { DayOfYear, DoseCountCondition, SkipCondition, SkipRule } from '../evaluation/schedule-book.ts';
import { spanInWords } from './span-in-words.ts';

/** When a dose is not needed, as one sentence. */
export function skipInWords({ sets, join }: SkipRule, nameOf: (code: string) => string): Bilingual {
  const alternatives = sets.map((set) =>
    joined(
      set.conditions.map((condition) => conditionInWords(condition, nameOf)),
      set.join === 'all',
    ),
  );
  const when = joined(alternatives, join === 'all');
  return { de: `Entfällt ${when.de}.`, en: `Not needed ${when.en}.` };
}

/** `1. September`, of every year. */
export function dayOfYearInWords(day: DayOfYear): Bilingual {
  return inEach((language) => {
    const whole = formatDate(`2024-${day}` as PlainDate, language);
    return language === 'de' ? whole.slice(0, 6) : whole.slice(0, -5);
  });
}

function conditionInWords(condition: SkipCondition, nameOf: (code: string) => string): Bilingual {
  switch (condition.kind) {
    case 'age':
      return ageInWords(condition.fromAge, condition.toAge);
    case 'interval': {
      const span = spanInWords(condition.interval);
      return { de: `nach ${span.de} seit der Dosis davor`, en: `${span.en} after the dose before` };
    }
    case 'series-complete':
      return {
        de: 'wenn eine andere Impfserie vollständig ist',
        en: 'where another series is complete',
      };
    case 'dose-count':
      return countInWords(condition, nameOf);
  }
}

function ageInWords(fromAge: string | undefined, toAge: string | undefined): Bilingual {
  const from = fromAge === undefined ? undefined : spanInWords(fromAge);
  const to = toAge === undefined ? undefined : spanInWords(toAge);
  if (from && to)
    return { de: `im Alter von ${from.de} bis unter ${to.de}`, en: `from ${from.en} to below ${to.en}` };
  if (from) return { de: `im Alter ab ${from.de}`, en: `from the age of ${from.en}` };
  return { de: `im Alter unter ${to?.de}`, en: `below the age of ${to?.en}` };
}

const comparisons = {
  more: { de: 'mehr als', en: 'more than' },
  equal: { de: 'genau', en: 'exactly' },
  fewer: { de: 'weniger als', en: 'fewer than' },
} as const;

function countInWords(condition: DoseCountCondition, nameOf: (code: string) => string): Bilingual {
  const { counts, compare, count, products, isOfSeason, fromAge, toAge, fromDate, toDate } = condition;
  const limits = fromAge !== undefined || toAge !== undefined ? ageInWords(fromAge, toAge) : undefined;
  return inEach((language) => {
    const isGerman = language === 'de';
    const doses = dosesInWords(count, counts === 'valid')[language];
    const of = products ? ` ${isGerman ? 'von' : 'of'} ${products.map(nameOf).join(', ')}` : '';
    const parts = [
      isOfSeason && (isGerman ? 'in dieser Saison' : 'in this season'),
      limits?.[language],
      fromDate && `${isGerman ? 'seit' : 'since'} ${formatDate(fromDate, language)}`,
      toDate && `${isGerman ? 'vor' : 'before'} ${formatDate(toDate, language)}`,
    ].filter((part) => part !== undefined && part !== false);
    const when = parts.map((part) => ` ${part}`).join('');
    return `${isGerman ? 'nach' : 'after'} ${comparisons[compare][language]} ${doses}${of}${when}`;
  });
}

function dosesInWords(count: number, isValid: boolean): Bilingual {
  return {
    de: `${count} ${isValid ? 'gültigen ' : ''}${count === 1 ? 'Dosis' : 'Dosen'}`,
    en: `${count} ${isValid ? 'valid ' : ''}${count === 1 ? 'dose' : 'doses'}`,
  };
}

function joined(parts: readonly Bilingual[], isAll: boolean): Bilingual {
  const words = isAll ? { de: ' und ', en: ' and ' } : { de: ' oder ', en: ' or ' };
  return inEach((language) => parts.map((part) => part[language]).join(words[language]));
}
