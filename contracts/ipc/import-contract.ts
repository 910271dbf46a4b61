import { z } from 'zod';
import { separators } from '../../domain/import/detect-separator.ts';
import { encodings } from '../../domain/import/encodings.ts';
import { importFields } from '../../domain/import/import-fields.ts';
import { mostColumns } from '../../domain/import/split-records.ts';
import { command, query } from './channel.ts';
import { chunkBytes, sampleBytes } from './import-limits.ts';
import {
  bilingual,
  birthDate,
  freeText,
  instant,
  language,
  personId,
  plainDate,
  productId,
} from './schemas.ts';

/** What stops an import: what passes by itself or by making room, or anything else. */
export const importFaultCodes = ['disk-full', 'disk-silent', 'store-locked', 'unknown'] as const;
export type ImportFaultCode = (typeof importFaultCodes)[number];

const importers = ['site-lead', 'headquarters'] as const;

const importId = z.uuid();
const fileName = freeText(255);
const bytes = (most: number) => z.base64().max(Math.ceil(most / 3) * 4);
const format = z.enum(['csv', 'fhir']);
const columns = z.array(z.enum(importFields).nullable()).max(mostColumns);

/** How a CSV file is read; what is absent is guessed from the file. */
const csvChoice = z.object({
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  /** Rows above the header, or above the first row. */
  titleRows: z.number().int().min(0).max(1_000).optional(),
  hasHeader: z.boolean().optional(),
  columns: columns.optional(),
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
  /** The vaccine of every row that names none. */
  productId: productId.optional(),
});
export type CsvChoiceView = z.output<typeof csvChoice>;

const csvPlan = csvChoice.required().extend({ productId: productId.optional() });

const counts = z.object({
  rows: z.number(),
  added: z.number(),
  extended: z.number(),
  unchanged: z.number(),
  /** Absent in what was imported before rows could be taken as corrections. */
  corrected: z.number().default(0),
  changed: z.number(),
  duplicates: z.number(),
  refused: z.number(),
  skipped: z.number(),
  joined: z.number(),
});
export type ImportCountsView = z.output<typeof counts>;

const previewRow = z.object({
  row: z.number(),
  cells: z.array(z.string()),
  person: z
    .object({
      givenName: z.string(),
      familyName: z.string(),
      birthDate,
      externalId: z.string().optional(),
      appointments: z.array(z.object({ plannedDose: z.number(), startsAt: instant })),
    })
    .optional(),
  faults: z.array(bilingual),
});
export type PreviewRow = z.output<typeof previewRow>;

const listedVerdict = z.enum(['refused', 'duplicate', 'changed']);

export const importContract = {
  /** The beginning of a file, read as it would be imported. Nothing is kept. */
  'import.look': query({
    access: importers,
    input: z.object({
      fileName,
      bytes: bytes(sampleBytes),
      isWhole: z.boolean(),
      choice: csvChoice,
    }),
    output: z.object({
      format,
      plan: csvPlan,
      header: z.array(z.string()),
      rows: z.array(previewRow),
      /** Encodings that fit as well by the letters of the file, each with a word that shows the difference. */
      otherReadings: z
        .array(z.object({ encoding: z.enum(encodings), here: z.string(), there: z.string() }))
        .optional(),
    }),
    refusals: ['file-empty', 'file-not-text', 'list-too-wide'],
  }),
  /** Begins an import; its id is the window's own, so that asking twice begins one. */
  'import.begin': command({
    access: importers,
    input: z.object({ importId, fileName, size: z.number().int().min(0), format, plan: csvPlan.optional() }),
    output: z.object({ importId: z.string() }),
    refusals: ['import-running', 'columns-missing'],
  }),
  'import.chunk': command({
    access: importers,
    input: z.object({ importId, index: z.number().int().min(0), bytes: bytes(chunkBytes) }),
    output: z.object({ rows: z.number() }),
    refusals: ['import-unknown', 'chunk-out-of-order', 'too-many-rows'],
  }),
  /** The file was sent: every row is checked. */
  'import.check': command({
    access: importers,
    input: z.object({ importId }),
    output: z.object({}),
    refusals: ['import-unknown'],
  }),
  /** What shall become of a row that is not taken over by itself; `same` names one of the people it may be. */
  'import.choose': command({
    access: importers,
    input: z.object({
      importId,
      row: z.number().int().min(1),
      choice: z.enum(['take', 'new', 'same', 'leave']),
      personId: personId.optional(),
    }),
    output: z.object({}),
    refusals: ['import-unknown', 'import-not-ready', 'choice-unfit'],
  }),
  /** The same for every row of a kind, once they have been looked through. */
  'import.choose-all': command({
    access: importers,
    input: z.object({
      importId,
      verdict: z.enum(['changed', 'duplicate']),
      choice: z.enum(['take', 'new', 'leave']),
    }),
    output: z.object({}),
    refusals: ['import-unknown', 'import-not-ready', 'choice-unfit'],
  }),
  'import.run': command({
    access: importers,
    input: z.object({ importId }),
    output: z.object({}),
    refusals: ['import-unknown', 'import-not-ready'],
  }),
  'import.cancel': command({
    access: importers,
    input: z.object({ importId }),
    output: z.object({}),
    refusals: ['import-unknown', 'import-done'],
  }),
  'import.progress': query({
    access: importers,
    input: z.object({}),
    output: z.object({
      import: z
        .object({
          importId: z.string(),
          state: z.enum(['reading', 'checking', 'ready', 'writing', 'taking-back', 'done', 'taken-back']),
          fileName: z.string(),
          format,
          done: z.number(),
          total: z.number(),
          counts,
          appointments: z.number(),
          passes: z.number(),
          withdrawn: z.number(),
          kept: z.number(),
          /** Rows that are taken over with something to be told: the file of rows names them. */
          noted: z.number(),
          chosen: z.number(),
          /** Why it does not go on by itself just now; `import.run` tries at once. */
          stopped: z.enum(importFaultCodes).optional(),
        })
        .optional(),
    }),
  }),
  /** Rows that were or will not be taken over, and why; the next page begins after the last row. */
  'import.rows': query({
    access: importers,
    input: z.object({ importId, verdict: listedVerdict, after: z.number().int().min(0) }),
    output: z.object({
      rows: z.array(
        z.object({
          row: z.number(),
          name: z.string(),
          birthDate: z.string().optional(),
          sentences: z.array(bilingual),
          /** What a row says otherwise than the record here. */
          differences: z.array(z.object({ label: bilingual, here: bilingual, list: bilingual })),
          choice: z.enum(['take', 'new', 'same']).optional(),
          samePersonId: personId.optional(),
          likely: z.array(
            z.object({ personId, givenName: z.string(), familyName: z.string(), birthDate: z.string() }),
          ),
        }),
      ),
    }),
    refusals: ['import-unknown'],
  }),
  /** A part of the file of the rows that were not taken over, with the reasons; absent `next` ends it. */
  'import.error-file': query({
    access: importers,
    input: z.object({ importId, language, after: z.number().int().min(0) }),
    output: z.object({ text: z.string(), next: z.number().optional() }),
    refusals: ['import-unknown'],
  }),
  /** What was imported so far, the latest first. */
  'import.runs': query({
    access: [...importers, 'auditor'],
    input: z.object({}),
    output: z.object({
      runs: z.array(
        z.object({
          importId: z.string(),
          state: z.enum(['done', 'taken-back']),
          format,
          /** Who imported it; absent where no member of staff did. */
          by: z.string().optional(),
          finishedAt: instant,
          counts,
        }),
      ),
    }),
  }),
  /** The list of one day for working without the station: a printable file, confidential. */
  'import.day-list': query({
    access: ['reception', ...importers],
    input: z.object({ day: plainDate, format: z.enum(['pdf', 'csv']), language }),
    output: z.object({ fileName: z.string(), bytes: z.base64() }),
    refusals: ['day-empty'],
  }),
  /** A part of everybody and their dates as a file; absent `next` ends it. */
  'import.export': query({
    access: importers,
    input: z.object({ format, after: z.string().max(64) }),
    output: z.object({ text: z.string(), next: z.string().optional() }),
  }),
};
