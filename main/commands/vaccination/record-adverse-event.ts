import { fold } from '../../../domain/kernel/event.ts';
import { type AdverseEventId, type DoseId, idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Reaction, ReportWay } from '../../../domain/vaccination/adverse-events.ts';
import {
  type AdverseEventRefusal,
  decideRecordAdverseEvent,
  decideReportAdverseEvent,
  evolveAdverseEvents,
  noAdverseEvents,
  type ReportRefusal,
} from '../../../domain/vaccination/report-adverse-event.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { runCommand } from '../run-command.ts';

type Recorded = { readonly adverseEventId: AdverseEventId };

export interface RecordAdverseEventInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly doseId: DoseId;
  readonly isReportable: boolean;
  readonly reaction: Reaction;
}

/** Somebody reacted to a dose. If it is to be reported, the clock runs from now on. */
export function recordAdverseEvent(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: RecordAdverseEventInput,
): Result<Recorded, AdverseEventRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'record-adverse-event', actor, requestId }, () => {
    const known = loadPerson(station.db, wish.personId);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const adverseEventId = idOf<AdverseEventId>(station.newId());
    const beganOn = plainDateAt(wish.reaction.beganAt, station.settings.timeZone);
    const facts = { ...wish, adverseEventId, now: station.now(), beganOn };
    const decided = decideRecordAdverseEvent(known.vaccination, facts);
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, known, value: { adverseEventId } });
  });
}

export interface NoteReportInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly adverseEventId: AdverseEventId;
  readonly way: ReportWay;
  readonly office: string;
}

/** The health office was told of it. */
export function noteAdverseEventReport(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: NoteReportInput,
): Result<Recorded, ReportRefusal> {
  const { personId, adverseEventId } = wish;
  return runCommand(station, { name: 'note-adverse-event-report', actor, requestId }, () => {
    const state = fold(noAdverseEvents, evolveAdverseEvents, historyOf(station.db, personId));
    const decided = decideReportAdverseEvent(state, wish);
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, value: { adverseEventId } });
  });
}
