import { z } from 'zod';
import { dailyReportForms } from '../../domain/reports/daily-report.ts';
import { immunizationProfiles } from '../../domain/reports/immunization-profiles.ts';
import { ageGroups } from '../../domain/reports/reported-dose.ts';
import { recordFields } from '../../domain/vaccination/vaccination-record.ts';
import { mayGiveDoses, mayReceive, mayReport } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import { toldFileCharacters } from './import-limits.ts';
import { bilingual, birthDate, language, personId, plainDate, productId, requestId } from './schemas.ts';

const period = z.object({ from: plainDate, to: plainDate });
const file = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() });

/** A FHIR bundle about one person, as text. */
const toldFile = z.string().max(toldFileCharacters);

/** What a file of another system tells of one person, and what becomes of it. */
const toldLook = z.object({
  /** Whom the file names; absent where it names nobody. */
  patient: z
    .object({ givenName: z.string(), familyName: z.string(), birthDate: birthDate.optional() })
    .optional(),
  isSamePerson: z.boolean(),
  doses: z.array(
    z.object({
      vaccine: z.string(),
      disease: bilingual,
      givenOn: plainDate,
      lot: z.string().optional(),
      /** Empty where the file names nobody. */
      issuer: z.string(),
      /** It stands in the record already. */
      isKnown: z.boolean(),
    }),
  ),
  notTaken: z.array(z.object({ entry: z.string(), sentence: bilingual })),
  recommendations: z.array(
    z.object({ vaccine: z.string(), on: plainDate.optional(), authority: z.string() }),
  ),
});
export type ToldLook = z.output<typeof toldLook>;

const toldRefusals = [
  'person-unknown',
  'no-bundle',
  'bundle-cut-off',
  'no-immunizations',
  'several-people-in-file',
] as const;

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
  /** All vaccinations of one person for other systems; `leftOut` counts doses that the profile has no place for. */
  'records.immunizations': query({
    access: mayReceive,
    input: z.object({ personId, profile: z.enum(immunizationProfiles) }),
    output: file.extend({ leftOut: z.number() }),
    refusals: ['person-unknown', 'no-doses'],
  }),
  /** What a FHIR bundle of another system tells of this person: shown before anything is taken. */
  'records.look-at-told': query({
    access: mayGiveDoses,
    input: z.object({ personId, text: toldFile }),
    output: toldLook,
    refusals: toldRefusals,
  }),
  /** Takes the doses of it that are new. `isConfirmed`: somebody looked, and it is the same person. */
  'records.take-told': command({
    access: mayGiveDoses,
    input: z.object({ requestId, personId, text: toldFile, isConfirmed: z.boolean() }),
    output: z.object({ personId }),
    refusals: [...toldRefusals, 'told-of-somebody-else', 'nothing-to-count'],
  }),
  /** Those of everybody vaccinated on a day, one page each. */
  'records.of-day': query({
    access: mayReceive,
    input: z.object({ day: plainDate, language }),
    output: file,
    refusals: ['nobody-vaccinated'],
  }),
  /** What was given in a period (both days included): sums by day, product, lot, ordinal and age group. */
  'records.dose-report': query({
    access: mayReport,
    input: period,
    output: z.object({
      rows: z.array(
        z.object({
          day: plainDate,
          productId,
          product: z.string(),
          lot: z.string(),
          ordinal: z.number(),
          ageGroup: z.enum(ageGroups),
          doses: z.number(),
        }),
      ),
    }),
    refusals: ['period-backwards', 'period-too-long'],
  }),
  'records.dose-report-file': query({
    access: mayReport,
    input: period.extend({ language }),
    output: file,
    refusals: ['period-backwards', 'period-too-long'],
  }),
  /** Each dose of a day under a pseudonym, for the authority. */
  'records.daily-report': query({
    access: mayReport,
    input: z.object({ day: plainDate, form: z.enum(dailyReportForms) }),
    output: file,
    refusals: ['nobody-vaccinated'],
  }),
};
