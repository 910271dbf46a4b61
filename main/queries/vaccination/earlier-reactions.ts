import type { PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { type ReactionFinding, reactionFindings } from '../../../domain/vaccination/earlier-reactions.ts';
import type { GivenDose } from '../../../domain/vaccination/vaccination.ts';
import type { Reads } from '../../context.ts';
import { adverseEventsOf, kindsOf } from '../../store/tables/vaccination/adverse-events.ts';

/** How people who are one reacted to their doses, as far as it concerns a dose of this product. */
export function earlierReactions(
  { db, settings }: Pick<Reads, 'db' | 'settings'>,
  people: readonly PersonId[],
  doses: readonly GivenDose[],
  productId: ProductId,
): ReactionFinding[] {
  const reports = adverseEventsOf(db, people).map((row) => ({
    doseId: row.dose_id,
    knownAt: row.known_at,
    kinds: kindsOf(row),
    ...(row.course ? { course: row.course } : {}),
    ...(row.began_at ? { beganOn: plainDateAt(row.began_at, settings.timeZone) } : {}),
  }));
  return reactionFindings(reports, doses, productId);
}
