import type { DoseReason } from '../../../contracts/exports/person-export.ts';
import type { RecordedEvent, StationEvent } from '../../../domain/station-event.ts';
import type { ReadableDb } from '../../store/database.ts';
import { staffById } from '../../store/tables/staff/staff.ts';
import { actorName } from '../staff/actor-name.ts';

/** Why doses were given or drawn in spite of something, or voided: what was written about it, oldest first. */
export function doseReasonsIn(db: ReadableDb, history: readonly RecordedEvent[]): DoseReason[] {
  return history.flatMap(({ event, recordedAt, actor }) => {
    const reason = reasonOf(event);
    if (!reason) return [];
    const { approvedBy, ...told } = reason;
    const second = approvedBy && staffById(db, approvedBy)?.name;
    const by = actorName(db, actor);
    return { ...told, at: recordedAt, ...(by ? { by } : {}), ...(second ? { approvedBy: second } : {}) };
  });
}

/** Nothing where nobody wrote why, or the key of it is not here. */
function reasonOf(event: StationEvent) {
  switch (event.type) {
    case 'DoseAdministered': {
      const { overrides, approvedBy, personal } = event.data;
      if (personal?.reason === undefined) return undefined;
      return { what: 'given' as const, reason: personal.reason, against: [...overrides], approvedBy };
    }
    case 'DoseDrawn': {
      const { objections, approvedBy, personal } = event.data;
      if (!personal) return undefined;
      return { what: 'drawn' as const, reason: personal.reason, against: [...objections], approvedBy };
    }
    case 'DoseVoided': {
      const { personal } = event.data;
      if (!personal) return undefined;
      const approvedBy = event.version === 1 ? undefined : event.data.approvedBy;
      return { what: 'voided' as const, reason: personal.note, against: [], approvedBy };
    }
    default:
      return undefined;
  }
}
