import type { AdverseEventView, ReactedDose } from '../../../contracts/ipc/adverse-events-contract.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { isShownTo } from '../../../domain/people/who-may.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { reportDueAt } from '../../../domain/vaccination/report-adverse-event.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { personById } from '../../store/tables/people/people.ts';
import {
  type AdverseEventRow,
  adverseEventsOf,
  kindsOf,
  openAdverseEvents,
} from '../../store/tables/vaccination/adverse-events.ts';
import { dosesOf } from '../../store/tables/vaccination/doses.ts';
import { doseView } from '../people/person-card.ts';
import { actorName } from '../staff/actor-name.ts';

/** What is still to be reported, of people who are shown to these roles. */
export function openReports(
  { db, now }: Reads,
  roles: readonly Role[] | undefined,
): ChannelOutput<'adverse-events.open'> {
  const entries = openAdverseEvents(db).flatMap((row) => {
    const named = briefOf(db, row.person_id);
    if (!named || !isShownTo(roles, named.status)) return [];
    const { adverse_event_id: adverseEventId, known_at: knownAt } = row;
    return [{ adverseEventId, person: named.person, knownAt, dueAt: reportDueAt(knownAt) }];
  });
  return { now: now(), entries };
}

/** Everything in one record that somebody reacted to, the latest first. */
export function reactionsOf(
  { db, now }: Reads,
  personId: PersonId,
): Result<ChannelOutput<'adverse-events.of-person'>, 'person-unknown'> {
  const named = briefOf(db, personId);
  if (!named) return refuse('person-unknown');
  const doses = dosesGivenHere(db, personId);
  const entries = adverseEventsOf(db, [personId]).map((row) => adverseEventView(db, row, doses));
  return accept({ now: now(), person: named.person, doses, entries });
}

export function adverseEventView(
  db: ReadableDb,
  row: AdverseEventRow,
  doses: readonly ReactedDose[],
): AdverseEventView {
  const by = actorName(db, row.recorded_by);
  const dose = doses.find(({ doseId }) => doseId === row.dose_id);
  return {
    adverseEventId: row.adverse_event_id,
    ...(dose ? { dose } : {}),
    knownAt: row.known_at,
    ...(row.is_reportable ? { dueAt: reportDueAt(row.known_at) } : {}),
    kinds: [...kindsOf(row)],
    ...(row.began_at ? { beganAt: row.began_at } : {}),
    ...(row.course ? { course: row.course } : {}),
    description: row.description,
    measures: row.measures,
    ...(by ? { by } : {}),
    ...(row.reported_at && row.report_way
      ? { reported: { at: row.reported_at, way: row.report_way, office: row.office ?? undefined } }
      : {}),
  };
}

/** Newest first: most often it is the last one. */
function dosesGivenHere(db: ReadableDb, personId: PersonId): ReactedDose[] {
  return dosesOf(db, personId)
    .filter(({ issuer }) => issuer === null)
    .map((row) => doseView(db, row))
    .reverse();
}

function briefOf(db: ReadableDb, personId: PersonId) {
  const found = personById(db, personId);
  if (found?.status !== 'registered' && found?.status !== 'restricted') return undefined;
  const { givenName, familyName, birthDate } = found.details;
  return { person: { personId, givenName, familyName, birthDate }, status: found.status };
}
