import { type Bilingual, inBoth, inEach } from '../../domain/kernel/bilingual.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { allFields, type PassContent, valueWords } from '../../domain/passes/pass-content.ts';
import type { FieldValue, PassField } from '../../domain/passes/pass-fields.ts';
import type { BarcodeFormat, FieldKey, PassTemplate } from '../../domain/passes/pass-template.ts';
import { localized } from './localized-string.ts';
import { classIdOf, objectIdOf } from './wallet-ids.ts';
import type {
  Barcode,
  BarcodeType,
  GenericObject,
  ObjectState,
  RotatingBarcode,
  TextModule,
} from './wallet-resources.ts';

export interface ObjectOptions {
  readonly issuerId: string;
  readonly now: Instant;
  /** A secret of its own for the code that changes every half minute; without one the code stands still. */
  readonly totpSecret?: Uint8Array;
}

/**
 * The neutral card: a date, a number to ask with, whom to call. Google's rules keep health data and names off a
 * plain Generic card, so the doses are told in person and the barcode, coded as it is, keeps them to itself.
 */
export function genericObject(
  content: PassContent,
  template: PassTemplate,
  { issuerId, now, totpSecret }: ObjectOptions,
): GenericObject {
  const next = nextDate(content);
  return {
    id: objectIdOf(issuerId, content.passId),
    classId: classIdOf(issuerId, template.templateId),
    genericType: 'GENERIC_OTHER',
    state: stateOf(content, now),
    cardTitle: localized(inBoth(template.organisationName)),
    subheader: localized(next ? { de: 'Nächster Termin', en: 'Next appointment' } : cardWords),
    header: localized(content.isVoided ? voidWords : (next ?? noDateWords)),
    hexBackgroundColor: template.colours.background,
    textModulesData: [
      moduleOf('reference', { de: 'Nummer', en: 'Number' }, inBoth(content.shortNumber)),
      moduleOf('doses', { de: 'Dosen', en: 'Doses' }, inPersonWords),
      ...neutralFields(content).map((field) => moduleOfField(field, content)),
    ],
    ...codeOf(content, template, totpSecret),
    ...(content.expiresAt ? { validTimeInterval: { end: { date: content.expiresAt } } } : {}),
    passConstraints: { screenshotEligibility: 'INELIGIBLE' },
  };
}

/** What remains of a card whose person was erased: Google deletes nothing, so everything on it is overwritten. */
export function blankObject(object: Pick<GenericObject, 'id' | 'classId'>): GenericObject {
  return {
    id: object.id,
    classId: object.classId,
    genericType: 'GENERIC_OTHER',
    state: 'INACTIVE',
    cardTitle: localized(inBoth('–')),
    subheader: localized(cardWords),
    header: localized(voidWords),
    hexBackgroundColor: '#5F757B',
    textModulesData: [],
    passConstraints: { screenshotEligibility: 'INELIGIBLE' },
  };
}

/** In the format of the template, as on the iPhone: the desk's scanner may read one of them alone. */
export function barcodeOf(content: PassContent, template: PassTemplate): Barcode {
  return {
    type: barcodeTypes[template.barcodeFormat ?? 'qr'],
    value: content.barcode,
    alternateText: content.shortNumber,
  };
}

export const barcodeTypes: Readonly<Record<BarcodeFormat, BarcodeType>> = {
  qr: 'QR_CODE',
  aztec: 'AZTEC',
  pdf417: 'PDF_417',
  code128: 'CODE_128',
};

function moduleOfField(field: PassField, content: PassContent): TextModule {
  return moduleOf(field.key, field.label, wordsOf(field.value, content));
}

function wordsOf(value: FieldValue, { timeZone }: PassContent): Bilingual {
  return inEach((language) => valueWords(value, timeZone, language));
}

function moduleOf(id: string, label: Bilingual, body: Bilingual): TextModule {
  return { id, localizedHeader: localized(label), localizedBody: localized(body) };
}

const cardWords = { de: 'Terminkarte', en: 'Appointment card' };
const voidWords = { de: 'Ungültig', en: 'Void' };
const noDateWords = { de: 'Kein Termin offen', en: 'No open appointment' };
const inPersonWords = { de: 'Auskunft vor Ort', en: 'Told in person' };

/** Fields that say nothing about anybody's health. */
const neutralKeys: readonly FieldKey[] = ['centre', 'contact', 'house-rules'];

function neutralFields(content: PassContent): PassField[] {
  return allFields(content).filter(({ key }) => neutralKeys.includes(key));
}

/** The open date in words; what else the field can say ("series complete") is about the person's health. */
function nextDate(content: PassContent): Bilingual | undefined {
  const field = allFields(content).find(({ key }) => key === 'next-appointment');
  return field?.value.kind === 'moment' ? wordsOf(field.value, content) : undefined;
}

function stateOf({ isVoided, expiresAt }: PassContent, now: Instant): ObjectState {
  if (isVoided) return 'INACTIVE';
  return expiresAt !== undefined && expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
}

function codeOf(
  content: PassContent,
  template: PassTemplate,
  totpSecret: Uint8Array | undefined,
): { barcode?: Barcode; rotatingBarcode?: RotatingBarcode } {
  if (content.isVoided) return {};
  if (!totpSecret) return { barcode: barcodeOf(content, template) };
  return {
    rotatingBarcode: {
      type: barcodeTypes[template.barcodeFormat ?? 'qr'],
      valuePattern: `${content.barcode}.{totp_timestamp_seconds}.{totp_value_0}`,
      alternateText: content.shortNumber,
      totpDetails: {
        periodMillis: '30000',
        algorithm: 'TOTP_SHA1',
        parameters: [{ key: Buffer.from(totpSecret).toString('hex').toUpperCase(), valueLength: 8 }],
      },
    },
  };
}
