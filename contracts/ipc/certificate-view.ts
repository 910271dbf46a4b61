import { z } from 'zod';
import { instant, plainDate, productId } from './schemas.ts';

/** A verified certificate from elsewhere, as its holder and the desk read it. */
export const certificateView = z.object({
  kind: z.string(),
  issuer: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  /** A year or a month may be all. */
  birthDate: z.string(),
  doses: z.array(z.object({ product: z.string(), givenOn: plainDate, ordinal: z.number().optional() })),
  trustListFrom: instant,
  /** In whose series the doses count; absent where this centre gives nothing against that disease. */
  productId: productId.optional(),
  /** Its doses stand in the record, and in the decision above. */
  isCounted: z.boolean(),
});
export type CertificateView = z.output<typeof certificateView>;
