import type { RecordedEvent } from '../station-event.ts';
import type { AdministeredDose } from './events.ts';

/** A dose as it was recorded, and where: the centre that answers for it is that of the station. */
export type GivenHere = AdministeredDose & { readonly station: string };

/** The doses that were given (not merely counted by a certificate) and still stand, in the order of the history. */
export function dosesGivenIn(history: readonly RecordedEvent[]): GivenHere[] {
  const voided = new Set(
    history.flatMap(({ event }) => (event.type === 'DoseVoided' ? event.data.doseId : [])),
  );
  return history.flatMap(({ event, station }) =>
    event.type === 'DoseAdministered' && !voided.has(event.data.doseId) ? { ...event.data, station } : [],
  );
}
