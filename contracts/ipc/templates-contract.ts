import { z } from 'zod';
import {
  announceable,
  barcodeFormats,
  fieldKeys,
  imageSlots,
  masterData,
  type PassTemplate,
} from '../../domain/passes/pass-template.ts';
import { sampleStages } from '../../domain/passes/sample-facts.ts';
import { command, query } from './channel.ts';
import { imageUploadLimit } from './image-upload-limit.ts';
import { bilingual, freeText, imageDigest, instant, language, requestId } from './schemas.ts';
import { googleCard } from './wallets-contract.ts';

/** Texts and lists are bounded here, checked in the domain: a draft may be unfinished, never boundless. */
const words = z.object({ de: freeText(5000), en: freeText(5000) });
const fields = z.array(z.enum(fieldKeys)).max(20);
const digests = z.tuple([imageDigest, imageDigest, imageDigest]).readonly();

const templateShape = z.object({
  templateId: z.string().max(40),
  version: z.number().int().min(0),
  organisationName: freeText(200),
  description: words,
  logoText: words,
  colours: z.object({
    background: z.string().max(20),
    foreground: z.string().max(20),
    label: z.string().max(20),
  }),
  places: z.object({
    header: fields,
    primary: fields,
    secondary: fields,
    auxiliary: fields,
    back: fields,
  }),
  masterData: z.array(z.enum(masterData)).max(masterData.length),
  houseRules: words,
  locations: z.array(z.object({ latitude: z.number(), longitude: z.number(), text: words })).max(20),
  expiresAfterDays: z.number().optional(),
  labels: z.partialRecord(z.enum(fieldKeys), words).optional(),
  announcements: z.partialRecord(z.enum(announceable), words).optional(),
  barcodeFormat: z.enum(barcodeFormats).optional(),
  images: z.partialRecord(z.enum(imageSlots), digests).optional(),
});

/** The same as the domain says it: zod has no word for what is never changed. */
export const passTemplate = templateShape as unknown as z.ZodType<PassTemplate, PassTemplate>;

const draftId = z.uuid();
const designs = ['site-lead', 'headquarters'] as const;

/** How far bringing all passes to a version has come. */
const push = z.object({
  version: z.number(),
  total: z.number(),
  toRedesign: z.number(),
  toSign: z.number(),
  startedAt: instant,
});

export const templatesContract = {
  /** Versions, drafts, and what the preview of a centre needs. */
  'templates.list': query({
    access: designs,
    input: z.object({}),
    output: z.object({
      now: instant,
      centre: z.object({
        name: z.string(),
        timeZone: z.string(),
        street: z.string().optional(),
        phone: z.string().optional(),
      }),
      /** Newest first; the first of them is what new passes are issued with. */
      versions: z.array(
        z.object({
          version: z.number(),
          template: passTemplate,
          publishedAt: instant.optional(),
          publishedBy: z.string().optional(),
          passes: z.number(),
        }),
      ),
      drafts: z.array(z.object({ draftId, name: z.string(), updatedAt: instant })),
      push: push.optional(),
    }),
  }),
  'templates.draft': query({
    access: designs,
    input: z.object({ draftId }),
    output: z.object({ draftId, name: z.string(), updatedAt: instant, template: passTemplate }),
    refusals: ['draft-unknown'],
  }),
  /** `knownAs`: when the draft was changed last, as far as the screen knows; absent for a new one. */
  'templates.save-draft': command({
    access: designs,
    input: z.object({
      requestId,
      draftId,
      name: freeText(80).trim().min(1),
      template: passTemplate,
      knownAs: instant.optional(),
    }),
    output: z.object({ draftId, updatedAt: instant }),
    refusals: ['draft-changed'],
  }),
  'templates.discard-draft': command({
    access: designs,
    input: z.object({ requestId, draftId }),
    output: z.object({ draftId }),
    refusals: ['draft-unknown'],
  }),
  /** Checks and scales an image and keeps it under its digests: the same image again changes nothing. */
  'templates.add-image': command({
    access: designs,
    input: z.object({
      slot: z.enum(imageSlots),
      base64: z.base64().max(Math.ceil(imageUploadLimit / 3) * 4),
    }),
    output: z.object({ digests }),
    refusals: [
      'image-unreadable',
      'image-kind-unknown',
      'image-too-heavy',
      'image-too-small',
      'image-wrong-shape',
      'images-unavailable',
    ],
  }),
  /** Everything that keeps a template from being published, in words. */
  'templates.check': query({
    access: designs,
    input: z.object({ template: passTemplate }),
    output: z.object({ faults: z.array(z.object({ part: z.string().optional(), sentence: bilingual })) }),
  }),
  /** The card that Google would be sent for somebody who does not exist, drawn from that very object. */
  'templates.google-card': query({
    access: designs,
    input: z.object({
      template: passTemplate,
      stage: z.enum(sampleStages),
      language,
    }),
    output: z.object({ card: googleCard, mode: z.enum(['neutral', 'private']), isConnected: z.boolean() }),
  }),
  /** Publishes a saved draft; with `push` all valid passes are brought to it, silently or with one message. */
  'templates.publish': command({
    access: designs,
    input: z.object({ requestId, draftId, push: z.boolean(), message: bilingual.optional() }),
    output: z.object({ version: z.number(), passes: z.number() }),
    refusals: ['draft-unknown', 'template-faulty', 'draft-unchanged', 'message-incomplete'],
  }),
  /** Brings all valid passes to the published version. */
  'templates.push': command({
    access: designs,
    input: z.object({ requestId, message: bilingual.optional() }),
    output: z.object({ version: z.number(), passes: z.number() }),
    refusals: ['nothing-to-push', 'message-incomplete'],
  }),
};
