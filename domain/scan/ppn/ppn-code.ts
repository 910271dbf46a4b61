import type { PlainDate } from '../../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../kernel/result.ts';
import { dateOfEightDigits } from '../gs1/gs1-date.ts';
import { dataIdentifiers, ppnExpiryOf, pznOfPpn } from './data-identifiers.ts';
import type { PpnRefusal } from './ppn-refusal.ts';

/** What a code of the German pharmacy syntax says. Elements carry the data identifier as `ai`. */
export interface PpnCode {
  readonly elements: readonly { readonly ai: string; readonly value: string }[];
  readonly ppn?: string;
  readonly pzn?: string;
  readonly gtin?: string;
  readonly lot?: string;
  /** Usable up to and including this day. */
  readonly expiry?: PlainDate;
  readonly serial?: string;
  readonly manufacturedOn?: PlainDate;
}

const recordSeparator = '\u001e';
const groupSeparator = '\u001d';
const endOfTransmission = '\u0004';

/** Whether a text starts as a message of ISO/IEC 15434 does, with or without its separators. */
export function looksLikeIso15434(text: string): boolean {
  return text.startsWith('[)>');
}

/** The message inside the envelope of one format: `[)>` RS `05` GS ... RS EOT. Refused without separators. */
export function openEnvelope(text: string, format: '05' | '06'): Result<string, PpnRefusal> {
  const spelled = withPlainControls(text);
  const head = `[)>${recordSeparator}${format}${groupSeparator}`;
  if (!spelled.startsWith(head)) return refuse({ reason: 'separator-missing' });
  // The end of the envelope is control characters alone and gets lost harmlessly.
  const withoutEnd = stripEnd(stripEnd(spelled.slice(head.length), endOfTransmission), recordSeparator);
  return accept(stripEnd(withoutEnd, groupSeparator));
}

/** Reads `[)>` RS `06` GS `9N`... GS `1T`... GS `D`... GS `S`... RS EOT (IFA, coding of medicines). */
export function readPpn(text: string, referenceYear: number): Result<PpnCode, PpnRefusal> {
  const message = openEnvelope(text, '06');
  if (!message.ok) return message;
  const values = new Map<string, string>();
  for (const field of message.value.split(groupSeparator)) {
    const parts = /^(\d{0,3}[A-Z])(.*)$/s.exec(field);
    if (!parts) return refuse({ reason: field === '' ? 'value-missing' : 'identifier-unknown' });
    const [, di = '', value = ''] = parts;
    const reason = checkField(di, value, referenceYear);
    if (reason) return refuse({ reason, di });
    if ((values.get(di) ?? value) !== value) return refuse({ reason: 'identifier-repeated', di });
    values.set(di, value);
  }
  if (!values.has('9N') && !values.has('8P')) return refuse({ reason: 'product-missing', di: '9N' });
  return accept(codeOf(values, referenceYear));
}

function checkField(di: string, value: string, referenceYear: number): PpnRefusal['reason'] | undefined {
  if (value === '') return 'value-missing';
  if (!/^[!-~]+$/.test(value)) return 'character-foreign';
  const known = dataIdentifiers.get(di);
  if (!known) return undefined;
  // Nothing but a lost separator makes a value this long, and then its end cannot be found.
  if (value.length > known.maxLength) return 'value-too-long';
  return known.check(value, referenceYear);
}

function codeOf(values: ReadonlyMap<string, string>, referenceYear: number): PpnCode {
  const [ppn, day, longDay, madeOn] = ['9N', 'D', '14D', '16D'].map((di) => values.get(di));
  const facts = {
    ppn,
    pzn: ppn === undefined ? undefined : pznOfPpn(ppn),
    gtin: values.get('8P'),
    lot: values.get('1T'),
    expiry: day === undefined ? dateOfEightDigits(longDay ?? '') : ppnExpiryOf(day, referenceYear),
    serial: values.get('S'),
    manufacturedOn: dateOfEightDigits(madeOn ?? ''),
  };
  const present = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { elements: [...values].map(([ai, value]) => ({ ai, value })), ...Object.fromEntries(present) };
}

/** Readers that cannot send control characters spell them. */
function withPlainControls(text: string): string {
  return text
    .replace(/<GS>|\{GS\}|\[GS\]|\\u001d|\\x1d|~d029|\u241d/gi, groupSeparator)
    .replace(/<RS>|\{RS\}|\[RS\]|\\u001e|\\x1e|~d030|\u241e/gi, recordSeparator)
    .replace(/<EOT>|\{EOT\}|\[EOT\]|\\u0004|\\x04|~d004|\u2404/gi, endOfTransmission);
}

function stripEnd(text: string, character: string): string {
  return text.endsWith(character) ? text.slice(0, -1) : text;
}
