import type { AdverseEventId, DoseId, PersonId } from '../kernel/ids.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { RecordedEvent } from '../station-event.ts';
import type {
  AdverseEventRecorded,
  AdverseEventReported,
  Reaction,
  ReactionKind,
  ReportWay,
} from './adverse-events.ts';
import type { VaccinationState } from './vaccination.ts';

/** Reported without delay, after 24 hours at the latest (§ 9 (3) IfSG). */
const REPORT_MINUTES = 24 * 60;

export function reportDueAt(knownAt: Instant): Instant {
  return addMinutes(knownAt, REPORT_MINUTES);
}

/** Whoever had one of these after an earlier dose is observed for longer after the next. */
const reasonsToWatch: readonly ReactionKind[] = ['syncope', 'allergic', 'anaphylaxis'];

export function callsForLongerObservation(kinds: readonly ReactionKind[]): boolean {
  return kinds.some((kind) => reasonsToWatch.includes(kind));
}

/** What somebody's history says of reactions: which there are, and which the health office knows of. */
export type AdverseEventsState = ReadonlyMap<
  AdverseEventId,
  { readonly isReportable: boolean; readonly isReported: boolean }
>;

export const noAdverseEvents: AdverseEventsState = new Map();

export function evolveAdverseEvents(state: AdverseEventsState, { event }: RecordedEvent): AdverseEventsState {
  if (event.type === 'AdverseEventRecorded') {
    const { adverseEventId, isReportable } = event.data;
    return new Map(state).set(adverseEventId, { isReportable, isReported: false });
  }
  if (event.type !== 'AdverseEventReported') return state;
  const known = state.get(event.data.adverseEventId);
  return known ? new Map(state).set(event.data.adverseEventId, { ...known, isReported: true }) : state;
}

export interface RecordAdverseEvent {
  readonly adverseEventId: AdverseEventId;
  readonly personId: PersonId;
  readonly doseId: DoseId;
  readonly isReportable: boolean;
  readonly reaction: Reaction;
  readonly now: Instant;
  /** The day at the centre on which it began. */
  readonly beganOn: PlainDate;
}

export type AdverseEventRefusal =
  | 'dose-unknown'
  | 'reaction-missing'
  | 'reaction-to-come'
  | 'reaction-before-dose';

/** Of a dose that was voided, too: somebody reacted to something. */
export function decideRecordAdverseEvent(
  { doses }: VaccinationState,
  { adverseEventId, personId, doseId, isReportable, reaction, now, beganOn }: RecordAdverseEvent,
): Result<[AdverseEventRecorded], AdverseEventRefusal> {
  const dose = doses.find((each) => each.doseId === doseId && !each.isElsewhere);
  if (!dose) return refuse('dose-unknown');
  const description = reaction.description.trim();
  if (reaction.kinds.length === 0) return refuse('reaction-missing');
  if (reaction.kinds.includes('other') && description === '') return refuse('reaction-missing');
  if (reaction.beganAt > now) return refuse('reaction-to-come');
  if (beganOn < dose.givenOn) return refuse('reaction-before-dose');
  const personal = { ...reaction, description, measures: reaction.measures.trim() };
  const data = { adverseEventId, personId, doseId, knownAt: now, isReportable, personal };
  return accept([{ type: 'AdverseEventRecorded', version: 1, data }]);
}

export type ReportRefusal = 'adverse-event-unknown' | 'adverse-event-reported';

/** The health office was told: the clock stops. */
export function decideReportAdverseEvent(
  state: AdverseEventsState,
  wish: {
    readonly adverseEventId: AdverseEventId;
    readonly personId: PersonId;
    readonly way: ReportWay;
    readonly office: string;
  },
): Result<[AdverseEventReported], ReportRefusal> {
  const known = state.get(wish.adverseEventId);
  if (!known) return refuse('adverse-event-unknown');
  if (known.isReported) return refuse('adverse-event-reported');
  const { adverseEventId, personId, way } = wish;
  const office = wish.office.trim();
  const data = { adverseEventId, personId, way, ...(office === '' ? {} : { personal: { office } }) };
  return accept([{ type: 'AdverseEventReported', version: 1, data }]);
}
