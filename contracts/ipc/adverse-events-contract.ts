import { z } from 'zod';
import { reactionCourses, reactionKinds, reportWays } from '../../domain/vaccination/adverse-events.ts';
import { mayGiveDoses } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import { personBrief } from './person-brief.ts';
import {
  adverseEventId,
  doseId,
  freeText,
  instant,
  language,
  personId,
  plainDate,
  requestId,
} from './schemas.ts';

/** A dose that somebody may have reacted to: what the form is filled with. */
const reactedDose = z.object({
  doseId,
  ordinal: z.number(),
  productName: z.string(),
  lot: z.string(),
  givenOn: plainDate,
  isVoided: z.boolean(),
});
export type ReactedDose = z.output<typeof reactedDose>;

export const adverseEvent = z.object({
  adverseEventId,
  dose: reactedDose.optional(),
  knownAt: instant,
  /** Until when the health office is to be told; absent where it is not to be told of this one. */
  dueAt: instant.optional(),
  kinds: z.array(z.enum(reactionKinds)),
  beganAt: instant.optional(),
  course: z.enum(reactionCourses).optional(),
  description: z.string(),
  measures: z.string(),
  /** The name of whoever recorded it. */
  by: z.string().optional(),
  reported: z.object({ at: instant, way: z.enum(reportWays), office: z.string().optional() }).optional(),
});
export type AdverseEventView = z.output<typeof adverseEvent>;

export const adverseEventsContract = {
  /** What the health office is still to be told, the most pressing first. */
  'adverse-events.open': query({
    access: mayGiveDoses,
    input: z.object({}),
    output: z.object({
      now: instant,
      entries: z.array(z.object({ adverseEventId, person: personBrief, knownAt: instant, dueAt: instant })),
    }),
  }),
  /** What somebody reacted to and how, and the doses that there are. */
  'adverse-events.of-person': query({
    access: mayGiveDoses,
    input: z.object({ personId }),
    output: z.object({
      now: instant,
      person: personBrief,
      doses: z.array(reactedDose),
      entries: z.array(adverseEvent),
    }),
    refusals: ['person-unknown'],
  }),
  'adverse-events.record': command({
    access: mayGiveDoses,
    input: z.object({
      requestId,
      personId,
      doseId,
      /** It goes beyond a usual reaction: it is to be reported, and the clock runs. */
      isReportable: z.boolean(),
      reaction: z.object({
        kinds: z.array(z.enum(reactionKinds)).max(reactionKinds.length),
        beganAt: instant,
        course: z.enum(reactionCourses),
        description: freeText(2000),
        measures: freeText(2000),
      }),
    }),
    output: z.object({ adverseEventId }),
    refusals: [
      'person-unknown',
      'dose-unknown',
      'reaction-missing',
      'reaction-to-come',
      'reaction-before-dose',
    ],
  }),
  /** The health office was told. */
  'adverse-events.note-report': command({
    access: mayGiveDoses,
    input: z.object({ requestId, personId, adverseEventId, way: z.enum(reportWays), office: freeText(200) }),
    output: z.object({ adverseEventId }),
    refusals: ['adverse-event-unknown', 'adverse-event-reported'],
  }),
  /** The report for the health office, to be sent or faxed. */
  'adverse-events.paper': query({
    access: mayGiveDoses,
    input: z.object({ personId, adverseEventId, language }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
    refusals: ['person-unknown', 'adverse-event-unknown'],
  }),
};
