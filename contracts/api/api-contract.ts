import { z } from 'zod';
import { personDetails } from '../ipc/people-contract.ts';
import { appointmentId, birthDate, instant, passId, plainDate } from '../ipc/schemas.ts';

/** What existing systems of a centre send to headquarters' API and get from it (version 1). */
const slotId = z.string().min(1).max(64);
const dose = z.int().min(1).max(20);

/** Required wherever something is made: a repetition with the same key gets the first answer. */
export const onceHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .describe('8 to 128 visible ASCII characters, new for each thing that is asked for'),
});

export const passParams = z.object({ passId });
export const appointmentParams = z.object({ appointmentId });

const templateId = z.string().regex(/^[a-z0-9-]{1,64}$/);
const templateVersion = z.int().min(1).max(1_000_000);

export const newPass = z.strictObject({
  template: z
    .strictObject({ templateId, version: templateVersion.optional() })
    .optional()
    .describe('A published template of the centre, see /templates; the current version when left out'),
  person: personDetails.strict(),
  slotIds: z
    .array(slotId)
    .max(20)
    .default([])
    .describe(
      'None, or one free slot for each dose that is missing at that age, in order: by the schedule that the centre confirmed, as far as its days are open',
    ),
  mayMail: z.boolean().default(false).describe('Whether the person wants e-mail about pass and dates'),
  consent: z.literal(true).describe('The person agreed to the registration'),
});

const apiTemplate = z
  .object({
    templateId,
    version: templateVersion,
    isCurrent: z.boolean().describe('Whether new passes get it where nobody asks for another'),
    organisationName: z.string(),
    logoText: z.object({ de: z.string(), en: z.string() }),
  })
  .meta({ id: 'Template' });
export type ApiTemplate = z.output<typeof apiTemplate>;

export const templatesAnswer = z.object({ templates: z.array(apiTemplate) });

const doseFacts = z.object({
  doseCount: z.int().describe('Valid doses that are on record'),
  lastDoseOn: plainDate.optional(),
  nextDose: z
    .object({
      dose: z.int(),
      earliest: plainDate,
      recommendedFrom: plainDate,
      recommendedTo: plainDate,
      latest: plainDate.optional(),
    })
    .optional()
    .describe(
      'When the schedule wants the dose after the last one; absent before the first and after the last',
    ),
});
export type DoseFacts = z.output<typeof doseFacts>;

const appointment = z.object({
  appointmentId,
  dose: z.int(),
  startsAt: instant,
  durationMinutes: z.int(),
  status: z
    .enum(['booked', 'checked-in', 'attended', 'not-vaccinated', 'cancelled', 'no-show', 'elsewhere'])
    .describe('not-vaccinated: they came, and left without the dose'),
});

export const apiPass = doseFacts
  .extend({
    passId,
    shortNumber: z.string().describe('As it is printed on the pass'),
    status: z.enum(['valid', 'void']),
    template: z.object({ templateId, version: templateVersion }).describe('How it looks'),
    appointments: z.array(appointment),
    links: z
      .object({
        page: z.url().describe('Hand-over page: every way to take the pass along. Private to the person.'),
        appleWallet: z.url().describe('The .pkpass file'),
        googleWallet: z
          .url()
          .optional()
          .describe('Saves the card; absent where the centre does not use Google'),
        pdf: z.url(),
      })
      .optional()
      .describe('Absent for a void pass'),
  })
  .meta({ id: 'Pass' });
export type ApiPass = z.output<typeof apiPass>;

export const voidPassQuery = z.object({ reason: z.enum(['lost', 'wrong-person', 'replaced']) });

export const slotsQuery = z
  .object({
    fromDay: plainDate.optional(),
    toDay: plainDate.optional(),
    birthDate: birthDate
      .optional()
      .describe(
        'Only places at which a first dose suits somebody born then: by the schedule of the centre and the ages that the vaccine is authorised for',
      ),
    age: z.coerce
      .number()
      .int()
      .min(0)
      .max(130)
      .optional()
      .describe('The same by full years on the day of the place; not together with birthDate'),
  })
  .refine(({ birthDate: born, age }) => born === undefined || age === undefined, {
    message: 'birthDate or age, not both',
    path: ['age'],
  });
export type SlotsQuery = z.output<typeof slotsQuery>;
export const slotsAnswer = z.object({
  slots: z.array(
    z.object({
      slotId,
      startsAt: instant,
      day: plainDate,
      durationMinutes: z.int(),
      free: z.int(),
    }),
  ),
});

export const newAppointment = z.strictObject({ passId, dose, slotId });
export const movedAppointment = z.strictObject({ slotId });

export const scanReport = z.strictObject({
  text: z.string().min(1).max(4096).describe('What the scanner read, unchanged'),
});

/** What a scan means; the record counts, not what the barcode says. */
export const scanDecision = z
  .discriminatedUnion('decision', [
    doseFacts.extend({ decision: z.literal('known'), passId }),
    z.object({ decision: z.literal('void'), passId }),
    z.object({
      decision: z.literal('unknown'),
      reason: z
        .enum(['not-a-pass', 'forged', 'other-issuer', 'not-found', 'record-closed'])
        .describe('other-issuer: a pass that a station issued; it is read there'),
    }),
  ])
  .meta({ id: 'ScanDecision' });
export type ScanDecision = z.output<typeof scanDecision>;

const words = z.string().trim().min(1).max(500);

export const messageRequest = z.strictObject({
  passIds: z.array(passId).min(1).max(100),
  message: z.strictObject({ de: words, en: words }).describe('Shown on the pass and announced by the phone'),
});

export const messageAnswer = z.object({
  results: z.array(z.object({ passId, outcome: z.enum(['written', 'void', 'unknown']) })),
});
export type MessageOutcome = z.output<typeof messageAnswer>['results'][number]['outcome'];
