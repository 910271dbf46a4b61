import type { EventOf } from '../kernel/event.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';

/** How long somebody may be observed after a dose, in minutes. */
export const observationLengths = [15, 30] as const;
export type ObservationMinutes = (typeof observationLengths)[number];

/** From when on somebody is observed, and for how long. */
export interface Observation {
  readonly startsAt: Instant;
  readonly minutes: ObservationMinutes;
}

/** Why so long: the product's usual time, a reaction to an earlier dose, or somebody's choice. */
export type ObservationReason = 'product' | 'earlier-reaction' | 'chosen';

/** Why somebody went before their time was over, or with a reaction. */
export const earlyReleases = ['doctor-decided', 'handed-over', 'left-by-choice'] as const;
export type EarlyRelease = (typeof earlyReleases)[number];

/** Somebody stays for so long from that moment on. Set with the dose; set again where they shall stay longer. */
export type ObservationSet = EventOf<
  'ObservationSet',
  1,
  Observation & {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly because: ObservationReason;
  }
>;

/** They were released, or went. */
export type ObservationEnded = EventOf<
  'ObservationEnded',
  1,
  {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    /** Absent where the time was over and no reaction held them. */
    readonly early?: EarlyRelease;
  }
>;
