import { accept, type Result, refuse } from '../kernel/result.ts';
import { withoutEnd } from '../kernel/without-end.ts';
import { looksLikeBarcode, parseBarcode } from '../passes/barcode.ts';
import { parseShortNumber } from '../passes/short-number.ts';
import { type AimIdentifier, splitAim } from './aim-identifier.ts';
import { parseHcertText, parseHealthCardText } from './certificate-text.ts';
import { looksBracketed } from './gs1/bracketed.ts';
import { hasGs1CheckDigit } from './gs1/check-digits.ts';
import { looksLikeDigitalLink } from './gs1/digital-link.ts';
import { readGs1 } from './gs1/gs1-code.ts';
import { hasCheckDigit } from './gs1/identifiers.ts';
import { handOverTokenOf, looksLikeAddress } from './hand-over-link.ts';
import { parseNameText } from './name-text.ts';
import { looksLikeIso15434, openEnvelope, readPpn } from './ppn/ppn-code.ts';
import { ntinOf, pznOf } from './ppn/pzn.ts';
import type { Scanned, ScanRefusal } from './scanned.ts';

export interface ScanContext {
  /** The year that tells the century of two-digit years. */
  readonly referenceYear: number;
  /** Base of our headquarters' hand-over links, for instance `https://hq.example/p/`. */
  readonly handOverBase?: string;
  /** Names and typed numbers count only where somebody may have typed. */
  readonly isTyped: boolean;
  /** The text comes from a reader's raw bytes: no separator was lost or spelled out. */
  readonly areSeparatorsCertain?: boolean;
  /** The symbology, where the reader told it apart from the text; GS1 where FNC1 led. */
  readonly symbology?: AimIdentifier;
}

/** The longest QR code in alphanumeric mode. */
export const maximumScanLength = 4300;

type Reading = Result<Scanned, ScanRefusal>;

/**
 * What a text is: pass, certificate, GS1, PPN, hand-over link, short number, name, in this order. A text that
 * has the mark of one kind is refused with that kind's reason and never taken for a later one.
 */
export function recogniseScan(raw: string, context: ScanContext): Reading {
  const opened = openScan(raw, context);
  if (!opened.ok) return opened;
  const { text, aim } = opened.value;
  const marked = recogniseMarked(text, aim, context);
  if (marked) return marked;
  if (isGtinAlone(text, aim)) return gtinAlone(text, context);
  return recogniseUnmarked(text.trim(), context);
}

/** What a vial or box says: only GS1 and PPN, with the reason why it is neither. */
export function recogniseVial(raw: string, context: ScanContext): Reading {
  const opened = openScan(raw, context);
  if (!opened.ok) return opened;
  const { text, aim } = opened.value;
  if (looksLikeIso15434(text)) return iso15434(text, context);
  const pzn = pznAlone(text);
  if (pzn !== undefined) return gtinAlone(ntinOf(pzn), context);
  if (looksLikeAddress(text) && !looksLikeDigitalLink(text.trim())) return refuse({ reason: 'foreign-link' });
  const gtin = isGtinAlone(text, aim) || isEanText(text) ? gtinAlone(text, context) : undefined;
  if (gtin && aim) return gtin;
  if (/^\s*\p{L}/u.test(text) && !looksLikeAddress(text)) return refuse({ reason: 'not-a-vial-code' });
  const code = gs1(text.trim(), context);
  if (!gtin?.ok) return code;
  return code.ok ? accept({ kind: 'ambiguous', candidates: [gtin.value, code.value] }) : gtin;
}

/** The text without its symbology identifier and line end, within the limits for every code. */
function openScan(
  raw: string,
  context: ScanContext,
): Result<{ readonly text: string; readonly aim: AimIdentifier | undefined }, ScanRefusal> {
  if (raw.length > maximumScanLength) return refuse({ reason: 'too-long' });
  const { aim = context.symbology, rest } = splitAim(withoutFrame(raw));
  const text = rest.replace(characterSet, '');
  if (text.trim() === '') return refuse({ reason: 'empty' });
  // Several lines are of a business card, an entry of a calendar or a transfer: codes for others.
  if (hasForeignControls(text))
    return refuse({
      reason: hasForeignControls(text.replace(/[\r\n\t]/g, '')) ? 'control-characters' : 'unknown-code',
    });
  return accept({ text, aim });
}

/** Kinds that say what they are. */
function recogniseMarked(
  written: string,
  aim: AimIdentifier | undefined,
  context: ScanContext,
): Reading | undefined {
  if (aim?.isGs1) return gs1(written, context);
  const text = written.trimStart();
  if (/^HC1:/.test(text) || /^hc1:[^A-Z]*$/.test(text)) return hcert(text);
  if (foreignCertificate.test(text)) return refuse({ reason: 'certificate-foreign' });
  if (/^shc:\//i.test(text)) return healthCard(text);
  if (looksLikeIso15434(text)) return iso15434(text, context);
  if (looksLikeAddress(text)) return address(text.trim(), context);
  if (looksBracketed(text)) return gs1(text, context);
  return undefined;
}

/**
 * Certificates of other kinds: those of single states, a link to a health card (SMART Health Links), the visible
 * seal of the ICAO, 2D-Doc of France.
 */
const foreignCertificate =
  /^HC[2-9A-Z]:|^(?:DK3|NO1|CH1|LT1|NL2):|^(?:https:\/\/[^#]{1,200}#)?shlink:\/|^\{"data":\{"hdr":.*"icao\.|^DC0[1-4][A-Z]{2}/i;

/** Kinds that only their content tells apart: every one that holds is a candidate. */
function recogniseUnmarked(text: string, context: ScanContext): Reading {
  const code = gs1(text, context);
  const candidates: Scanned[] = [];
  const barcode = looksLikeBarcode(text) ? parseBarcode(text) : undefined;
  if (barcode?.ok) candidates.push({ kind: 'pass', content: barcode.value });
  if (code.ok && (context.areSeparatorsCertain || isEvident(text, code.value))) candidates.push(code.value);
  const number = context.isTyped ? parseShortNumber(text) : undefined;
  if (number?.ok) candidates.push({ kind: 'number', number: number.value });
  const [first, second] = candidates;
  if (first) return accept(second ? { kind: 'ambiguous', candidates } : first);
  if (!code.ok && looksLikeElementString(text)) return code;
  const name = context.isTyped ? parseNameText(text) : undefined;
  if (name) return accept({ kind: 'name', ...name });
  if (barcode && !barcode.ok) return refuse({ reason: `pass-${barcode.refusal}` });
  return refuse({ reason: 'unknown-code' });
}

function gs1(text: string, { referenceYear, areSeparatorsCertain = false }: ScanContext): Reading {
  const read = readGs1(text, { referenceYear, areSeparatorsCertain });
  if (read.ok) return accept({ kind: 'gs1', ...read.value });
  const { reason, ai, companion } = read.refusal;
  return refuse({ reason: `gs1-${reason}`, ai, companion });
}

function iso15434(text: string, context: ScanContext): Reading {
  const asGs1 = openEnvelope(text, '05');
  if (asGs1.ok) return gs1(asGs1.value, { ...context, areSeparatorsCertain: true });
  const read = readPpn(text, context.referenceYear);
  if (read.ok) return accept({ kind: 'ppn', ...read.value });
  return refuse({ reason: `ppn-${read.refusal.reason}`, ai: read.refusal.di });
}

function hcert(text: string): Reading {
  const read = parseHcertText(text);
  return read.ok ? accept({ kind: 'hcert', text: read.value }) : refuse({ reason: read.refusal });
}

function healthCard(text: string): Reading {
  const read = parseHealthCardText(text.trim());
  return read.ok ? accept({ kind: 'shc', text: read.value }) : refuse({ reason: read.refusal });
}

function address(text: string, context: ScanContext): Reading {
  const token = handOverTokenOf(text, context.handOverBase);
  if (token !== undefined) return accept({ kind: 'link', token });
  return looksLikeDigitalLink(text) ? gs1(text, context) : refuse({ reason: 'foreign-link' });
}

/** Whether a text begins so much like a GS1 message that its refusal is worth telling. */
function looksLikeElementString(text: string): boolean {
  return text.includes('\u001d') || /^(?:0[123]\d{14}|00\d{18})/.test(text);
}

/** Without a mark only a check digit that holds tells a GS1 message from `90402`. */
function isEvident(text: string, code: Scanned): boolean {
  return (
    text.includes('\u001d') || (code.kind === 'gs1' && code.elements.some(({ ai }) => hasCheckDigit(ai)))
  );
}

function gtinAlone(text: string, context: ScanContext): Reading {
  return gs1(`01${text.padStart(14, '0')}`, context);
}

/** The bars on every box in Germany (Code 39): a minus and the eight digits of its pharmacy number. */
function pznAlone(text: string): string | undefined {
  return pznOf(/^(?:-|PZN[ :-]{0,3})(\d{8})$/.exec(text.trim())?.[1]);
}

/** The digits of an EAN, UPC or ITF-14 symbol, by a reader that does not name its symbology. */
function isEanText(text: string): boolean {
  return /^(?:\d{8}|\d{12,14})$/.test(text) && hasGs1CheckDigit(text);
}

/** EAN-8, EAN-13 and UPC-A on a box: a GTIN alone. */
function isGtinAlone(text: string, aim: AimIdentifier | undefined): boolean {
  return aim?.symbology === 'EAN' && /^(?:\d{8}|\d{12,13})$/.test(text);
}

/** Without the line end, and without the signs for start and end of a text that some readers send around it. */
function withoutFrame(text: string): string {
  const inner = withoutEnd(text.replace(/^\ufeff/, ''), '\r\n\t');
  return inner.startsWith('\u0002') && inner.endsWith('\u0003') ? inner.slice(1, -1) : inner;
}

/** Readers that tell it put the character set of a symbol in front (AIM ECI 000026 is UTF-8). */
const characterSet = /^\\0000\d{2}/;

/** Control characters but those that GS1 and IFA codes are made with. */
function hasForeignControls(text: string): boolean {
  const allowed = text.startsWith('[)>') ? '\u001d\u001e\u0004' : '\u001d';
  for (const character of text) {
    const isControl = character < ' ' || (character >= '\u007f' && character <= '\u009f');
    if (isControl && !allowed.includes(character)) return true;
  }
  return false;
}
