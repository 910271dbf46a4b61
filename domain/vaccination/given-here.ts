import type { DoseId } from '../kernel/ids.ts';
import type { RecordedEvent } from '../station-event.ts';
import { correctedFacts, type DoseEntry, entryOf, indicationOf, withFacts } from './dose-entry.ts';
import type { DoseAdministered, ToldEntry } from './events.ts';

/** A dose as it is now, and where: the centre that answers for it is that of the station. */
export type GivenHere = DoseAdministered['data'] & {
  readonly station: string;
  readonly corrections: readonly DoseVersion[];
};

/** What stood there until it was corrected. */
export interface DoseVersion {
  readonly before: DoseEntry;
  /** When it was changed. */
  readonly correctedAt: RecordedEvent['recordedAt'];
}

/** The doses that were given (not merely counted by a certificate) and still stand, corrected, as the history has them. */
export function dosesGivenIn(history: readonly RecordedEvent[]): GivenHere[] {
  const voided = new Set(
    history.flatMap(({ event }) => (event.type === 'DoseVoided' ? event.data.doseId : [])),
  );
  return history.flatMap(({ event, station }) =>
    event.type === 'DoseAdministered' && !voided.has(event.data.doseId)
      ? { ...corrected(event.data, history), station }
      : [],
  );
}

function corrected(
  dose: DoseAdministered['data'],
  history: readonly RecordedEvent[],
): Omit<GivenHere, 'station'> {
  const corrections: DoseVersion[] = [];
  let entry = entryOf(dose);
  for (const { event, recordedAt } of history) {
    if (event.type !== 'DoseCorrected' || event.data.doseId !== dose.doseId) continue;
    corrections.push({ before: entry, correctedAt: recordedAt });
    entry = withFacts(entry, correctedFacts(event.data));
  }
  if (corrections.length === 0) return { ...dose, corrections };
  const { expiresOn: _, consentId, personal, ...facts } = dose;
  const { indication, ...now } = entry;
  return {
    ...facts,
    ...now,
    // They agreed to the vaccine that was written down then: to another one is for somebody to record.
    ...(consentId && now.productId === dose.productId ? { consentId } : {}),
    ...(personal || indication
      ? {
          personal: { ...(personal?.reason ? { reason: personal.reason } : {}), ...indicationOf(indication) },
        }
      : {}),
    corrections,
  };
}

/** What other systems said of how doses elsewhere were given, by dose. */
export function toldEntriesIn(history: readonly RecordedEvent[]): Map<DoseId, ToldEntry> {
  return new Map(
    history.flatMap(({ event }) =>
      event.type === 'DosesElsewhereCounted' && event.version === 3
        ? event.data.doses.flatMap(({ doseId, told }) => (told ? [[doseId, told] as const] : []))
        : [],
    ),
  );
}
