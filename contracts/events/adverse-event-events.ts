import { z } from 'zod';
import type { AdverseEventId, DoseId, PersonId } from '../../domain/kernel/ids.ts';
import { storedId, storedInstant } from './stored-values.ts';

const adverseEventId = storedId<AdverseEventId>();
const personId = storedId<PersonId>();

export const adverseEventEvents = {
  AdverseEventRecorded: {
    1: z.strictObject({
      adverseEventId,
      personId,
      doseId: storedId<DoseId>(),
      knownAt: storedInstant,
      isReportable: z.boolean(),
      personal: z
        .strictObject({
          kinds: z.array(
            z.enum(['local', 'fever', 'syncope', 'allergic', 'anaphylaxis', 'neurological', 'other']),
          ),
          beganAt: storedInstant,
          course: z.enum(['recovered', 'recovering', 'not-recovered', 'hospital', 'died']),
          description: z.string(),
          measures: z.string(),
        })
        .optional(),
    }),
  },
  AdverseEventReported: {
    1: z.strictObject({
      adverseEventId,
      personId,
      way: z.enum(['online', 'fax', 'phone', 'post']),
      personal: z.strictObject({ office: z.string() }).optional(),
    }),
  },
} as const;
