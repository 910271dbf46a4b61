import { z } from 'zod';
import { base64url } from './wire-event.ts';

/** What one image may weigh, in bytes: what a pass may hold of one. */
const imageBytes = 1024 * 1024;

/** Of the PNG file, as templates name it. */
const imageDigest = z.string().regex(/^[0-9A-F]{64}$/);

/** The body of an image in base64url, with room for its digest. */
export const imageBodyBytes = Math.ceil((imageBytes * 4) / 3) + 1024;

/** POST /sync/v1/template-images/missing: which of these headquarters has not. */
export const imagesMissingRequest = z.strictObject({ digests: z.array(imageDigest).min(1).max(100) });
export const imagesMissingAnswer = z.strictObject({ missing: z.array(imageDigest).max(100) });

/** POST /sync/v1/template-images: one image file, for good. */
export const imageRequest = z.strictObject({
  digest: imageDigest,
  bytes: base64url(imageBodyBytes),
});
export const imageKept = z.strictObject({ kept: z.literal(true) });

/** GET /sync/v1/template-images/:digest: an image that another station brought. */
export const imageParams = z.strictObject({ digest: imageDigest });
export const imageAnswer = z.strictObject({ bytes: base64url(imageBodyBytes) });
