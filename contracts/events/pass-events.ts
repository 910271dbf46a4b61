import { z } from 'zod';
import type { PassId, PersonId } from '../../domain/kernel/ids.ts';
import { storedBilingual, storedDate, storedId } from './stored-values.ts';

const passId = storedId<PassId>();
const personId = storedId<PersonId>();
const revision = z.int().min(0);
const template = { templateId: z.string(), templateVersion: z.int() };

const fieldKey1 = z.enum([
  'dose-count',
  'name',
  'next-appointment',
  'birth-date',
  'vaccine',
  'centre',
  'message',
  'proof',
  'planned-dates',
  'doses',
  'master-data',
  'house-rules',
  'contact',
  'pass-link',
  'short-number',
]);
const fields1 = z.array(fieldKey1);
const digests1 = z.tuple([z.string(), z.string(), z.string()]);

const passTemplate1 = z.strictObject({
  templateId: z.string(),
  version: z.int(),
  organisationName: z.string(),
  description: storedBilingual,
  logoText: storedBilingual,
  colours: z.strictObject({ background: z.string(), foreground: z.string(), label: z.string() }),
  places: z.strictObject({
    header: fields1,
    primary: fields1,
    secondary: fields1,
    auxiliary: fields1,
    back: fields1,
  }),
  masterData: z.array(z.enum(['birth-date', 'address', 'email', 'phone', 'insurance-number'])),
  houseRules: storedBilingual,
  locations: z.array(z.strictObject({ latitude: z.number(), longitude: z.number(), text: storedBilingual })),
  expiresAfterDays: z.number().optional(),
  labels: z.partialRecord(fieldKey1, storedBilingual).optional(),
  announcements: z
    .partialRecord(z.enum(['dose-count', 'next-appointment', 'message']), storedBilingual)
    .optional(),
  barcodeFormat: z.enum(['qr', 'aztec', 'pdf417', 'code128']).optional(),
  images: z.partialRecord(z.enum(['icon', 'logo', 'thumbnail', 'strip']), digests1).optional(),
});

export const passEvents = {
  PassIssued: {
    1: z.strictObject({
      passId,
      personId,
      keyId: z.int().min(0),
      ...template,
      doseCount: z.int().min(0),
      lastDoseOn: storedDate.optional(),
    }),
  },
  PassUpdated: {
    1: z.strictObject({
      passId,
      personId,
      revision,
      doseCount: z.int().min(0),
      lastDoseOn: storedDate.optional(),
      announced: z.enum(['dose-count', 'next-appointment']).optional(),
    }),
  },
  PassRedesigned: {
    1: z.strictObject({ passId, personId, revision, ...template, message: storedBilingual.optional() }),
  },
  PassVoided: {
    1: z.strictObject({
      passId,
      personId,
      revision,
      reason: z.enum(['lost', 'wrong-person', 'replaced', 'erased']),
    }),
  },
  PassHandedOver: {
    1: z.strictObject({
      passId,
      personId,
      revision,
      way: z.enum(['apple-wallet', 'google-wallet', 'email', 'pdf', 'paper']),
    }),
  },
  PassScanned: { 1: z.strictObject({ passId, personId }) },
  TemplatePublished: { 1: z.strictObject({ template: passTemplate1 }) },
} as const;
