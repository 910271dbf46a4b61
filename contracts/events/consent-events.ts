import { z } from 'zod';
import type { ConsentId, PersonId, ProductId, VisitId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

const consentId = storedId<ConsentId>();
const personId = storedId<PersonId>();

const form = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('oral') }),
  z.strictObject({ kind: z.literal('signature'), strokes: z.array(z.array(z.number())) }),
  z.strictObject({ kind: z.literal('paper'), reference: z.string() }),
]);

const party = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('self') }),
  z.strictObject({ who: z.literal('self-judged') }),
  z.strictObject({
    who: z.literal('guardian'),
    name: z.string(),
    relation: z.enum(['parent', 'guardian', 'carer']),
    isPresent: z.boolean(),
  }),
]);

export const consentEvents = {
  ConsentKindsChosen: {
    1: z.strictObject({ kinds: z.array(z.enum(['oral', 'signature', 'paper'])) }),
  },
  ConsentGiven: {
    1: z.strictObject({
      consentId,
      personId,
      visitId: storedId<VisitId>().optional(),
      productId: storedId<ProductId>(),
      personal: z.strictObject({ form, party }).optional(),
    }),
  },
  ConsentWithdrawn: {
    1: z.strictObject({
      consentId,
      personId,
      personal: z.strictObject({ reason: z.string() }).optional(),
    }),
  },
} as const;
