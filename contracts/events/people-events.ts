import { z } from 'zod';
import type { PersonId, StaffId } from '../../domain/kernel/ids.ts';
import type { PersonNumbered, PersonRegistered } from '../../domain/people/events.ts';
import { numberSealed } from './number-sealed.ts';
import { storedBirthDate, storedDate, storedId } from './stored-values.ts';

const personId = storedId<PersonId>();
const staffId = storedId<StaffId>();

/** The details of a person in version 1 of the events that carry them. A new field needs a new version. */
const details1 = z.strictObject({
  givenName: z.string(),
  familyName: z.string(),
  birthDate: storedBirthDate,
  sex: z.enum(['female', 'male', 'diverse']).optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  street: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
  insuranceNumber: z.string().optional(),
  language: z.enum(['de', 'en']),
});

const corrected = { personId, personal: details1.optional() };
const restricted = { personId, eraseFrom: storedDate.optional() };
const registered = { personId, source: z.enum(['desk', 'import', 'booking', 'trial']) };
const erased = { personId, why: z.enum(['requested', 'deadline-passed']) };

export const peopleEvents = {
  PersonRegistered: {
    2: z.strictObject({
      ...registered,
      personal: z.strictObject({ details: details1, externalId: z.string().optional() }).optional(),
    }),
  },
  PersonCorrected: {
    1: z.strictObject({ ...corrected, why: z.enum(['typing-error', 'changed', 'other']) }),
    2: z.strictObject({ ...corrected, why: z.literal('list') }),
  },
  PersonsLinked: {
    1: z.strictObject({ personId, otherId: personId, approvedBy: staffId }),
  },
  PersonsUnlinked: {
    1: z.strictObject({
      personId,
      otherId: personId,
      why: z.enum(['two-people', 'erased']),
      approvedBy: staffId.optional(),
    }),
  },
  PersonsToldApart: {
    1: z.strictObject({ personId, otherId: personId, approvedBy: staffId }),
  },
  PersonRestricted: {
    1: z.strictObject({
      ...restricted,
      why: z.enum(['erasure-requested', 'accuracy-disputed', 'objection']),
    }),
    2: z.strictObject({
      ...restricted,
      why: z.enum(['erasure-requested', 'accuracy-disputed', 'objection', 'unlawful', 'needed-for-claims']),
    }),
    3: z.strictObject({ ...restricted, why: z.literal('erasure-requested'), approvedBy: staffId }),
  },
  RestrictionLifted: { 1: z.strictObject({ personId }) },
  PersonErased: {
    1: z.strictObject(erased),
    2: z.strictObject({ ...erased, approvedBy: staffId }),
  },
  PersonNumbered: {
    2: z.strictObject({ personId, personal: z.strictObject({ externalId: z.string() }).optional() }),
  },
  ConsentRecorded: {
    1: z.strictObject({ personId, channel: z.literal('email'), isGiven: z.boolean() }),
  },
} as const;

const registered1 = z.strictObject({
  ...registered,
  externalId: z.string().optional(),
  personal: details1.optional(),
});
const numbered1 = z.strictObject({ personId, externalId: z.string() });

/** The number of a list stood in the clear then; it is taken as if it were sealed with the rest. */
export const olderPeopleEvents = {
  PersonRegistered: {
    1: {
      schema: registered1,
      lift: ({ externalId, personal, ...data }: z.output<typeof registered1>): PersonRegistered => ({
        type: 'PersonRegistered',
        version: 2,
        data: {
          ...data,
          ...(personal && {
            personal: { details: personal, ...(externalId === undefined ? {} : { externalId }) },
          }),
        },
      }),
    },
  },
  PersonNumbered: {
    1: {
      schema: numbered1,
      lift: (data: z.output<typeof numbered1>, isOpen: boolean): PersonNumbered => ({
        type: 'PersonNumbered',
        version: 2,
        data: numberSealed(data, isOpen),
      }),
    },
  },
} as const;
