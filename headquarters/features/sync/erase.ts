import type { ErasureAnswer, ErasureRequest } from '../../../contracts/sync/pull-contract.ts';
import { erasureEndsAll } from '../../../domain/follow-ups/erasure-follow-ups.ts';
import type { RecordedOf } from '../../../domain/follow-ups/follow-up.ts';
import type { PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import { type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { nobody } from '../../../domain/known-person.ts';
import { eraseFrom } from '../../../domain/people/erase-person.ts';
import type { PersonErased } from '../../../domain/people/events.ts';
import { recordedEventOf } from '../../../ledger/recorded-event.ts';
import { rowOfWire } from '../../../ledger/wire-form.ts';
import type { Headquarters } from '../../headquarters.ts';
import { forgetBookedPerson } from '../../store/booked-people.ts';
import { type Centre, centreOf } from '../../store/centres.ts';
import { dropDeliveries } from '../../store/deliveries.ts';
import { countErasedAt, keepErasure, noteErasedAt } from '../../store/erasures.ts';
import { holdBooking, leavePlace } from '../../store/online-slots.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { blankPasses } from '../../store/passes.ts';
import { eventsOfStream } from '../../store/received-events.ts';
import { centreFacts } from '../passes/centre-facts.ts';
import { isPassEvent, recordPassEvent } from '../passes/keep-pass-event.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';
import { recordEvents } from '../passes/record-events.ts';
import type { Caller } from '../tokens/authenticate.ts';

/**
 * A station asks that somebody be erased. Headquarters decides, since it alone knows the last dose anywhere: the key is
 * destroyed here, and PersonErased goes into the feed, after which every station destroys its own.
 */
export async function erase(
  headquarters: Headquarters,
  { centre, id: station }: Caller,
  { stream, ask, approvedBy }: ErasureRequest,
): Promise<ErasureAnswer> {
  const { databases, personKeys, now, clock } = headquarters;
  if (ask === 'destroyed-here')
    return inCentre(databases.app, centre, async (db) => {
      await noteErasedAt(db, centre, { stream, station, at: now() });
      return { decision: 'noted', ...(await countErasedAt(db, stream)) };
    });
  const known = await centreOf(databases.app, centre);
  if (!known) throw new Error('a station of no centre asks');
  const zone = known.timeZone;
  const people = await inCentre(databases.app, centre, async (db) => {
    const { linkedSet } = await centreFacts(db);
    return linkedSet(stream as PersonId);
  });
  const lastDoseOn = await inCentre(databases.app, centre, (db) => lastDoseOf(db, people, zone));
  const keptUntil = lastDoseOn && eraseFrom(lastDoseOn);
  if (keptUntil && plainDateAt(now(), zone) < keptUntil)
    return { decision: 'kept', keptUntil, destroyedAt: 0, stations: 0 };
  // What is over by a clock that jumped may not be over: the station asks again.
  if (keptUntil && !(await clock.isTrusted())) throw new ClockNotTrusted();
  // First for good, then told: a crash in between leaves a key destroyed that will be asked for again.
  await personKeys.destroy(centre, people, now());
  return inCentre(databases.app, centre, async (db) => {
    await tell(headquarters, db, known, { people, approvedBy });
    return { decision: 'erased', ...(await countErasedAt(db, stream)) };
  });
}

/** Answered as what may succeed in a while. */
class ClockNotTrusted extends Error {
  readonly statusCode = 503;
}

/** Everybody's dates, passes, links and messages end with the erasure, and every station hears of it. */
async function tell(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { people, approvedBy }: { readonly people: readonly PersonId[]; readonly approvedBy?: string | undefined },
): Promise<void> {
  const { now } = headquarters;
  const { directLinks } = await centreFacts(db);
  const known = new Map<PersonId, KnownPerson>();
  const erased: RecordedOf<'PersonErased'>[] = [];
  for (const personId of people) {
    if (!(await keepErasure(db, centre.id, { stream: personId, at: now() }))) continue;
    known.set(personId, await loadPerson(headquarters, db, centre.id, personId));
    const event = erasedEvent(personId, approvedBy as StaffId | undefined);
    await recordEvents(headquarters, db, {
      centre: centre.id,
      stream: personId,
      actor: ACTOR,
      events: [event],
    });
    erased.push({ event } as RecordedOf<'PersonErased'>);
    await dropDeliveries(db, personId);
    await forgetBookedPerson(db, personId);
  }
  const person = (personId: PersonId) => known.get(personId) ?? nobody;
  const { events = [] } = erasureEndsAll.follow(erased, { person, directLinks });
  for (const { stream, event } of events) {
    if (isPassEvent(event.type)) await recordPassEvent(headquarters, db, centre, event);
    else await recordEvents(headquarters, db, { centre: centre.id, stream, actor: ACTOR, events: [event] });
    const booking =
      event.type === 'AppointmentCancelled' && (await holdBooking(db, event.data.appointmentId));
    if (booking) await leavePlace(db, booking);
  }
  // Older passes, void long since, lie in phones with a name, too.
  for (const { event } of erased) await blankPasses(db, centre.id, event.data.personId, now());
}

const ACTOR = 'headquarters';

function erasedEvent(personId: PersonId, approvedBy: StaffId | undefined): PersonErased {
  const data = { personId, why: 'requested' } as const;
  return approvedBy
    ? { type: 'PersonErased', version: 2, data: { ...data, approvedBy } }
    : { type: 'PersonErased', version: 1, data };
}

/**
 * Voided doses count too: they belong to the record that the law wants kept. So does the day that a dose was recorded on
 * and the one that it was corrected to: nothing is destroyed too early.
 */
async function lastDoseOf(
  db: CentreDb,
  people: readonly string[],
  zone: string,
): Promise<PlainDate | undefined> {
  const days: PlainDate[] = [];
  for (const person of people)
    for (const event of await eventsOfStream(db, person)) {
      if (event.type === 'DoseAdministered') days.push(plainDateAt(event.occurredAt as Instant, zone));
      const known = recordedEventOf(rowOfWire(event), undefined)?.event;
      if (known?.type === 'DoseCorrected') days.push(known.data.after.givenOn);
    }
  return days.sort().at(-1);
}
