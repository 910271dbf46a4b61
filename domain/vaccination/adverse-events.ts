import type { EventOf } from '../kernel/event.ts';
import type { AdverseEventId, DoseId, PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';

/** What was seen after a dose, as the report to the health office groups it. */
export const reactionKinds = [
  'local',
  'fever',
  'syncope',
  'allergic',
  'anaphylaxis',
  'neurological',
  'other',
] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** How it went on, as far as it is known. */
export const reactionCourses = ['recovered', 'recovering', 'not-recovered', 'hospital', 'died'] as const;
export type ReactionCourse = (typeof reactionCourses)[number];

/** How the health office was told. */
export const reportWays = ['online', 'fax', 'phone', 'post'] as const;
export type ReportWay = (typeof reportWays)[number];

/** All that is medical of it; free words may name somebody. Kept under the person's key. */
export interface Reaction {
  readonly kinds: readonly ReactionKind[];
  readonly beganAt: Instant;
  readonly course: ReactionCourse;
  readonly description: string;
  /** What was done about it. */
  readonly measures: string;
}

/**
 * Something happened to somebody after a dose. Whether it goes beyond a usual reaction decides whether it is to be
 * reported by name to the health office (§ 6 (1) no. 3 IfSG); from then on 24 hours are left (§ 9 (3) IfSG).
 */
export type AdverseEventRecorded = EventOf<
  'AdverseEventRecorded',
  1,
  {
    readonly adverseEventId: AdverseEventId;
    readonly personId: PersonId;
    readonly doseId: DoseId;
    readonly knownAt: Instant;
    readonly isReportable: boolean;
    readonly personal?: Reaction;
  }
>;

/** The health office knows of it. */
export type AdverseEventReported = EventOf<
  'AdverseEventReported',
  1,
  {
    readonly adverseEventId: AdverseEventId;
    readonly personId: PersonId;
    readonly way: ReportWay;
    /** Which health office: it tells where somebody lives. */
    readonly personal?: { readonly office: string };
  }
>;

export type AdverseEvent = AdverseEventRecorded | AdverseEventReported;
