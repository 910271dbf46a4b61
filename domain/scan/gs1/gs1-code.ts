import type { PlainDate } from '../../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { pznOf, pznOfGtin } from '../ppn/pzn.ts';
import { checkAssociations, type Element } from './associations.ts';
import { looksBracketed, readBracketed } from './bracketed.ts';
import { readDigitalLink } from './digital-link.ts';
import { readElementString } from './element-string.ts';
import { dateOfSixDigits } from './gs1-date.ts';
import type { Gs1Refusal } from './gs1-refusal.ts';
import { identifiers } from './identifiers.ts';
import { findSegmentations } from './lost-separators.ts';
import { groupSeparator, withoutOuterSeparators, withPlainSeparators } from './separators.ts';

/** What a GS1 code says, in its own words and in those of a vaccination centre. */
export interface Gs1Code {
  /** In the order of the code, each identifier once. */
  readonly elements: readonly Element[];
  readonly gtin?: string;
  readonly lot?: string;
  /** Usable up to and including this day. */
  readonly expiry?: PlainDate;
  readonly serial?: string;
  /** German pharmacy number, from AI 710 or from a GTIN that holds one. */
  readonly pzn?: string;
}

export interface Gs1Options {
  /** The year that tells the century of two-digit years. */
  readonly referenceYear: number;
  /** Whether separators may have been lost or spelled out on the way: not when a reader gave the raw bytes. */
  readonly areSeparatorsCertain: boolean;
}

/** Reads a GS1 message in any of its written forms, without its symbology identifier. */
export function readGs1(raw: string, options: Gs1Options): Result<Gs1Code, Gs1Refusal> {
  const elements = readElements(raw, options);
  if (!elements.ok) return elements;
  const refusal = checkAssociations(elements.value, (ai) => identifiers.get(ai));
  return refusal ? refuse(refusal) : accept(codeOf(elements.value, options.referenceYear));
}

function readElements(raw: string, options: Gs1Options): Result<readonly Element[], Gs1Refusal> {
  const { referenceYear, areSeparatorsCertain } = options;
  if (/^https?:/i.test(raw)) return readDigitalLink(raw, referenceYear);
  if (looksBracketed(raw)) return readBracketed(raw, referenceYear);
  const text = areSeparatorsCertain ? raw : withPlainSeparators(raw.trim());
  const read = readElementString(text, referenceYear);
  const message = withoutOuterSeparators(text);
  // A separator that came through tells that nothing on the way loses them.
  const cut = message.includes(groupSeparator) ? read : withLostSeparators(read, message, options);
  return cut.ok || text === raw ? cut : refuse(refusalAsWritten(raw, cut.refusal, referenceYear));
}

/** Where a space or its like ends a value and no identifier follows, it was no separator: the value is wrong. */
function refusalAsWritten(raw: string, refusal: Gs1Refusal, referenceYear: number): Gs1Refusal {
  if (refusal.reason !== 'ai-unknown') return refusal;
  const asWritten = readElementString(raw.trim(), referenceYear);
  const isForeign = !asWritten.ok && asWritten.refusal.reason === 'character-foreign';
  return isForeign ? asWritten.refusal : refusal;
}

/** Longer messages are cut as they stand: no medicine carries as much. */
const longestWithoutSeparators = 160;

/**
 * Where there is no separator, a value may have swallowed what followed it. The message as it stands counts,
 * unless separators may be lost and another cut has good evidence; if it does not hold, the one cut that does.
 */
function withLostSeparators(
  read: Result<readonly Element[], Gs1Refusal>,
  message: string,
  { referenceYear, areSeparatorsCertain }: Gs1Options,
): Result<readonly Element[], Gs1Refusal> {
  const isWhole = read.ok && !checkAssociations(read.value, (ai) => identifiers.get(ai));
  if (isWhole && areSeparatorsCertain) return read;
  if (message.length > longestWithoutSeparators) return read;
  const { found, isIncomplete } = findSegmentations(message, referenceYear);
  if (isWhole) {
    const asItStands = JSON.stringify(read.value);
    const others = found.filter(({ elements }) => JSON.stringify(elements) !== asItStands);
    return others.some(({ isPlausible }) => isPlausible) ? refuse({ reason: 'separator-lost' }) : read;
  }
  const cuts = withoutRemnants(found.map(({ elements }) => elements));
  const [only] = cuts;
  if (only && cuts.length === 1 && !isIncomplete) return accept(only);
  return cuts.length > 0 ? refuse({ reason: 'separator-lost' }) : read;
}

/** Of two cuts that differ only in a `029` at the end of a value, that digits are the separator's remnant. */
function withoutRemnants(cuts: readonly (readonly Element[])[]): (readonly Element[])[] {
  const shorter = new Set(cuts.map((cut) => JSON.stringify(cut)));
  return cuts.filter((cut) => {
    const stripped = cut.map(({ ai, value }, index) => ({
      ai,
      value: index < cut.length - 1 ? value.replace(/(?<=.)029$/, '') : value,
    }));
    const key = JSON.stringify(stripped);
    return key === JSON.stringify(cut) || !shorter.has(key);
  });
}

function codeOf(all: readonly Element[], referenceYear: number): Gs1Code {
  const values = new Map(all.map(({ ai, value }) => [ai, value]));
  const elements = [...values].map(([ai, value]) => ({ ai, value }));
  const expiry = values.get('17') ?? values.get('7003')?.slice(0, 6);
  const gtin = values.get('01');
  const facts = {
    gtin,
    lot: values.get('10'),
    expiry: expiry === undefined ? undefined : dateOfSixDigits(expiry, referenceYear),
    serial: values.get('21'),
    pzn: pznOf(values.get('710')) ?? pznOfGtin(gtin),
  };
  return { elements, ...withoutAbsent(facts) };
}

/** Absent fields are absent, not undefined: the code is compared and sent as JSON. */
function withoutAbsent<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}
