import { z } from 'zod';

/**
 * The parts of FHIR R4 that are read here. Everything else in a resource is allowed and ignored; what is read must
 * be of the right shape.
 */
const text = z.string().max(2_000);
const period = z.object({ start: text.optional(), end: text.optional() }).optional();
const identifier = z.object({
  system: text.optional(),
  value: text.optional(),
  use: text.optional(),
  type: z.object({ coding: z.array(z.object({ code: text.optional() })).optional() }).optional(),
  period,
});

const meta = z
  .object({ versionId: text.optional().catch(undefined), lastUpdated: text.optional().catch(undefined) })
  .optional()
  .catch(undefined);

/** An entry of a bundle; what a server deleted has no resource. */
export const bundleEntry = z.object({
  fullUrl: text.optional(),
  resource: z
    .object({ resourceType: z.string().max(60), id: text.optional(), meta })
    .loose()
    .optional(),
  request: z.object({ method: text.optional(), url: text.optional() }).optional().catch(undefined),
  response: z.object({ etag: text.optional(), lastModified: text.optional() }).optional().catch(undefined),
});

export const patientSchema = z.object({
  resourceType: z.literal('Patient'),
  id: text.optional(),
  identifier: z.array(identifier).optional(),
  name: z
    .array(
      z.object({
        use: text.optional(),
        text: text.optional(),
        family: text.optional(),
        // A null keeps the place of an extension.
        given: z.array(text.nullable()).optional(),
        period,
      }),
    )
    .optional(),
  telecom: z
    .array(
      z.object({
        system: text.optional(),
        value: text.optional(),
        use: text.optional(),
        rank: z.number().optional().catch(undefined),
        period,
      }),
    )
    .optional(),
  gender: text.optional(),
  birthDate: text.optional(),
  active: z.boolean().optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: text.optional(),
  /** Somebody died, and nobody knows when. */
  _deceasedDateTime: z.object({}).loose().optional(),
  link: z.array(z.object({ type: text.optional() })).optional(),
  address: z
    .array(
      z.object({
        use: text.optional(),
        line: z.array(text.nullable()).optional(),
        period,
        city: text.optional(),
        postalCode: text.optional(),
        country: text.optional(),
      }),
    )
    .optional(),
  communication: z
    .array(
      z.object({
        preferred: z.boolean().optional(),
        language: z.object({ coding: z.array(z.object({ code: text.optional() })).optional() }),
      }),
    )
    .optional(),
});

const service = z.object({
  text: text.optional(),
  coding: z.array(z.object({ code: text.optional() })).optional(),
});
const actor = z.object({
  reference: text.optional(),
  type: text.optional(),
  display: text.optional(),
  /** A patient may be named by a number instead of a reference. */
  identifier: identifier.optional(),
});

export const appointmentSchema = z.object({
  resourceType: z.literal('Appointment'),
  id: text.optional(),
  /** What it brings along within itself, and calls by `#` and the id. */
  contained: z
    .array(
      z
        .object({
          resourceType: text,
          id: text.optional(),
          /** A place has a text, a patient a list, which is read with the patient. */
          name: z.unknown(),
          identifier: z.array(identifier).optional(),
        })
        .loose(),
    )
    .max(50)
    .optional(),
  identifier: z.array(identifier).optional(),
  status: z.enum([
    'proposed',
    'pending',
    'booked',
    'arrived',
    'fulfilled',
    'cancelled',
    'noshow',
    'entered-in-error',
    'checked-in',
    'waitlist',
  ]),
  start: text.optional(),
  /** Which vaccine, where it says so: a name or an ATC, GTIN or PZN code. FHIR R5 has it one level deeper. */
  serviceType: z.array(service.extend({ concept: service.optional() })).optional(),
  /** FHIR R5 names who it is about beside the participants. */
  subject: actor.optional(),
  extension: z.array(z.object({ url: text, valuePositiveInt: z.number().int().optional() })).optional(),
  participant: z
    .array(
      z.object({
        /** Whether whoever is meant comes. */
        status: text.optional(),
        actor: actor.optional(),
      }),
    )
    .optional(),
});

export type PatientResource = z.output<typeof patientSchema>;
export type AppointmentResource = z.output<typeof appointmentSchema>;
