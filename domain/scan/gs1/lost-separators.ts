import { checkAssociations, type Element } from './associations.ts';
import { hasGs1CheckDigit } from './check-digits.ts';
import { checkValue } from './check-value.ts';
import { dateOfSixDigits } from './gs1-date.ts';
import { type Identifier, identifierAt, identifiers } from './identifiers.ts';

/** A way to cut a message that has no separators left. */
export interface Segmentation {
  readonly elements: readonly Element[];
  /** Every boundary that was guessed has good evidence: a date, a check digit, the digits 029, a long value. */
  readonly isPlausible: boolean;
}

export interface Segmentations {
  readonly found: readonly Segmentation[];
  /** The search was given up: there may be more. */
  readonly isIncomplete: boolean;
}

/** More steps than this only a message made of digits needs, and it has more than one reading anyway. */
const maximumSteps = 4000;
const enoughReadings = 64;

/** Alt+029 typed as text, because the computer did not hear the Alt key. */
const separatorRemnant = '029';

/** On medicines; a guessed boundary before anything else is no evidence against a plain reading. */
const usualDates = /^(?:11|13|15|16|17|7003)$/;
const usualTexts = /^(?:10|21|71\d)$/;

/**
 * Every way to cut a message whose separators were lost on the way, checked as a whole. A value may be followed
 * directly by the next identifier, or by a `029` that was meant as the separator.
 */
export function findSegmentations(text: string, referenceYear: number): Segmentations {
  const search = { text, referenceYear, steps: 0, found: new Map<string, Segmentation>() };
  walk(search, 0, [], true);
  return {
    found: [...search.found.values()],
    isIncomplete: search.steps > maximumSteps || search.found.size >= enoughReadings,
  };
}

interface Search {
  readonly text: string;
  readonly referenceYear: number;
  steps: number;
  readonly found: Map<string, Segmentation>;
}

function walk(search: Search, position: number, elements: readonly Element[], isPlausible: boolean): void {
  const { text, referenceYear, found } = search;
  if (position === text.length) {
    if (elements.length === 0 || checkAssociations(elements, (ai) => identifiers.get(ai))) return;
    const key = JSON.stringify(elements);
    // One and the same cut may be reached with and without a remnant: the better evidence counts.
    found.set(key, { elements, isPlausible: isPlausible || found.get(key)?.isPlausible === true });
    return;
  }
  const identifier = identifierAt(text, position);
  if (!identifier) return;
  const start = position + identifier.ai.length;
  const longest = Math.min(identifier.maxLength, text.length - start);
  for (let length = longest; length >= identifier.minLength; length--) {
    search.steps++;
    if (search.steps > maximumSteps || found.size >= enoughReadings) return;
    const value = text.slice(start, start + length);
    if (checkValue(identifier, value, referenceYear)) continue;
    const end = start + length;
    const next = [...elements, { ai: identifier.ai, value }];
    const isGuess = !identifier.isPredefined && end < text.length;
    const isSupported = !isGuess || supportsBoundary(search, identifier, value, end);
    walk(search, end, next, isPlausible && isSupported);
    if (isGuess && text.startsWith(separatorRemnant, end))
      walk(search, end + separatorRemnant.length, next, isPlausible);
  }
}

/** Whether what follows a guessed end of a value speaks for a boundary there. */
function supportsBoundary(search: Search, { ai }: Identifier, value: string, end: number): boolean {
  const { text, referenceYear } = search;
  const next = identifierAt(text, end);
  if (!next || next.ai === ai) return false;
  const rest = text.slice(end + next.ai.length);
  if (next.ai === '01') return hasGs1CheckDigit(rest.slice(0, 14));
  if (usualDates.test(next.ai)) return isNearDate(rest.slice(0, 6), referenceYear);
  return usualTexts.test(next.ai) && value.length >= 3 && rest.length >= 5;
}

/** A date that a vial of today can carry. */
function isNearDate(digits: string, referenceYear: number): boolean {
  const date = dateOfSixDigits(digits, referenceYear);
  return date !== undefined && Math.abs(Number(date.slice(0, 4)) - referenceYear) <= 12;
}
