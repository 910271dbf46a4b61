import { z } from 'zod';

/**
 * The parts of FHIR R4 that are read of vaccinations. Everything else is allowed and ignored; what is read must be of
 * the right shape.
 */
const text = z.string().max(2_000);
const coding = z.object({ system: text.optional(), code: text.optional(), display: text.optional() });
const concept = z.object({ text: text.optional(), coding: z.array(coding).max(50).optional() });
const reference = z.object({ reference: text.optional(), display: text.optional() });
const contained = z
  .array(z.object({ resourceType: text, id: text.optional() }).loose())
  .max(50)
  .optional();

export const immunizationSchema = z.object({
  resourceType: z.literal('Immunization'),
  id: text.optional(),
  contained,
  status: z.enum(['completed', 'entered-in-error', 'not-done']),
  vaccineCode: concept,
  patient: reference,
  occurrenceDateTime: text.optional(),
  occurrenceString: text.optional(),
  reportOrigin: concept.optional(),
  location: reference.optional(),
  lotNumber: text.optional(),
  // What only describes a dose that was given is left out where it is built wrongly.
  expirationDate: text.optional().catch(undefined),
  site: concept.optional().catch(undefined),
  route: concept.optional().catch(undefined),
  doseQuantity: z
    .object({
      value: z.number().optional(),
      unit: text.optional(),
      system: text.optional(),
      code: text.optional(),
    })
    .optional()
    .catch(undefined),
  performer: z
    .array(z.object({ actor: reference }))
    .max(20)
    .optional(),
  /** The MIO Impfpass names who answers for a dose in an extension. */
  extension: z
    .array(
      z
        .object({
          url: text,
          extension: z
            .array(z.object({ url: text, valueReference: reference.optional() }).loose())
            .optional(),
        })
        .loose(),
    )
    .max(50)
    .optional(),
  protocolApplied: z
    .array(
      z.object({
        targetDisease: z.array(concept).max(50).optional(),
        doseNumberPositiveInt: z
          .union([
            z.int().min(1),
            z
              .string()
              .regex(/^[1-9]\d?$/)
              .transform(Number),
          ])
          .optional(),
        doseNumberString: text.optional(),
        /** In FHIR R5. */
        doseNumber: text.optional(),
      }),
    )
    .max(50)
    .optional(),
});

export const recommendationSchema = z.object({
  resourceType: z.literal('ImmunizationRecommendation'),
  contained,
  patient: reference,
  authority: reference.optional(),
  recommendation: z
    .array(
      z.object({
        vaccineCode: z.array(concept).max(20).optional(),
        targetDisease: concept.optional(),
        dateCriterion: z
          .array(z.object({ code: concept, value: text }))
          .max(20)
          .optional(),
      }),
    )
    .max(100),
});

/** Who says that a dose was given: a place by its name, a role by its place, a person by their name. */
export const witnessSchema = z.object({
  resourceType: z.enum(['Organization', 'Location', 'PractitionerRole', 'Practitioner']),
  name: z
    .union([text, z.array(z.object({ text: text.optional(), family: text.optional() }))])
    .optional()
    .catch(undefined),
  organization: reference.optional(),
  practitioner: reference.optional(),
});

export type ImmunizationResource = z.output<typeof immunizationSchema>;
export type RecommendationResource = z.output<typeof recommendationSchema>;
