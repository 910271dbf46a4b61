import { z } from 'zod';
import type { AppointmentId, DoseId, PersonId, ProductId, StaffId } from '../../domain/kernel/ids.ts';
import type { DosesElsewhereCounted } from '../../domain/vaccination/events.ts';
import { administered, administeredSince6, correctable1, indication, warningsOf7 } from './older-doses.ts';
import { storedDate, storedId, storedInstant } from './stored-values.ts';

const doseId = storedId<DoseId>();
const personId = storedId<PersonId>();
const productId = storedId<ProductId>();
const appointmentId = storedId<AppointmentId>();
const staffId = storedId<StaffId>();

const correctable = correctable1.extend({
  productId: productId.optional(),
  route: administered.route.optional(),
  amountMl: z.number().optional(),
  vaccinator: z.string().optional(),
});

const voided = {
  doseId,
  personId,
  appointmentId: appointmentId.optional(),
  reason: z.enum(['wrong-person', 'not-given', 'wrong-entry', 'other']),
  personal: z.strictObject({ note: z.string() }).optional(),
};

const doseElsewhere = {
  doseId,
  productName: z.string(),
  givenOn: storedDate,
  isDayKnown: z.boolean(),
  ordinal: z.int(),
  replaces: doseId.optional(),
};

const takenElsewhere = {
  personId,
  productId,
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fhir') }),
    z.strictObject({ kind: z.literal('booklet'), seenBy: staffId }),
  ]),
  personal: z.strictObject({ issuer: z.string(), page: z.string().optional() }).optional(),
};
const toldEntry = z.strictObject({
  expiresOn: storedDate.optional(),
  site: z.enum(['left-upper-arm', 'right-upper-arm', 'left-thigh', 'right-thigh']).optional(),
  route: z.enum(['intramuscular', 'subcutaneous']).optional(),
  amountMl: z.number().optional(),
});

/** How it was given was not kept then: each reads as it stands. */
const elsewhere2 = z.strictObject({
  ...takenElsewhere,
  doses: z.array(z.strictObject({ ...doseElsewhere, lot: z.string().optional() })),
});
export const olderElsewhere = {
  DosesElsewhereCounted: {
    2: {
      schema: elsewhere2,
      lift: (data: z.output<typeof elsewhere2>): DosesElsewhereCounted => ({
        type: 'DosesElsewhereCounted',
        version: 3,
        data,
      }),
    },
  },
} as const;

export const vaccinationEvents = {
  DoseAdministered: {
    7: z.strictObject({ ...administeredSince6, overrides: z.array(z.enum(warningsOf7)) }),
  },
  DoseCorrected: {
    2: z.strictObject({
      doseId,
      personId,
      before: correctable,
      after: correctable,
      approvedBy: staffId,
      personal: z
        .strictObject({
          note: z.string(),
          indication: z
            .strictObject({ before: indication.optional(), after: indication.optional() })
            .optional(),
        })
        .optional(),
    }),
  },
  DoseVoided: {
    1: z.strictObject(voided),
    2: z.strictObject({ ...voided, approvedBy: staffId }),
  },
  PaperDoseCorrected: {
    1: z.strictObject({
      doseId,
      personId,
      givenOn: storedDate,
      isDayKnown: z.boolean(),
      productName: z.string(),
      lot: z.string().optional(),
      personal: z.strictObject({ page: z.string(), note: z.string() }).optional(),
    }),
  },
  DosesElsewhereCounted: {
    1: z.strictObject({
      personId,
      productId,
      source: z.strictObject({ kind: z.string(), issuer: z.string(), trustListFrom: storedInstant }),
      doses: z.array(z.strictObject(doseElsewhere)),
    }),
    3: z.strictObject({
      ...takenElsewhere,
      doses: z.array(
        z.strictObject({ ...doseElsewhere, lot: z.string().optional(), told: toldEntry.optional() }),
      ),
    }),
  },
} as const;
