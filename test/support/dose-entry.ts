import type { DoseId, PersonId } from '../../domain/kernel/ids.ts';
import type { DoseEntry } from '../../domain/vaccination/dose-entry.ts';
import { doseEntry } from '../../main/queries/vaccination/weigh-correction.ts';
import type { Station } from '../../main/station.ts';
import { must } from './test-station.ts';

/** What stands there about a dose, with that instead. */
export function entryWith(
  station: Station,
  dose: { readonly personId: PersonId; readonly doseId: DoseId },
  more: Partial<DoseEntry>,
): DoseEntry {
  return { ...must(doseEntry(station, dose)).entry, ...more };
}
