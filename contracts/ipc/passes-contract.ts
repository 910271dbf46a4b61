import { z } from 'zod';
import { barcodeFormats } from '../../domain/passes/pass-template.ts';
import { query } from './channel.ts';
import { imageDigest, language, passId, personId } from './schemas.ts';

const passField = z.object({
  key: z.string(),
  label: z.string(),
  value: z.string(),
});

/** A pass as the phone shows it: the places of the fields are those of Apple's generic style. */
export const passFace = z.object({
  passId,
  logoText: z.string(),
  foreground: z.string(),
  background: z.string(),
  labelColour: z.string(),
  header: z.array(passField),
  primary: z.array(passField),
  secondary: z.array(passField),
  auxiliary: z.array(passField),
  back: z.array(passField),
  barcode: z.string(),
  barcodeFormat: z.enum(barcodeFormats),
  shortNumber: z.string(),
  isVoided: z.boolean(),
  /** Images of the centre's own, by their digests; asked for with `passes.image`. */
  images: z.object({
    logo: imageDigest.optional(),
    thumbnail: imageDigest.optional(),
    strip: imageDigest.optional(),
  }),
});
export type PassFace = z.output<typeof passFace>;

export const passesContract = {
  'passes.face': query({
    access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'],
    input: z.object({ personId, language }),
    output: passFace,
    refusals: ['person-unknown', 'pass-missing'],
  }),
  /** A PNG file of a template, as base64. */
  'passes.image': query({
    access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor', 'headquarters'],
    input: z.object({ digest: imageDigest }),
    output: z.object({ base64: z.string() }),
    refusals: ['image-unknown'],
  }),
  /** The passes of a family, the first with up to nine others, as one .pkpasses file; signed now where they were not yet. */
  'passes.bundle': query({
    access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
    input: z.object({ personIds: z.array(personId).min(1).max(10) }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
    refusals: ['pass-missing', 'not-one-family', 'pass-not-signed'],
  }),
};
