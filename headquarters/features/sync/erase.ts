import type { ErasureAnswer, ErasureRequest } from '../../../contracts/sync/pull-contract.ts';
import { type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { eraseFrom } from '../../../domain/people/erase-person.ts';
import type { Headquarters } from '../../headquarters.ts';
import { centreOf } from '../../store/centres.ts';
import { countErasedAt, keepErasure, noteErasedAt } from '../../store/erasures.ts';
import { recordOwn } from '../../store/feed.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { eventsOfStream, eventsOfTypes } from '../../store/received-events.ts';
import type { Caller } from '../tokens/authenticate.ts';

/**
 * A station asks that somebody be erased. Headquarters decides, since it alone knows the last dose anywhere: the key is
 * destroyed here, and PersonErased goes into the feed, after which every station destroys its own.
 */
export async function erase(
  headquarters: Headquarters,
  { centre, id: station }: Caller,
  { stream, ask }: ErasureRequest,
): Promise<ErasureAnswer> {
  const { databases, personKeys, now } = headquarters;
  if (ask === 'destroyed-here')
    return inCentre(databases.app, centre, async (db) => {
      await noteErasedAt(db, centre, { stream, station, at: now() });
      return { decision: 'noted', ...(await countErasedAt(db, stream)) };
    });
  const zone = (await centreOf(databases.app, centre))?.timeZone ?? 'Europe/Berlin';
  const people = await inCentre(databases.app, centre, (db) => linkedTo(db, stream));
  const lastDoseOn = await inCentre(databases.app, centre, (db) => lastDoseOf(db, people, zone));
  const keptUntil = lastDoseOn && eraseFrom(lastDoseOn);
  if (keptUntil && plainDateAt(now(), zone) < keptUntil)
    return { decision: 'kept', keptUntil, destroyedAt: 0, stations: 0 };
  // First for good, then told: a crash in between leaves a key destroyed that will be asked for again.
  await personKeys.destroy(centre, people, now());
  return inCentre(databases.app, centre, async (db) => {
    for (const person of people) await tell(headquarters, db, centre, person);
    return { decision: 'erased', ...(await countErasedAt(db, stream)) };
  });
}

async function tell(
  { newId, now }: Headquarters,
  db: CentreDb,
  centre: string,
  person: string,
): Promise<void> {
  if (!(await keepErasure(db, centre, { stream: person, at: now() }))) return;
  const data = JSON.stringify({ personId: person, why: 'requested' });
  const event = { id: newId(), stream: person, type: 'PersonErased', version: 1, data };
  await recordOwn(db, centre, [{ ...event, occurredAt: now(), actor: 'headquarters' }]);
}

/** Everybody who counts as the same person by the links that stand. */
async function linkedTo(db: CentreDb, stream: string): Promise<string[]> {
  const links = new Map<string, readonly [string, string]>();
  for (const { type, data } of await eventsOfTypes(db, ['PersonsLinked', 'PersonsUnlinked'])) {
    const { personId, otherId } = JSON.parse(data) as { personId: string; otherId: string };
    const name = [personId, otherId].sort().join(' ');
    if (type === 'PersonsLinked') links.set(name, [personId, otherId]);
    else links.delete(name);
  }
  const found = new Set([stream]);
  for (const person of found)
    for (const pair of links.values()) if (pair.includes(person)) for (const each of pair) found.add(each);
  return [...found];
}

/** Voided doses count too: they belong to the record that the law wants kept. */
async function lastDoseOf(
  db: CentreDb,
  people: readonly string[],
  zone: string,
): Promise<PlainDate | undefined> {
  const doses: string[] = [];
  for (const person of people)
    for (const event of await eventsOfStream(db, person))
      if (event.type === 'DoseAdministered') doses.push(event.occurredAt);
  const last = doses.sort().at(-1);
  return last === undefined ? undefined : plainDateAt(last as Instant, zone);
}
