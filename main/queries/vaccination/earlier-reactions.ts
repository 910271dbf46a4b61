import type { PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import {
  holdsInObservation,
  type ReactionFinding,
  type ReportedReaction,
  reactionFindings,
} from '../../../domain/vaccination/earlier-reactions.ts';
import type { GivenDose } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import {
  type AdverseEventRow,
  adverseEventsOf,
  adverseEventsSince,
  kindsOf,
} from '../../store/tables/vaccination/adverse-events.ts';
import { dosesOfSet, givenDoseOf } from '../../store/tables/vaccination/doses.ts';

/** How people who are one reacted to their doses, as far as it concerns a dose of this product. */
export function earlierReactions(
  { db, settings }: Pick<Reads, 'db' | 'settings'>,
  people: readonly PersonId[],
  doses: readonly GivenDose[],
  productId: ProductId,
): ReactionFinding[] {
  return reactionFindings(reportedReactions({ db, settings }, people), doses, productId);
}

/** Every report of a reaction of people who are one. */
export function reportedReactions(
  { db, settings }: Pick<Reads, 'db' | 'settings'>,
  people: readonly PersonId[],
): ReportedReaction[] {
  return adverseEventsOf(db, people).map((row) => reportOf(row, settings.timeZone));
}

/** Who is kept in observation by a reaction that is known since the day began, in whichever record of theirs it stands. */
export function heldByReaction({ db, now, settings }: Reads): ReadonlySet<PersonId> {
  const zone = settings.timeZone;
  const since = instantAt(plainDateAt(now(), zone), '00:00', zone);
  const told = new Set(adverseEventsSince(db, since).map(({ person_id }) => person_id));
  const held = [...told].flatMap((personId) => {
    const people = linkedSetOf(db, personId);
    const ofToday = adverseEventsOf(db, people).filter(({ known_at }) => known_at >= since);
    const reports = ofToday.map((row) => reportOf(row, zone));
    return holdsInObservation(reports, dosesOfSet(db, people).map(givenDoseOf)) ? people : [];
  });
  return new Set(held);
}

function reportOf(row: AdverseEventRow, timeZone: string): ReportedReaction {
  return {
    doseId: row.dose_id,
    hlc: row.hlc,
    kinds: kindsOf(row),
    ...(row.course ? { course: row.course } : {}),
    ...(row.began_at ? { beganOn: plainDateAt(row.began_at, timeZone) } : {}),
  };
}
