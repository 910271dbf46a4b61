import { offsetTimeAt } from '../../domain/kernel/instant.ts';
import type { BlankContent } from '../../domain/passes/blank-pass.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import type { PassField } from '../../domain/passes/pass-fields.ts';
import type { BarcodeFormat, PassTemplate } from '../../domain/passes/pass-template.ts';
import { TextKeys } from './text-keys.ts';

/** Whose pass it is in Apple's eyes; from the signing certificate. */
export interface AppleIdentity {
  readonly passTypeId: string;
  readonly teamId: string;
}

/** Where the phone asks for newer versions: `url` public HTTPS without `/v1`, the token of this pass for ever. */
export interface WebService {
  readonly url: string;
  readonly authenticationToken: string;
}

/** The three files of a pass that its content goes into. */
export interface PassDocument {
  readonly passJson: string;
  readonly germanStrings: string;
  readonly englishStrings: string;
}

/**
 * pass.json and the texts of both languages beside it. Written as text piece by piece:
 * building objects first took longer than everything else about a pass but its signature.
 */
export function passDocument(
  template: PassTemplate,
  content: PassContent | BlankContent,
  identity: AppleIdentity,
  webService?: WebService,
): PassDocument {
  const texts = new TextKeys();
  const quote = JSON.stringify as (text: string) => string;
  let json = `{${unchangingStart(template, identity)}`;
  json += `,"serialNumber":${quote(content.passId)}`;
  json += `,"description":${texts.quotedKeyOf(content.description)}`;
  json += `,"logoText":${texts.quotedKeyOf(content.logoText)}`;
  if (content.isVoided) json += ',"voided":true';
  if (content.expiresAt) json += `,"expirationDate":"${offsetTimeAt(content.expiresAt, content.timeZone)}"`;
  json += relevantDates(content);
  json += locations(content, texts);
  if (webService) {
    json += `,"webServiceURL":${quote(webService.url)}`;
    json += `,"authenticationToken":${quote(webService.authenticationToken)}`;
  }
  if (content.barcode !== undefined) {
    const format = appleFormats[template.barcodeFormat ?? 'qr'];
    json += `,"barcodes":[{"format":"${format}","message":${quote(content.barcode)}`;
    json += `,"messageEncoding":"iso-8859-1","altText":${quote(content.shortNumber)}}]`;
  }
  json += `,"${appleStyle(template)}":${fields(content, texts)}}`;
  const { de, en } = texts.files;
  return { passJson: json, germanStrings: de, englishStrings: en };
}

const appleFormats: Record<BarcodeFormat, string> = {
  qr: 'PKBarcodeFormatQR',
  aztec: 'PKBarcodeFormatAztec',
  pdf417: 'PKBarcodeFormatPDF417',
  code128: 'PKBarcodeFormatCode128',
};

/** A phone shows a strip in the style of a store card only, a thumbnail in the generic one only. */
function appleStyle({ images }: PassTemplate): 'generic' | 'storeCard' {
  return images?.strip ? 'storeCard' : 'generic';
}

const starts = new WeakMap<PassTemplate, { readonly identity: AppleIdentity; readonly text: string }>();

/** What all passes of a template and certificate begin with; kept for the last certificate. */
function unchangingStart(template: PassTemplate, identity: AppleIdentity): string {
  const known = starts.get(template);
  if (known?.identity === identity) return known.text;
  const { background, foreground, label } = template.colours;
  const start = {
    formatVersion: 1,
    passTypeIdentifier: identity.passTypeId,
    teamIdentifier: identity.teamId,
    organizationName: template.organisationName,
    backgroundColor: rgb(background),
    foregroundColor: rgb(foreground),
    labelColor: rgb(label),
    sharingProhibited: true,
  };
  const text = JSON.stringify(start).slice(1, -1);
  starts.set(template, { identity, text });
  return text;
}

/** Phones before iOS 18 read the single date, iOS 18 `relevantDate` in the list, later ones `date`. */
function relevantDates({ relevantAt, timeZone }: PassContent | BlankContent): string {
  if (relevantAt.length === 0) return '';
  const dates = relevantAt.map((at) => offsetTimeAt(at, timeZone));
  const list = dates.map((date) => `{"date":"${date}","relevantDate":"${date}"}`);
  return `,"relevantDate":"${dates[0]}","relevantDates":[${list.join(',')}]`;
}

function locations({ locations: places }: PassContent | BlankContent, texts: TextKeys): string {
  if (places.length === 0) return '';
  const list = places.map(
    ({ latitude, longitude, text }) =>
      `{"latitude":${latitude},"longitude":${longitude},"relevantText":${texts.quotedKeyOf(text)}}`,
  );
  return `,"locations":[${list.join(',')}]`;
}

function fields({ fields: placed, timeZone }: PassContent | BlankContent, texts: TextKeys): string {
  const listed = (list: readonly PassField[]) => {
    let json = '';
    for (const field of list) json += `${json === '' ? '' : ','}${fieldJson(field, timeZone, texts)}`;
    return `[${json}]`;
  };
  return (
    `{"headerFields":${listed(placed.header)},"primaryFields":${listed(placed.primary)}` +
    `,"secondaryFields":${listed(placed.secondary)},"auxiliaryFields":${listed(placed.auxiliary)}` +
    `,"backFields":${listed(placed.back)}}`
  );
}

function fieldJson(
  { key, label, value, announcement }: PassField,
  timeZone: string,
  texts: TextKeys,
): string {
  const start = `{"key":"${key}","label":${texts.quotedKeyOf(label)}`;
  const end = announcement ? `,"changeMessage":${texts.quotedKeyOf(announcement)}}` : '}';
  switch (value.kind) {
    case 'text':
      return `${start},"value":${texts.quotedKeyOf(value.text)}${end}`;
    case 'link': {
      const { de, en } = value.text;
      const anchors = texts.quotedKeyOf({ de: anchor(value.url, de), en: anchor(value.url, en) });
      const detectors = '"dataDetectorTypes":["PKDataDetectorTypeLink"]';
      return `${start},"value":${JSON.stringify(value.url)},"attributedValue":${anchors},${detectors}${end}`;
    }
    case 'moment': {
      const styles = '"dateStyle":"PKDateStyleMedium","timeStyle":"PKDateStyleShort","ignoresTimeZone":true';
      return `${start},"value":"${offsetTimeAt(value.at, timeZone)}",${styles}${end}`;
    }
  }
}

function anchor(url: string, words: string): string {
  return `<a href="${htmlText(url)}">${htmlText(words)}</a>`;
}

function htmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function rgb(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`;
}
