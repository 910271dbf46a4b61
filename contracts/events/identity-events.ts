import { z } from 'zod';
import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

export const identityEvents = {
  IdentityCheckSwitched: { 1: z.strictObject({ isOn: z.boolean() }) },
  IdentityConfirmed: {
    1: z.strictObject({
      visitId: storedId<VisitId>(),
      personId: storedId<PersonId>(),
      personal: z
        .strictObject({ proof: z.enum(['id-card', 'passport', 'insurance-card', 'known-personally']) })
        .optional(),
    }),
  },
} as const;
