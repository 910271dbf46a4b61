import { type Bilingual, inEach } from '../../kernel/bilingual.ts';
import type {
  AgeRange,
  AgeRule,
  DayOfYear,
  IntervalRule,
  IntervalStart,
  ProductUse,
  Season,
  TargetDoseRule,
  YearlySeason,
} from '../evaluation/schedule-book.ts';
import { dayOfYearInWords, skipInWords } from './skip-in-words.ts';
import { spanInWords } from './span-in-words.ts';

/** How the book calls a product, by its code. */
export type NameProduct = (code: string) => string;

/** Everything that a schedule asks of one dose, one sentence each, in the order in which a doctor reads it. */
export function doseInWords(rule: TargetDoseRule, nameOf: NameProduct): Bilingual[] {
  return [
    ...rule.ages.map(ageInWords),
    ...rule.intervals.map((interval) => intervalInWords(interval, nameOf)),
    ...rule.allowableIntervals.map((interval) =>
      withStart('Genügt auch: ', 'Also enough: ', interval, nameOf),
    ),
    ...(rule.season ? [seasonInWords(rule.season)] : []),
    ...productsInWords(rule, nameOf),
    ...rule.skips.map((skip) => skipInWords(skip, nameOf)),
    ...(rule.isRecurring
      ? [{ de: 'Diese Dosis wird immer wieder fällig.', en: 'This dose falls due again and again.' }]
      : []),
  ];
}

/** `(50 bis unter 60 Jahren)`; empty without limits. */
export function ageRangeInWords({ fromAge, toAge }: AgeRange): Bilingual {
  const parts = [
    ...(fromAge === undefined ? [] : [withSpan('ab ', 'from ', fromAge)]),
    ...(toAge === undefined ? [] : [withSpan('unter ', 'below ', toAge)]),
  ];
  return inEach((language) => parts.map((part) => part[language]).join(', '));
}

function ageInWords(age: AgeRule): Bilingual {
  const { minimum, absoluteMinimum, recommendedFrom, recommendedTo, maximum } = age;
  return listed(
    { de: 'Alter: ', en: 'Age: ' },
    minimum !== undefined && withSpan('ab ', 'from ', minimum),
    absoluteMinimum !== undefined &&
      absoluteMinimum !== minimum &&
      withSpan('gegeben zählt sie schon ab ', 'counts if given from ', absoluteMinimum),
    recommendedFrom !== undefined && withSpan('empfohlen ab ', 'recommended from ', recommendedFrom),
    recommendedTo !== undefined &&
      withSpan('empfohlen bis unter ', 'recommended until below ', recommendedTo),
    maximum !== undefined && withSpan('nicht mehr ab ', 'no more from ', maximum),
  );
}

function intervalInWords(interval: IntervalRule, nameOf: NameProduct): Bilingual {
  return withStart('Abstand ', 'Interval ', interval, nameOf);
}

function withStart(de: string, en: string, interval: IntervalRule, nameOf: NameProduct): Bilingual {
  const { start, minimum, absoluteMinimum, recommendedFrom, recommendedTo } = interval;
  const from = startInWords(start, nameOf);
  return listed(
    { de: `${de}${from.de}: `, en: `${en}${from.en}: ` },
    minimum !== undefined && withSpan('frühestens nach ', 'at the earliest after ', minimum),
    absoluteMinimum !== undefined &&
      absoluteMinimum !== minimum &&
      withSpan('gegeben zählt sie schon nach ', 'counts if given after ', absoluteMinimum),
    recommendedFrom !== undefined && withSpan('empfohlen ab ', 'recommended from ', recommendedFrom),
    recommendedTo !== undefined && withSpan('empfohlen bis ', 'recommended until ', recommendedTo),
  );
}

function startInWords(start: IntervalStart, nameOf: NameProduct): Bilingual {
  switch (start.from) {
    case 'previous-dose':
      return { de: 'zur Dosis davor', en: 'from the dose before' };
    case 'target-dose':
      return { de: `zu Dosis ${start.dose}`, en: `from dose ${start.dose}` };
    case 'products': {
      const names = start.products.map(nameOf).join(', ');
      return { de: `zur letzten Dosis ${names}`, en: `from the last dose of ${names}` };
    }
    case 'observation':
      return { de: `zum Befund ${start.observation}`, en: `from the observation ${start.observation}` };
  }
}

function seasonInWords(season: Season): Bilingual {
  if (season.kind === 'yearly') return yearlyInWords(season);
  return {
    de: `Vom ${season.from}${season.to === undefined ? ' an' : ` bis ${season.to}`}.`,
    en: `From ${season.from}${season.to === undefined ? ' on' : ` to ${season.to}`}.`,
  };
}

function yearlyInWords({ from, to, countsFrom }: YearlySeason): Bilingual {
  return inEach((language) => {
    const day = (dayOfYear: DayOfYear) => dayOfYearInWords(dayOfYear)[language];
    if (language === 'de')
      return (
        `Jedes Jahr vom ${day(from)} bis ${day(to)}` +
        (countsFrom === undefined ? '.' : `; was ab dem ${day(countsFrom)} gegeben wird, zählt schon dafür.`)
      );
    return (
      `Every year from ${day(from)} to ${day(to)}` +
      (countsFrom === undefined ? '.' : `; a dose from ${day(countsFrom)} on counts for it.`)
    );
  });
}

function productsInWords(rule: TargetDoseRule, nameOf: NameProduct): Bilingual[] {
  const also = rule.allowable.filter((use) => !rule.preferable.some((other) => isSameUse(use, other)));
  return [
    ...usesInWords({ de: 'Impfstoff: ', en: 'Vaccine: ' }, rule.preferable, nameOf),
    ...usesInWords({ de: 'Es zählt auch: ', en: 'Also counts: ' }, also, nameOf),
  ];
}

function isSameUse(one: ProductUse, other: ProductUse): boolean {
  return one.product === other.product && one.fromAge === other.fromAge && one.toAge === other.toAge;
}

function usesInWords(head: Bilingual, uses: readonly ProductUse[], nameOf: NameProduct): Bilingual[] {
  if (uses.length === 0) return [];
  const named = uses.map((use) => {
    const ages = ageRangeInWords(use);
    return inEach((language) =>
      ages[language] === '' ? nameOf(use.product) : `${nameOf(use.product)} (${ages[language]})`,
    );
  });
  return [inEach((language) => `${head[language]}${named.map((name) => name[language]).join('; ')}.`)];
}

function withSpan(de: string, en: string, span: string): Bilingual {
  const words = spanInWords(span);
  return { de: `${de}${words.de}`, en: `${en}${words.en}` };
}

function listed(head: Bilingual, ...parts: readonly (Bilingual | false)[]): Bilingual {
  const said = parts.filter((part) => part !== false);
  return inEach((language) => `${head[language]}${said.map((part) => part[language]).join(', ')}.`);
}
