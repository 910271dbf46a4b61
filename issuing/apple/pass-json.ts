import { offsetTimeAt } from '../../domain/kernel/instant.ts';
import type { PassContent, PassField } from '../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
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

export interface PassDocument {
  readonly json: Record<string, unknown>;
  readonly texts: TextKeys;
}

/** pass.json of the generic style, with the texts of both languages beside it. */
export function passDocument(
  template: PassTemplate,
  content: PassContent,
  identity: AppleIdentity,
  webService?: WebService,
): PassDocument {
  const texts = new TextKeys();
  const fieldsOf = (fields: readonly PassField[]) => fields.map((field) => fieldJson(field, content, texts));
  const { header, primary, secondary, auxiliary, back } = content.fields;
  const relevant = content.relevantAt.map((at) => offsetTimeAt(at, content.timeZone));
  const json = {
    formatVersion: 1,
    passTypeIdentifier: identity.passTypeId,
    teamIdentifier: identity.teamId,
    serialNumber: content.passId,
    organizationName: template.organisationName,
    description: texts.keyOf(template.description),
    logoText: texts.keyOf(template.logoText),
    backgroundColor: rgb(template.colours.background),
    foregroundColor: rgb(template.colours.foreground),
    labelColor: rgb(template.colours.label),
    sharingProhibited: true,
    ...(content.isVoided ? { voided: true } : {}),
    ...(content.expiresAt ? { expirationDate: offsetTimeAt(content.expiresAt, content.timeZone) } : {}),
    // Phones before iOS 18 read the single date, iOS 18 `relevantDate` in the list, later ones `date`.
    ...(relevant[0] ? { relevantDate: relevant[0] } : {}),
    ...(relevant.length > 0 ? { relevantDates: relevant.map((date) => ({ date, relevantDate: date })) } : {}),
    ...locations(template, texts),
    ...(webService
      ? { webServiceURL: webService.url, authenticationToken: webService.authenticationToken }
      : {}),
    barcodes: [
      {
        format: 'PKBarcodeFormatQR',
        message: content.barcode,
        messageEncoding: 'iso-8859-1',
        altText: content.shortNumber,
      },
    ],
    generic: {
      headerFields: fieldsOf(header),
      primaryFields: fieldsOf(primary),
      secondaryFields: fieldsOf(secondary),
      auxiliaryFields: fieldsOf(auxiliary),
      backFields: fieldsOf(back),
    },
  };
  return { json, texts };
}

function fieldJson(field: PassField, content: PassContent, texts: TextKeys): Record<string, unknown> {
  return {
    key: field.key,
    label: texts.keyOf(field.label),
    ...valueJson(field, content, texts),
    ...(field.announcement ? { changeMessage: texts.keyOf(field.announcement) } : {}),
  };
}

function valueJson({ value }: PassField, content: PassContent, texts: TextKeys): Record<string, unknown> {
  switch (value.kind) {
    case 'text':
      return { value: texts.keyOf(value.text) };
    case 'link':
      return {
        value: value.url,
        attributedValue: texts.keyOf({
          de: anchor(value.url, value.text.de),
          en: anchor(value.url, value.text.en),
        }),
        dataDetectorTypes: ['PKDataDetectorTypeLink'],
      };
    case 'moment':
      return {
        value: offsetTimeAt(value.at, content.timeZone),
        dateStyle: 'PKDateStyleMedium',
        timeStyle: 'PKDateStyleShort',
        ignoresTimeZone: true,
      };
  }
}

function anchor(url: string, words: string): string {
  return `<a href="${htmlText(url)}">${htmlText(words)}</a>`;
}

function htmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function locations({ locations: places }: PassTemplate, texts: TextKeys): Record<string, unknown> {
  if (places.length === 0) return {};
  return {
    locations: places.map(({ latitude, longitude, text }) => ({
      latitude,
      longitude,
      relevantText: texts.keyOf(text),
    })),
  };
}

function rgb(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`;
}
