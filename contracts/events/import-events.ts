import { z } from 'zod';
import type { ImportTakenBack, PeopleImported } from '../../domain/import/events.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

const counts1 = z.strictObject({
  rows: z.int(),
  added: z.int(),
  extended: z.int(),
  unchanged: z.int(),
  changed: z.int(),
  duplicates: z.int(),
  refused: z.int(),
  joined: z.int(),
  skipped: z.int(),
});
const counts2 = counts1.extend({ corrected: z.int() });
const imported = { importId: z.string(), format: z.enum(['csv', 'fhir']) };
const imported1 = { ...imported, appointments: z.int(), passes: z.int() };
const takenBack1 = { ...imported, withdrawn: z.int(), kept: z.int() };

export const importEvents = {
  PeopleImported: { 2: z.strictObject({ ...imported1, counts: counts2 }) },
  ImportTakenBack: { 2: z.strictObject({ ...takenBack1, counts: counts2 }) },
  RegistrationWithdrawn: {
    1: z.strictObject({ personId: storedId<PersonId>(), importId: z.string() }),
  },
} as const;

const peopleImported1 = z.strictObject({ ...imported1, counts: counts1 });
const importTakenBack1 = z.strictObject({ ...takenBack1, counts: counts1 });

/** No row of a list could correct a record then. */
export const olderImportEvents = {
  PeopleImported: {
    1: {
      schema: peopleImported1,
      lift: (data: z.output<typeof peopleImported1>): PeopleImported => ({
        type: 'PeopleImported',
        version: 2,
        data: { ...data, counts: { ...data.counts, corrected: 0 } },
      }),
    },
  },
  ImportTakenBack: {
    1: {
      schema: importTakenBack1,
      lift: (data: z.output<typeof importTakenBack1>): ImportTakenBack => ({
        type: 'ImportTakenBack',
        version: 2,
        data: { ...data, counts: { ...data.counts, corrected: 0 } },
      }),
    },
  },
} as const;
