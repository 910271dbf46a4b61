import { z } from 'zod';
import { visitStages } from '../../domain/appointments/events.ts';
import { earlyReleases, observationLengths } from '../../domain/vaccination/observation-events.ts';
import { mayGiveDoses, mayReceive } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import { personBrief } from './person-brief.ts';
import { appointmentStatus } from './person-card.ts';
import { appointmentId, instant, laneId, personId, plainDate, requestId, visitId } from './schemas.ts';

const seesBoard = [...mayReceive, 'auditor'] as const;

const stage = z.enum(visitStages);

/** From when on somebody is observed, in minutes. */
const observation = z.object({ startsAt: instant, minutes: z.literal(observationLengths) });

const visit = z.object({
  visitId,
  stage,
  stageSince: instant,
  checkedInAt: instant,
  /** Of somebody who is under observation. */
  observation: observation.optional(),
  /** They are let go by those who answer for doses alone, with a reason. */
  isHeld: z.literal(true).optional(),
  /** It ended without a dose. */
  isEnded: z.boolean().optional(),
});

/** Somebody who is expected, or in the house. */
export const boardEntry = personBrief.extend({
  appointmentId: appointmentId.optional(),
  startsAt: instant.optional(),
  plannedDose: z.number().optional(),
  vaccine: z.string().optional(),
  lane: laneId.optional(),
  status: appointmentStatus.optional(),
  visit: visit.optional(),
});
export type BoardEntry = z.output<typeof boardEntry>;

const counts = z.object({
  booked: z.number(),
  arrived: z.number(),
  vaccinated: z.number(),
  noShow: z.number(),
  overdue: z.number(),
});

const forecast = z.object({
  arrivals: z.number(),
  throughput: z.number().optional(),
  waitNowMinutes: z.number().optional(),
  waitThenMinutes: z.number().optional(),
});

const stageSeconds = z.object({
  reception: z.number().optional(),
  vaccination: z.number().optional(),
  observation: z.number().optional(),
});

export const boardContract = {
  /** The day as the board shows it: who is due around now, who is in the house, and how it will go on. */
  'board.now': query({
    access: seesBoard,
    input: z.object({
      /** Minutes before and after now; `day` for all of today. */
      span: z.union([
        z.literal('day'),
        z.object({ before: z.number().int().min(0).max(720), after: z.number().int().min(0).max(720) }),
      ]),
    }),
    output: z.object({
      day: plainDate,
      now: instant,
      counts,
      forecast,
      /** Median over those who went through last today. */
      stageSeconds,
      /** Whether more are due in that span, or in the house, than are listed; the whole day lists all. */
      isShortened: z.boolean(),
      entries: z.array(boardEntry),
    }),
  }),
  /** The same for a screen that everybody in the room can see: no name, no birth date, and nobody signed in. */
  'board.room': query({
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      /** `HH:MM` at the centre. */
      clock: z.string(),
      waitNowMinutes: z.number().optional(),
      waiting: z.array(z.object({ mark: z.string(), stage, since: instant })),
    }),
  }),
  'board.reach-stage': command({
    access: mayReceive,
    input: z.object({ requestId, personId, visitId, stage }),
    output: z.object({ visitId }),
    refusals: ['visit-unknown', 'stage-unchanged', 'observation-running'],
  }),
  /** Somebody stays longer under observation than was set with the dose. */
  'board.lengthen-observation': command({
    access: mayGiveDoses,
    input: z.object({ requestId, personId, visitId, minutes: z.literal(observationLengths) }),
    output: z.object({ visitId }),
    refusals: ['visit-unknown', 'observation-none', 'observation-not-longer'],
  }),
  /** The time of observation is over, and they go. */
  'board.release': command({
    access: mayReceive,
    input: z.object({ requestId, personId, visitId }),
    output: z.object({ visitId }),
    refusals: ['visit-unknown', 'observation-none', 'observation-running', 'release-by-doctor'],
  }),
  /** They go before it is over; whoever answers for doses says why. */
  'board.release-early': command({
    access: mayGiveDoses,
    input: z.object({ requestId, personId, visitId, early: z.enum(earlyReleases) }),
    output: z.object({ visitId }),
    refusals: ['visit-unknown', 'observation-none', 'observation-running', 'release-by-doctor'],
  }),
  /** Everybody who is still expected today did not come. */
  'board.end-day': command({
    access: ['site-lead'],
    input: z.object({ requestId, day: plainDate }),
    output: z.object({ count: z.number() }),
    refusals: ['day-to-come', 'nobody-expected'],
  }),
};
