import type { DoseCorrection } from '../../../contracts/ipc/dose-versions.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { CorrectableFacts } from '../../../domain/vaccination/events.ts';
import type { Indication } from '../../../domain/vaccination/indication.ts';
import type { ReadableDb } from '../../store/database.ts';
import { staffById } from '../../store/tables/staff/staff.ts';
import { actorName } from '../staff/actor-name.ts';

/** What was corrected about doses, both versions of each, the latest first. */
export function doseCorrectionsIn(db: ReadableDb, history: readonly RecordedEvent[]): DoseCorrection[] {
  return history
    .flatMap(({ event, recordedAt, actor }): DoseCorrection[] => {
      if (event.type !== 'DoseCorrected') return [];
      const { doseId, before, after, approvedBy, personal } = event.data;
      return [
        {
          doseId,
          recordedAt,
          by: actorName(db, actor),
          approvedBy: staffById(db, approvedBy)?.name,
          note: personal?.note,
          before: factsOf(db, before, personal?.indication?.before),
          after: factsOf(db, after, personal?.indication?.after),
        },
      ];
    })
    .reverse();
}

/** In names, as people read them. */
function factsOf(
  db: ReadableDb,
  { productId, vaccinator, ...facts }: CorrectableFacts,
  indication: Indication | undefined,
): DoseCorrection['before'] {
  const name = vaccinator === undefined ? undefined : actorName(db, vaccinator);
  return {
    ...facts,
    ...(productId ? { product: productOf(productId)?.name ?? productId } : {}),
    ...(name === undefined ? {} : { vaccinator: name }),
    ...(indication ? { indication } : {}),
  };
}
