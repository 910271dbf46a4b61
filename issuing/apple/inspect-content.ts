import { ownValue } from '../../domain/kernel/own-value.ts';
import { looksLikeBarcode } from '../../domain/passes/barcode.ts';
import { type FieldPlace, placeLimits } from '../../domain/passes/pass-template.ts';
import { verifyPassBarcode } from '../barcode/pass-barcode.ts';
import { inspectedObject } from './inspected-object.ts';
import type { InspectOptions, Report, SignatureReport } from './inspection.ts';
import { isW3cDate, passStyles, type SchemaError, schemaErrors } from './pass-schema.ts';
import { schemaFault } from './schema-fault.ts';

type Json = Record<string, unknown>;

export interface Translations {
  /** One map for each language of the pass that could be read. */
  readonly read: readonly ReadonlyMap<string, string>[];
  /** False where there are more, in a form that phones read. */
  readonly isComplete: boolean;
}

/** Checks pass.json; answers it where it could be read. */
export function inspectContent(
  file: Uint8Array | undefined,
  signature: SignatureReport | undefined,
  options: InspectOptions,
  report: Report,
  translations: Translations = { read: [], isComplete: true },
): Json | undefined {
  if (!file) {
    report('error', { code: 'file-missing', name: 'pass.json' });
    return undefined;
  }
  const pass = inspectedObject('pass.json', file, report);
  if (!pass) return undefined;
  for (const error of schemaErrors(pass))
    if (!isTranslatedMessage(error, translations)) report('error', schemaFault(error));
  inspectOwner(pass, signature, options, report);
  inspectStyle(pass, report);
  inspectBarcode(pass, options, report);
  inspectWebService(pass, report);
  inspectTime(pass, options, report);
  return pass;
}

/** A message may be a key of pass.strings: then its translations must have the place for the value. */
function isTranslatedMessage({ params, data }: SchemaError, { read, isComplete }: Translations): boolean {
  if (params.format !== 'change-message' || typeof data !== 'string') return false;
  const found = read.flatMap((language) => language.get(data) ?? []);
  return (found.length > 0 || !isComplete) && found.every((text) => text.includes('%@'));
}

function inspectOwner(
  pass: Json,
  signature: SignatureReport | undefined,
  options: InspectOptions,
  report: Report,
): void {
  const passTypeIds = { code: 'pass-type-id-differs', pass: textOf(pass.passTypeIdentifier) } as const;
  const teamIds = { code: 'team-id-differs', pass: textOf(pass.teamIdentifier) } as const;
  for (const certificate of new Set([signature?.passTypeId, options.passTypeId]))
    if (certificate !== undefined && certificate !== pass.passTypeIdentifier)
      report('error', { ...passTypeIds, certificate });
  for (const certificate of new Set([signature?.teamId, options.teamId]))
    if (certificate !== undefined && certificate !== pass.teamIdentifier)
      report('error', { ...teamIds, certificate });
}

function inspectStyle(pass: Json, report: Report): void {
  const styles = passStyles.filter((style) => Object.hasOwn(pass, style));
  const [style] = styles;
  if (style === undefined) {
    report('error', { code: 'style-missing' });
    return;
  }
  if (styles.length > 1) report('error', { code: 'style-several', styles: styles.join(', ') });
  const fields = pass[style];
  if (!isJson(fields)) return;
  if (style === 'boardingPass' && fields.transitType === undefined)
    report('error', { code: 'field-missing', path: 'boardingPass.transitType' });
  const keys = new Set<string>();
  const announced: string[] = [];
  for (const [place, limit] of Object.entries(placeLimits) as [FieldPlace, number][]) {
    const placed = fields[`${place}Fields`];
    if (!Array.isArray(placed)) continue;
    if (placed.length > limit)
      report('warning', { code: 'too-many-fields', place, count: placed.length, limit });
    for (const field of placed.filter(isJson)) {
      const key = textOf(field.key);
      if (keys.has(key)) report('error', { code: 'field-key-twice', key });
      keys.add(key);
      if (isDate(field) && typeof field.value === 'string' && !isW3cDate(field.value))
        report('error', {
          code: 'date-invalid',
          path: `${style}.${place}Fields.${key}`,
          value: field.value.slice(0, 40),
        });
      if (field.changeMessage !== undefined) announced.push(key);
    }
  }
  if (announced.length > 1) report('note', { code: 'announced-several', keys: announced.join(', ') });
}

/** Whether a field shows its value as a day or a time: then a phone refuses the pass where it is none. */
function isDate({ dateStyle, timeStyle }: Json): boolean {
  return [dateStyle, timeStyle].some((style) => typeof style === 'string' && style !== 'PKDateStyleNone');
}

function inspectBarcode(pass: Json, { passKeys }: InspectOptions, report: Report): void {
  const barcodes = Array.isArray(pass.barcodes) ? pass.barcodes.filter(isJson) : [];
  // A void pass may be a blank one.
  if (barcodes.length === 0 && pass.voided === true) return;
  if (barcodes.length === 0) {
    report('warning', { code: isJson(pass.barcode) ? 'barcode-old-form' : 'barcode-missing' });
    return;
  }
  for (const barcode of barcodes) inspectEncoding(barcode, report);
  const message = textOf(barcodes[0]?.message);
  if (passKeys) {
    const content = verifyPassBarcode(passKeys, message);
    if (!content.ok) report('error', { code: 'barcode-wrong', fault: content.refusal });
  } else if (looksLikeBarcode(message)) report('note', { code: 'barcode-not-checked' });
}

function inspectEncoding({ message, messageEncoding }: Json, report: Report): void {
  const last = ownValue(lastCharacters, textOf(messageEncoding).toLowerCase());
  if (last === undefined) {
    const encoding = textOf(messageEncoding);
    if (encoding !== '' && !isEncoding(encoding))
      report('warning', { code: 'barcode-encoding-unknown', encoding });
    return;
  }
  const foreign = new Set([...textOf(message)].filter((letter) => letter > last));
  const [encoding, characters] = [textOf(messageEncoding), [...foreign].slice(0, 5).join(' ')];
  if (foreign.size > 0) report('warning', { code: 'barcode-text-not-encodable', encoding, characters });
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/** The last character of encodings that do not have them all, in lower case. */
const lastCharacters: Readonly<Record<string, string>> = {
  'iso-8859-1': '\u00ff',
  latin1: '\u00ff',
  'us-ascii': '\u007f',
  ascii: '\u007f',
};

function inspectWebService({ webServiceURL: url }: Json, report: Report): void {
  if (typeof url !== 'string') return;
  if (!url.startsWith('https://')) report('warning', { code: 'web-service-not-https' });
  if (/\/v1\/?$/.test(url)) report('warning', { code: 'web-service-path-wrong', url });
  else if (url.endsWith('/')) report('note', { code: 'web-service-slash', url });
}

function inspectTime(pass: Json, { now }: InspectOptions, report: Report): void {
  if (pass.voided === true) report('note', { code: 'pass-voided' });
  const expiresAt = Date.parse(textOf(pass.expirationDate));
  if (expiresAt < Date.parse(now)) report('note', { code: 'pass-expired', at: textOf(pass.expirationDate) });
  if (pass.relevantDate !== undefined && pass.relevantDates === undefined)
    report('note', { code: 'relevant-date-old-form' });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
