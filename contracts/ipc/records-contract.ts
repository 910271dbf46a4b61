import { z } from 'zod';
import { recordFields } from '../../domain/vaccination/vaccination-record.ts';
import { mayReceive } from '../../domain/vaccination/who-may.ts';
import { query } from './channel.ts';
import { language, personId, plainDate } from './schemas.ts';

const file = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() });

/** What the centre confirms in writing and reports. */
export const recordsContract = {
  /** What the law asks for and the record of this person does not say; asked before they leave. */
  'records.check': query({
    access: [...mayReceive, 'auditor'],
    input: z.object({ personId }),
    output: z.object({ missing: z.array(z.enum(recordFields)) }),
    refusals: ['person-unknown', 'no-doses'],
  }),
  /** The Impfbescheinigung of one person, to print. */
  'records.of-person': query({
    access: mayReceive,
    input: z.object({ personId, language }),
    output: file,
    refusals: ['person-unknown', 'no-doses'],
  }),
  /** Those of everybody vaccinated on a day, one page each. */
  'records.of-day': query({
    access: mayReceive,
    input: z.object({ day: plainDate, language }),
    output: file,
    refusals: ['nobody-vaccinated'],
  }),
};
