import { evolveAppointments, noAppointments } from '../../../domain/appointments/appointments.ts';
import { fold } from '../../../domain/kernel/event.ts';
import { evolvePass, noPass } from '../../../domain/passes/pass.ts';
import { evolvePerson, unknownPerson } from '../../../domain/people/person.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import { evolveVaccination, noDoses } from '../../../domain/vaccination/vaccination.ts';
import { recordedEventOf } from '../../../ledger/recorded-event.ts';
import { rowOfWire } from '../../../ledger/wire-form.ts';
import type { Headquarters } from '../../headquarters.ts';
import { ownDraftsOf } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { eventsOfStream } from '../../store/received-events.ts';

/** What is known of one person, area by area. */
export interface KnownPerson {
  readonly history: readonly RecordedEvent[];
  readonly person: ReturnType<typeof evolvePerson>;
  readonly appointments: ReturnType<typeof evolveAppointments>;
  readonly vaccination: ReturnType<typeof evolveVaccination>;
  readonly pass: ReturnType<typeof evolvePass>;
}

/** What the feed writer will give it. */
const unchained = { station: '', epoch: 1, seq: 0, hlc: '' };

/**
 * Folds everything that stations and headquarters recorded of a person, in the order of the clocks; what headquarters
 * recorded just now and the feed writer has not chained yet comes last. Without their key the personal parts are
 * missing.
 */
export async function loadPerson(
  { personKeys }: Headquarters,
  db: CentreDb,
  centre: string,
  personId: string,
): Promise<KnownPerson> {
  const [found] = await personKeys.of(centre, [personId]);
  const key = found && Buffer.from(found.key, 'base64url');
  // Drafts first: one that is chained between the two looks is seen twice, and never missed.
  const drafts = (await ownDraftsOf(db, personId)).flatMap(
    ({ occurredAt, ...draft }) =>
      recordedEventOf({ ...draft, ...unchained, occurred_at: occurredAt, recorded_at: occurredAt }, key) ??
      [],
  );
  const chained = (await eventsOfStream(db, personId)).flatMap(
    (event) => recordedEventOf(rowOfWire(event), key) ?? [],
  );
  const ids = new Set(chained.map(({ id }) => id));
  const history = [...chained, ...drafts.filter(({ id }) => !ids.has(id))];
  return {
    history,
    person: fold(unknownPerson, evolvePerson, history),
    appointments: fold(noAppointments, evolveAppointments, history),
    vaccination: fold(noDoses, evolveVaccination, history),
    pass: fold(noPass, evolvePass, history),
  };
}
