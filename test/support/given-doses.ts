import { fold } from '../../domain/kernel/event.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { evolveVaccination, noDoses, type VaccinationState } from '../../domain/vaccination/vaccination.ts';
import { historyOf } from './history.ts';

/** The doses of somebody after these events, in the order given. */
export function given(...events: StationEvent[]): VaccinationState {
  return fold(noDoses, evolveVaccination, historyOf(...events));
}
