import { z } from 'zod';
import type {
  AppointmentId,
  DoseId,
  PersonId,
  ProductId,
  StaffId,
  VisitId,
} from '../../domain/kernel/ids.ts';
import { storedDate, storedId, storedInstant } from './stored-values.ts';

const doseId = storedId<DoseId>();
const personId = storedId<PersonId>();
const productId = storedId<ProductId>();
const appointmentId = storedId<AppointmentId>();
const staffId = storedId<StaffId>();

const administered = {
  doseId,
  personId,
  visitId: storedId<VisitId>().optional(),
  appointmentId: appointmentId.optional(),
  productId,
  lot: z.string(),
  expiresOn: storedDate.optional(),
  site: z.enum(['left-upper-arm', 'right-upper-arm', 'left-thigh', 'right-thigh']),
  route: z.enum(['intramuscular', 'subcutaneous']),
  amountMl: z.number(),
  ordinal: z.int().min(1),
  givenOn: storedDate,
  vaccinator: z.string(),
  overrides: z.array(z.enum(['dose-already-today', 'too-early', 'series-complete', 'not-checked-in'])),
};

const correctable = z.strictObject({
  lot: z.string(),
  expiresOn: storedDate.optional(),
  site: z.enum(['left-upper-arm', 'right-upper-arm', 'left-thigh', 'right-thigh']),
  givenOn: storedDate,
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

export const vaccinationEvents = {
  DoseAdministered: {
    1: z.strictObject(administered),
    2: z.strictObject({
      ...administered,
      approvedBy: staffId,
      personal: z.strictObject({ reason: z.string() }).optional(),
    }),
    3: z.strictObject({
      ...administered,
      overrides: z.array(
        z.enum([
          'dose-already-today',
          'too-early',
          'series-complete',
          'not-checked-in',
          'too-young',
          'too-old',
        ]),
      ),
      approvedBy: staffId.optional(),
      personal: z.strictObject({ reason: z.string() }).optional(),
    }),
    4: z.strictObject({
      ...administered,
      overrides: z.array(
        z.enum([
          'dose-already-today',
          'too-early',
          'series-complete',
          'not-checked-in',
          'too-young',
          'too-old',
          'lot-expired',
        ]),
      ),
      approvedBy: staffId,
      personal: z.strictObject({ reason: z.string() }).optional(),
    }),
    5: z.strictObject({
      ...administered,
      overrides: z.array(
        z.enum([
          'dose-already-today',
          'too-early',
          'series-complete',
          'not-checked-in',
          'too-young',
          'too-old',
          'lot-expired',
          'second-record',
        ]),
      ),
      approvedBy: staffId,
      personal: z.strictObject({ reason: z.string() }).optional(),
    }),
  },
  DoseCorrected: {
    1: z.strictObject({
      doseId,
      personId,
      before: correctable,
      after: correctable,
      approvedBy: staffId,
      personal: z.strictObject({ note: z.string() }).optional(),
    }),
  },
  DoseVoided: {
    1: z.strictObject(voided),
    2: z.strictObject({ ...voided, approvedBy: staffId }),
  },
  DosesElsewhereCounted: {
    1: z.strictObject({
      personId,
      productId,
      source: z.strictObject({ kind: z.string(), issuer: z.string(), trustListFrom: storedInstant }),
      doses: z.array(z.strictObject(doseElsewhere)),
    }),
    2: z.strictObject({
      personId,
      productId,
      source: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('fhir') }),
        z.strictObject({ kind: z.literal('booklet'), seenBy: staffId }),
      ]),
      doses: z.array(z.strictObject({ ...doseElsewhere, lot: z.string().optional() })),
      personal: z.strictObject({ issuer: z.string(), page: z.string().optional() }).optional(),
    }),
  },
} as const;
