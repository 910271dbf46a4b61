import { type BirthDate, parseBirthDate } from '../kernel/plain-date.ts';

/** What somebody typed to find a person: a name, a birth date, or both. */
export interface NameText {
  readonly name: string;
  readonly birthDate?: BirthDate;
}

const maximumLength = 200;

/** The search text, if the text can be a name or a birth date at all. Years have four digits. */
export function parseNameText(text: string): NameText | undefined {
  if (text.length > maximumLength) return undefined;
  const found = /(?<!\d)(?:(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?!\d)/.exec(text);
  const birthDate = found ? dateOf(found) : undefined;
  const name = (birthDate && found ? text.replace(found[0], ' ') : text).replace(/[\s,;]+/g, ' ').trim();
  if (!/^[\p{L}\p{M}\s'’`´.\-–()/]*$/u.test(name)) return undefined;
  if (!birthDate && !/\p{L}/u.test(name)) return undefined;
  return birthDate ? { name, birthDate } : { name };
}

function dateOf(found: RegExpExecArray): BirthDate | undefined {
  const [, day = '', month = '', year, isoYear, isoMonth, isoDay] = found;
  return year === undefined
    ? parseBirthDate(`${isoYear}-${isoMonth}-${isoDay}`)
    : parseBirthDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
