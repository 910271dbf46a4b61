import type { PaperDoseCorrection } from '../../../contracts/ipc/dose-versions.ts';
import type { DoseId } from '../../../domain/kernel/ids.ts';
import type { RecordedEvent, StationEvent } from '../../../domain/station-event.ts';
import type { ReadableDb } from '../../store/database.ts';
import { actorName } from '../staff/actor-name.ts';

type Version = PaperDoseCorrection['before'];

/** What was corrected about doses from a booklet, both versions of each, the latest first. */
export function paperDoseCorrectionsIn(
  db: ReadableDb,
  history: readonly RecordedEvent[],
): PaperDoseCorrection[] {
  const versions = new Map<DoseId, Version>();
  return history
    .flatMap(({ event, recordedAt, actor }): PaperDoseCorrection[] => {
      for (const [doseId, first] of firstVersions(event)) versions.set(doseId, first);
      if (event.type !== 'PaperDoseCorrected') return [];
      const { doseId, personId: _, personal, ...facts } = event.data;
      const before = versions.get(doseId);
      const after = { ...facts, page: personal?.page ?? '' };
      versions.set(doseId, after);
      const by = actorName(db, actor);
      const note = personal?.note;
      return before ? [{ recordedAt, before, after, ...(by ? { by } : {}), ...(note ? { note } : {}) }] : [];
    })
    .reverse();
}

function firstVersions(event: StationEvent): [DoseId, Version][] {
  if (event.type !== 'DosesElsewhereCounted' || event.version === 1) return [];
  if (event.data.source.kind !== 'booklet') return [];
  const page = event.data.personal?.page ?? '';
  return event.data.doses.map(({ doseId, givenOn, isDayKnown, productName, lot }) => [
    doseId,
    { givenOn, isDayKnown, productName, ...(lot ? { lot } : {}), page },
  ]);
}
