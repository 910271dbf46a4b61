import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plannedDosesOf } from '../../../domain/passes/series-facts.ts';
import type { ConfirmedSchedules } from '../../../domain/schedules/person-of-course.ts';
import type { Reads } from '../../context.ts';
import { knownOf } from '../people/known-of.ts';
import { seriesGround } from './pass-facts.ts';

/**
 * How many doses the pass of somebody says that there are, by what would be confirmed; undefined of somebody erased, and
 * of a vaccine that this version of the program does not know.
 */
export function plannedDosesNow(
  station: Reads,
  personId: PersonId,
): ((confirmed: ConfirmedSchedules) => number | undefined) | undefined {
  const known = knownOf(station, personId);
  const person = known.person();
  if (person?.status !== 'registered') return undefined;
  const { birthDate } = person.details;
  const passId = known.pass()?.pass_id;
  return (confirmed) => plannedDosesOf(seriesGround(station, known, { birthDate, passId, confirmed }));
}
