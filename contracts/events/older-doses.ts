import { z } from 'zod';
import type {
  AppointmentId,
  ConsentId,
  DoseId,
  PersonId,
  ProductId,
  StaffId,
  VisitId,
} from '../../domain/kernel/ids.ts';
import type { DoseAdministered, DoseCorrected } from '../../domain/vaccination/events.ts';
import { storedDate, storedId } from './stored-values.ts';

const warningsOf1 = ['dose-already-today', 'too-early', 'series-complete', 'not-checked-in'] as const;
const warningsOf3 = [...warningsOf1, 'too-young', 'too-old'] as const;
const warningsOf4 = [...warningsOf3, 'lot-expired'] as const;
const warningsOf5 = [...warningsOf4, 'second-record'] as const;
export const warningsOf7 = [...warningsOf5, 'severe-reaction', 'earlier-reaction'] as const;

/** What every version of `DoseAdministered` has. */
export const administered = {
  doseId: storedId<DoseId>(),
  personId: storedId<PersonId>(),
  visitId: storedId<VisitId>().optional(),
  appointmentId: storedId<AppointmentId>().optional(),
  productId: storedId<ProductId>(),
  lot: z.string(),
  expiresOn: storedDate.optional(),
  site: z.enum(['left-upper-arm', 'right-upper-arm', 'left-thigh', 'right-thigh']),
  route: z.enum(['intramuscular', 'subcutaneous']),
  amountMl: z.number(),
  ordinal: z.int().min(1),
  givenOn: storedDate,
  vaccinator: z.string(),
  overrides: z.array(z.enum(warningsOf1)),
};

/** What version 1 of `DoseCorrected` could correct; every later one can, too. */
export const correctable1 = z.strictObject({
  lot: administered.lot,
  expiresOn: administered.expiresOn,
  site: administered.site,
  givenOn: administered.givenOn,
});

const approvedBy = storedId<StaffId>();
const personal = z.strictObject({ reason: z.string() }).optional();

const dose1 = z.strictObject(administered);
/** By four eyes: a further dose on the same day, or one too early. */
const dose2 = z.strictObject({ ...administered, approvedBy, personal });
/** Outside of the product's age limits. */
const dose3 = z.strictObject({
  ...administered,
  overrides: z.array(z.enum(warningsOf3)),
  approvedBy: approvedBy.optional(),
  personal,
});
/** From an expired lot. */
const dose4 = z.strictObject({
  ...administered,
  overrides: z.array(z.enum(warningsOf4)),
  approvedBy,
  personal,
});
/** Although another record with the same name and birth date holds doses or dates of the series. */
const dose5 = z.strictObject({
  ...administered,
  overrides: z.array(z.enum(warningsOf5)),
  approvedBy,
  personal,
});

export const indication = z.enum(['standard', 'risk-group', 'occupational', 'travel', 'other']);

/** What is said since version 6: by which consent, and why somebody is vaccinated. */
export const administeredSince6 = {
  ...administered,
  consentId: storedId<ConsentId>().optional(),
  approvedBy: approvedBy.optional(),
  personal: z.strictObject({ indication: indication.optional(), reason: z.string().optional() }).optional(),
};
/** Before a reaction to an earlier dose was a warning. */
const dose6 = z.strictObject({ ...administeredSince6, overrides: z.array(z.enum(warningsOf5)) });

const corrected1 = z.strictObject({
  doseId: administered.doseId,
  personId: administered.personId,
  before: correctable1,
  after: correctable1,
  approvedBy,
  personal: z.strictObject({ note: z.string() }).optional(),
});

/** Nobody said why and by which consent then: each reads as it stands. */
function lift(data: DoseAdministered['data']): DoseAdministered {
  return { type: 'DoseAdministered', version: 7, data };
}

export const olderDoses = {
  DoseAdministered: {
    1: { schema: dose1, lift },
    2: { schema: dose2, lift },
    3: { schema: dose3, lift },
    4: { schema: dose4, lift },
    5: { schema: dose5, lift },
    6: { schema: dose6, lift },
  },
  DoseCorrected: {
    1: {
      schema: corrected1,
      lift: (data: z.output<typeof corrected1>): DoseCorrected => ({
        type: 'DoseCorrected',
        version: 2,
        data,
      }),
    },
  },
} as const;
