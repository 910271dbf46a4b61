import { z } from 'zod';
import type { PersonId, VisitId } from '../../domain/kernel/ids.ts';
import { storedId, storedInstant } from './stored-values.ts';

const visit = { visitId: storedId<VisitId>(), personId: storedId<PersonId>() };

export const observationEvents = {
  ObservationSet: {
    1: z.strictObject({
      ...visit,
      startsAt: storedInstant,
      minutes: z.union([z.literal(15), z.literal(30)]),
      because: z.enum(['product', 'earlier-reaction', 'chosen']),
    }),
  },
  ObservationEnded: {
    1: z.strictObject({
      ...visit,
      early: z.enum(['doctor-decided', 'handed-over', 'left-by-choice']).optional(),
    }),
  },
} as const;
