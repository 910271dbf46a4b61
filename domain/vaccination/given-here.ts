import type { RecordedEvent } from '../station-event.ts';
import type { DoseAdministered } from './events.ts';

/** A dose as it was recorded, and where: the centre that answers for it is that of the station. */
export type GivenHere = DoseAdministered['data'] & { readonly station: string };

/** The doses that were given (not merely counted by a certificate) and still stand, corrected, as the history has them. */
export function dosesGivenIn(history: readonly RecordedEvent[]): GivenHere[] {
  const voided = new Set(
    history.flatMap(({ event }) => (event.type === 'DoseVoided' ? event.data.doseId : [])),
  );
  const corrected = new Map(
    history.flatMap(({ event }) =>
      event.type === 'DoseCorrected' ? [[event.data.doseId, event.data.after] as const] : [],
    ),
  );
  return history.flatMap(({ event, station }) => {
    if (event.type !== 'DoseAdministered' || voided.has(event.data.doseId)) return [];
    const after = corrected.get(event.data.doseId);
    if (!after) return { ...event.data, station };
    const { expiresOn: _, ...dose } = event.data;
    return { ...dose, ...after, station };
  });
}
