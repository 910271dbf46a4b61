import { z } from 'zod';
import {
  mayConfirmSchedules,
  mayHaveSchedulesConfirmed,
  maySeeSchedules,
} from '../../domain/schedules/who-may.ts';
import { command, query } from './channel.ts';
import { appointmentId, bilingual, instant, personId, plainDate, requestId } from './schemas.ts';
import { secondSignIn, secondSignInRefusals } from './second-sign-in.ts';

/** More doses nobody has of one vaccination. */
const MOST_DOSES = 50;

const bookName = z.string().min(1).max(64);
const code = z.string().max(64);

const shownSchedule = z.object({
  book: z.string(),
  title: bilingual,
  version: z.string(),
  source: z.string(),
  issuedOn: plainDate.optional(),
  note: bilingual.optional(),
  /** When this version was confirmed for the centre; absent until then. */
  confirmedAt: instant.optional(),
  /** Another one is confirmed for the same vaccination: confirming this one takes its place. */
  confirmedInstead: z.object({ title: bilingual, version: z.string() }).optional(),
  /** Dates that were moved because this version was confirmed, and how far that has come. */
  replanning: z
    .object({
      moved: z.number(),
      /** People whose dates are looked at: all of them, and those that are left; absent until they are known. */
      people: z.number().optional(),
      left: z.number(),
      endedAt: instant.optional(),
    })
    .optional(),
  products: z.array(z.object({ code: z.string(), name: z.string() })),
  observations: z.array(z.object({ code: z.string(), title: z.string() })),
  series: z.array(
    z.object({
      name: z.string(),
      isForRisk: z.boolean(),
      /** One list of sentences for each dose, in the order of the doses. */
      doses: z.array(z.array(bilingual)),
    }),
  ),
});
export type ShownSchedule = z.output<typeof shownSchedule>;

const evaluated = z.object({
  doses: z.array(z.object({ status: z.enum(['valid', 'not-valid', 'extraneous']), sentence: bilingual })),
  series: bilingual,
  next: z
    .object({
      dose: z.number(),
      earliest: plainDate,
      recommended: plainDate,
      pastDue: plainDate.optional(),
      latest: plainDate.optional(),
    })
    .optional(),
  /** What is to be done next. */
  sentence: bilingual,
});
export type TriedHistory = z.output<typeof evaluated>;

/** Where a date that does not fit would be moved to now, or why it is not moved by itself. */
const datePlan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), startsAt: instant }),
  z.object({ kind: z.literal('call'), why: bilingual }),
]);

const affectedDate = z.object({
  appointmentId,
  personId,
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string(),
  contact: z.string().optional(),
  product: z.string(),
  plannedDose: z.number(),
  startsAt: instant,
  /** Why it does not fit. */
  reason: bilingual,
  plan: datePlan,
});
export type AffectedDate = z.output<typeof affectedDate>;

const confirmed = {
  book: bookName,
  version: z.string().max(64),
  /** Whether dates that do not fit are moved where they can be. */
  dates: z.enum(['move', 'stay']).default('stay'),
};
const activateRefusals = ['schedule-unknown', 'schedule-version-changed', 'schedule-confirmed'] as const;

export const schedulesContract = {
  /** The schedules that come with the product, in plain words. */
  'schedules.list': query({
    access: maySeeSchedules,
    input: z.object({}),
    output: z.object({ schedules: z.array(shownSchedule) }),
  }),
  /** A history as it was typed, evaluated today; nothing of it is kept. */
  'schedules.try': query({
    access: maySeeSchedules,
    input: z.object({
      book: bookName,
      bornOn: plainDate,
      sex: z.enum(['female', 'male', 'unknown']),
      observations: z.array(code).max(20).default([]),
      doses: z.array(z.object({ on: plainDate, product: code })).max(MOST_DOSES),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fault'), sentence: bilingual }),
      evaluated.extend({ kind: z.literal('evaluated') }),
    ]),
    refusals: ['schedule-unknown'],
  }),
  /** Dates to come that do not fit a schedule, earliest first. The list is cut, the counts are whole. */
  'schedules.affected-dates': query({
    access: maySeeSchedules,
    input: z.object({ book: bookName }),
    output: z.object({
      /** Dates to come of the vaccination. */
      dates: z.number(),
      /** How many of them do not fit, or cannot be checked. */
      affected: z.number(),
      /** How many of these have a place that they would be moved to now; somebody has to call the others. */
      movable: z.number(),
      /** Of people who are not named here: erased, or restricted to others. */
      notNamed: z.number(),
      shown: z.array(affectedDate),
    }),
    refusals: ['schedule-unknown'],
  }),
  /** How many passes would say another number of doses by a schedule. */
  'schedules.affected-passes': query({
    access: maySeeSchedules,
    input: z.object({ book: bookName }),
    output: z.object({ passes: z.number() }),
    refusals: ['schedule-unknown'],
  }),
  /** A doctor confirms a version for the centre. */
  'schedules.activate': command({
    access: mayConfirmSchedules,
    input: z.object({ requestId, ...confirmed }),
    output: z.object({ book: z.string() }),
    refusals: activateRefusals,
  }),
  /** A site lead does, with a doctor as the second person. */
  'schedules.activate-with-doctor': command({
    access: mayHaveSchedulesConfirmed,
    approvers: mayConfirmSchedules,
    input: z.object({ requestId, ...confirmed, secondSignIn }),
    output: z.object({ book: z.string() }),
    refusals: [...activateRefusals, ...secondSignInRefusals],
  }),
};
