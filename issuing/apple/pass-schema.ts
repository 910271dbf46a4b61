import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parsePlainDate } from '../../domain/kernel/plain-date.ts';

/** What pass.json must be for a phone to take it, written down from Apple's documentation of the format. */
const text = { type: 'string' } as const;
const someText = { type: 'string', minLength: 1 } as const;
const date = { type: 'string', format: 'date' } as const;
const colour = { type: 'string', format: 'colour' } as const;
const url = { type: 'string', format: 'url' } as const;
const latitude = { type: 'number', minimum: -90, maximum: 90 } as const;
const longitude = { type: 'number', minimum: -180, maximum: 180 } as const;

const field = {
  type: 'object',
  required: ['key', 'value'],
  properties: {
    key: someText,
    value: { type: ['string', 'number'] },
    label: text,
    attributedValue: { type: ['string', 'number'] },
    changeMessage: { type: 'string', format: 'change-message' },
    dataDetectorTypes: { type: 'array', items: { type: 'string', format: 'data-detector' } },
    textAlignment: { type: 'string', format: 'text-alignment' },
    dateStyle: { type: 'string', format: 'date-style' },
    timeStyle: { type: 'string', format: 'date-style' },
    ignoresTimeZone: { type: 'boolean' },
    isRelative: { type: 'boolean' },
    currencyCode: { type: 'string' },
    numberStyle: { type: 'string', format: 'number-style' },
  },
} as const;

const fields = { type: 'array', items: { $ref: '#/definitions/field' } } as const;
const style = {
  type: 'object',
  properties: {
    headerFields: fields,
    primaryFields: fields,
    secondaryFields: fields,
    auxiliaryFields: fields,
    backFields: fields,
    additionalInfoFields: fields,
    transitType: { type: 'string', format: 'transit-type' },
  },
} as const;

const barcode = {
  type: 'object',
  required: ['format', 'message', 'messageEncoding'],
  properties: {
    format: { type: 'string', format: 'barcode' },
    message: someText,
    messageEncoding: someText,
    altText: text,
  },
} as const;

export const passStyles = ['boardingPass', 'coupon', 'eventTicket', 'generic', 'storeCard'] as const;

const passSchema = {
  definitions: { field, style },
  type: 'object',
  required: [
    'formatVersion',
    'passTypeIdentifier',
    'teamIdentifier',
    'serialNumber',
    'organizationName',
    'description',
  ],
  dependencies: { webServiceURL: ['authenticationToken'], authenticationToken: ['webServiceURL'] },
  properties: {
    formatVersion: { const: 1 },
    passTypeIdentifier: { type: 'string', format: 'pass-type-id' },
    teamIdentifier: someText,
    serialNumber: someText,
    organizationName: someText,
    description: someText,
    logoText: text,
    backgroundColor: colour,
    foregroundColor: colour,
    labelColor: colour,
    stripColor: colour,
    sharingProhibited: { type: 'boolean' },
    suppressStripShine: { type: 'boolean' },
    groupingIdentifier: text,
    voided: { type: 'boolean' },
    expirationDate: date,
    relevantDate: date,
    relevantDates: {
      type: 'array',
      items: {
        type: 'object',
        minProperties: 1,
        properties: { date, relevantDate: date, startDate: date, endDate: date },
        dependencies: { startDate: ['endDate'], endDate: ['startDate'] },
      },
    },
    maxDistance: { type: 'number', exclusiveMinimum: 0 },
    locations: {
      type: 'array',
      maxItems: 10,
      items: {
        type: 'object',
        required: ['latitude', 'longitude'],
        properties: { latitude, longitude, altitude: { type: 'number' }, relevantText: text },
      },
    },
    beacons: {
      type: 'array',
      maxItems: 10,
      items: { type: 'object', required: ['proximityUUID'], properties: { proximityUUID: someText } },
    },
    barcode,
    barcodes: { type: 'array', items: barcode },
    webServiceURL: url,
    authenticationToken: { type: 'string', minLength: 16 },
    appLaunchURL: { type: 'string' },
    associatedStoreIdentifiers: { type: 'array', items: { type: 'number' } },
    userInfo: {},
    boardingPass: { $ref: '#/definitions/style' },
    coupon: { $ref: '#/definitions/style' },
    eventTicket: { $ref: '#/definitions/style' },
    generic: { $ref: '#/definitions/style' },
    storeCard: { $ref: '#/definitions/style' },
  },
} as const;

const formats: Record<string, (value: string) => boolean> = {
  date: isW3cDate,
  colour: (value) => rgbColour.test(value) || hexColour.test(value),
  url: (value) => /^https?:\/\//.test(value) && URL.canParse(value),
  'pass-type-id': (value) => /^pass\.[\w.-]+$/.test(value),
  'change-message': (value) => value === '' || value.includes('%@'),
  barcode: (value) => /^PKBarcodeFormat(QR|PDF417|Aztec|Code128)$/.test(value),
  'data-detector': (value) => /^PKDataDetectorType(PhoneNumber|Link|Address|CalendarEvent)$/.test(value),
  'text-alignment': (value) => /^PKTextAlignment(Left|Center|Right|Natural)$/.test(value),
  'date-style': (value) => /^PKDateStyle(None|Short|Medium|Long|Full)$/.test(value),
  'number-style': (value) => /^PKNumberStyle(Decimal|Percent|Scientific|SpellOut)$/.test(value),
  'transit-type': (value) => /^PKTransitType(Air|Boat|Bus|Generic|Train)$/.test(value),
};

// Without inlining one function checks every field: less code that is met more often runs quicker.
const strictly = { allowUnionTypes: true, verbose: true, inlineRefs: false } as const;

export type SchemaError = ErrorObject;

/** The first thing wrong with a pass.json, for the pass that is about to leave; `undefined` for a good one. */
export function firstSchemaError(pass: unknown): SchemaError | undefined {
  quickCheck ??= new Ajv({ formats, ...strictly }).compile(passSchema);
  return quickCheck(pass) ? undefined : quickCheck.errors?.[0];
}

/** Everything wrong with it, for a person who wants to know. */
export function schemaErrors(pass: unknown): SchemaError[] {
  fullCheck ??= new Ajv({ formats, ...strictly, allErrors: true }).compile(passSchema);
  return fullCheck(pass) ? [] : [...(fullCheck.errors ?? [])];
}

// Compiled when first needed: it takes longer than many passes do.
let quickCheck: ValidateFunction | undefined;
let fullCheck: ValidateFunction | undefined;

/**
 * A date with time and offset that exists: `2026-11-23T09:00+01:00`, seconds optional. The library that most passes are
 * made with (passkit-generator) writes milliseconds, which phones read.
 */
export function isW3cDate(value: string): boolean {
  if (soundDates.has(value)) return true;
  if (!timeAndOffset.test(value) || parsePlainDate(value.slice(0, 10)) === undefined) return false;
  if (soundDates.size >= keptDates) soundDates.clear();
  soundDates.add(value);
  return true;
}

/** A pass says its date several times, and the next ones say the same. */
const soundDates = new Set<string>();
const keptDates = 1000;

const timeAndOffset =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const channel = '\\s*(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\s*';
const share = '\\s*(?:0|1(?:\\.0+)?|0?\\.\\d+|\\d{1,2}%|100%)\\s*';
/** As Apple documents it, and with a share of opacity, which phones read too. */
const rgbColour = new RegExp(
  `^(?:rgb\\(${channel},${channel},${channel}\\)|rgba\\(${channel},${channel},${channel},${share}\\))$`,
);
const hexColour = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
