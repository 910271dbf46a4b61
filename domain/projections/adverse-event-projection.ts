import type { DoseId } from '../kernel/ids.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { ReactionKind } from '../vaccination/adverse-events.ts';
import { callsForLongerObservation } from '../vaccination/report-adverse-event.ts';
import type { RowChange } from './row-change.ts';

/** Every reaction that was recorded, and whether the health office knows of it. Without the key, only that there was one. */
export function projectAdverseEvent({ event, occurredAt, actor, hlc }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'AdverseEventRecorded': {
      const { adverseEventId, personId, doseId, knownAt, isReportable, personal } = event.data;
      const row = {
        adverse_event_id: adverseEventId,
        person_id: personId,
        dose_id: doseId,
        known_at: knownAt,
        is_reportable: isReportable ? 1 : 0,
        recorded_by: actor,
        kinds: personal ? JSON.stringify(personal.kinds) : '[]',
        began_at: personal?.beganAt ?? null,
        course: personal?.course ?? null,
        description: personal?.description ?? '',
        measures: personal?.measures ?? '',
        reported_at: null,
        report_way: null,
        office: null,
        hlc,
      };
      return [{ op: 'put', table: 'adverse_event', row }, ...reactedTo(doseId, personal?.kinds ?? [])];
    }
    case 'AdverseEventReported': {
      const { adverseEventId, way, personal } = event.data;
      const set = { reported_at: occurredAt, report_way: way, office: personal?.office ?? null };
      return [{ op: 'set', table: 'adverse_event', where: { adverse_event_id: adverseEventId }, set }];
    }
    case 'PersonErased':
      return [{ op: 'delete', table: 'adverse_event', where: { person_id: event.data.personId } }];
    default:
      return [];
  }
}

/** Kept with the dose, so that the desk need not ask once more. */
function reactedTo(doseId: DoseId, kinds: readonly ReactionKind[]): RowChange[] {
  if (!callsForLongerObservation(kinds)) return [];
  return [{ op: 'set', table: 'dose', where: { dose_id: doseId }, set: { has_reacted: 1 } }];
}
