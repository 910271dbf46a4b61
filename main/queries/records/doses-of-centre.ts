import type { PersonId } from '../../../domain/kernel/ids.ts';
import { dosesGivenIn, type GivenHere } from '../../../domain/vaccination/given-here.ts';
import type { Reads } from '../../context.ts';
import { knownStations } from '../../store/event-log/known-stations.ts';
import { jointHistoryOf } from '../../store/event-log/read-events.ts';
import { settingOf } from '../../store/settings.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { dosesOfSet } from '../../store/tables/vaccination/doses.ts';

/**
 * What this centre gave a person and answers for, oldest first, with the place in the series as it is known now; a dose
 * of another centre stands in the record and is that centre's to confirm.
 */
export function dosesOfCentre({ db }: Pick<Reads, 'db'>, personId: PersonId): GivenHere[] {
  const people = linkedSetOf(db, personId);
  const own = settingOf(db, 'centre')?.centreId;
  const elsewhere = new Set(
    knownStations(db).flatMap(({ station, centre }) => (centre === own ? [] : station)),
  );
  const ordinals = new Map(dosesOfSet(db, people).map((row) => [row.dose_id, row.ordinal]));
  return dosesGivenIn(jointHistoryOf(db, people))
    .filter(({ station }) => !elsewhere.has(station))
    .map((dose) => ({ ...dose, ordinal: ordinals.get(dose.doseId) ?? dose.ordinal }))
    .toSorted((one, other) => one.givenOn.localeCompare(other.givenOn) || one.ordinal - other.ordinal);
}
