import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { type KnownAnswer, knownAnswers } from '../../../domain/screening/known-answers.ts';
import type { Reads } from '../../context.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { knownOf } from '../people/known-of.ts';
import { reportedReactions } from '../vaccination/earlier-reactions.ts';
import { screeningFrom } from './screening.ts';

/** What all records of somebody know of the answers that they are asked for in a visit. */
export function knownAnswersOf(
  station: Reads,
  personId: PersonId,
  visitId: VisitId | undefined,
): KnownAnswer[] {
  const { db, settings } = station;
  const known = knownOf(station, personId);
  const people = linkedSetOf(db, personId);
  return knownAnswers({
    today: known.today,
    productId: known.inQuestion().product.productId,
    doses: known.given(),
    reports: reportedReactions(station, people),
    screenings: people.map((each) => screeningFrom(historyOf(db, each))),
    visitId,
    dayOf: ({ at }) => plainDateAt(at, settings.timeZone),
  });
}
