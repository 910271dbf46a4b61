import { longestText } from '../people/details-fault.ts';
import type { PersonDetails } from '../people/events.ts';

/** What a cell gives for a field, and what stands in it beside that and is not kept. */
export interface ReadCell {
  readonly value: string;
  readonly hasMore: boolean;
}

/** An e-mail address, plain, with a name around it or the first of several. */
export function readEmail(text: string): ReadCell | undefined {
  const parts = text.split(/[,;/|\s]{1,9}(?=[^\s,;/|]{0,254}@)/);
  const [first, ...others] = parts.map((part) => /<([^<>]*)>\s*$/.exec(part)?.[1] ?? part);
  const named = /^[^<>@]*<([^<>\s]+)>$/.exec(text)?.[1];
  const value = (named ?? first ?? '')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^(['"])(.*)\1$/, '$2');
  if (value.length > longestText || !/^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[\p{L}\d-]{2,}$/u.test(value))
    return undefined;
  if (/\.\.|@\.|^\.|'$/.test(value)) return undefined;
  return { value, hasMore: named === undefined && others.length > 0 };
}

/** A phone number, or the first of several. What is written beside it may say whose it is: such a cell is not read. */
export function readPhone(written: string): ReadCell | undefined {
  const text = written
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[‐-–]/g, '-')
    .replace(/^tel[.:]*\s*/i, '')
    // A number that a program took for a quantity.
    .replace(/^([^.]*\d)\.0$/, '$1')
    .trim();
  const [first = '', ...others] = text.replace(/\s+/g, ' ').split(/ ?[;,|] ?| \/ | (?:oder|od\.|und|bzw\.) /);
  return [first, ...others].every(isPhone) ? { value: first, hasMore: others.length > 0 } : undefined;
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 5 && digits <= 20 && /^[\d\s()+/.-]+$/.test(text);
}

export function readLanguage(text: string): PersonDetails['language'] | undefined {
  const word = text.toLowerCase();
  if (/^(?:(de|deu|ger|deutsch|german)([-_ (].*)?|dt\.?)$/.test(word)) return 'de';
  return /^(?:(en|eng|englisch|english)([-_ (].*)?|engl\.?)$/.test(word) ? 'en' : undefined;
}
