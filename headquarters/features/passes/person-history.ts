import { isKnownKind, parseEvent } from '../../../contracts/events/read-event.ts';
import { fold } from '../../../domain/kernel/event.ts';
import type { PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { nobody, type KnownPerson as StatesOfPerson, withEvents } from '../../../domain/known-person.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import {
  evolveVaccination,
  noDoses,
  type VaccinationState,
} from '../../../domain/vaccination/vaccination.ts';
import { openedData, recordedEventOf, type ToldEvent } from '../../../ledger/recorded-event.ts';
import { rowOfWire } from '../../../ledger/wire-form.ts';
import type { Headquarters } from '../../headquarters.ts';
import { ownDraftsOf } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { eventsOfStream } from '../../store/received-events.ts';
import { type CentreFacts, centreFacts } from './centre-facts.ts';

/** What is known of one person, area by area, and of the series of everybody linked with them. */
export interface KnownPerson extends StatesOfPerson {
  readonly history: readonly RecordedEvent[];
  /** The doses of all who are one, in the order in which they were given. */
  readonly series: VaccinationState;
  /** The lots of those doses, corrected. */
  readonly lots: ReadonlyMap<string, string>;
  /** What the centre gives, in the order of the catalogue. */
  readonly active: readonly ProductId[];
}

/** What the feed writer will give it. */
const unchained = { station: '', epoch: 1, seq: 0, hlc: '' };

/** Folds everything that stations and headquarters recorded of a person, in the order of the clocks. */
export async function loadPerson(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  personId: PersonId,
  facts?: CentreFacts,
): Promise<KnownPerson> {
  const known = facts ?? (await centreFacts(db));
  const people = known.linkedSet(personId);
  const histories: RecordedEvent[][] = [];
  for (const each of people) histories.push(await loadHistory(headquarters, db, centre, each));
  return { ...knownFrom(histories, known.active), confirmed: known.confirmed };
}

/** The histories of people who are one, theirs first who is asked for. */
export function knownFrom(
  histories: readonly (readonly RecordedEvent[])[],
  active: readonly ProductId[],
): KnownPerson {
  const [history = []] = histories;
  const all = histories.flat().sort(byTime);
  const series = fold(noDoses, evolveVaccination, all);
  const states = withEvents(
    nobody,
    history.map(({ event }) => event),
  );
  return {
    ...states,
    history,
    series,
    lots: new Map(series.doses.flatMap(({ doseId, entry }) => (entry ? [[doseId, entry.lot] as const] : []))),
    active,
  };
}

/**
 * What headquarters recorded just now and the feed writer has not chained yet comes last. Without their key the
 * personal parts are missing. An event that does not fit its schema says nothing: stations do not take it either.
 */
export async function loadHistory(
  { personKeys }: Headquarters,
  db: CentreDb,
  centre: string,
  personId: string,
): Promise<RecordedEvent[]> {
  const [found] = await personKeys.of(centre, [personId]);
  const key = found && Buffer.from(found.key, 'base64url');
  // Drafts first: one that is chained between the two looks is seen twice, and never missed.
  const drafts = (await ownDraftsOf(db, personId)).flatMap(
    ({ occurredAt, ...draft }) =>
      recordedEventOf({ ...draft, ...unchained, occurred_at: occurredAt, recorded_at: occurredAt }, key) ??
      [],
  );
  const chained = (await eventsOfStream(db, personId)).flatMap(
    (event) => toldBy(rowOfWire(event), key) ?? [],
  );
  const ids = new Set(chained.map(({ id }) => id));
  return [...chained, ...drafts.filter(({ id }) => !ids.has(id))];
}

function toldBy(row: ToldEvent, key: Uint8Array | undefined): RecordedEvent | undefined {
  const { type, version } = row;
  if (!isKnownKind(type, version)) return undefined;
  const isSound = parseEvent({ type, version, data: openedData(row, key) }).ok;
  return isSound ? recordedEventOf(row, key) : undefined;
}

function byTime(one: RecordedEvent, other: RecordedEvent): number {
  return one.occurredAt.localeCompare(other.occurredAt) || one.hlc.localeCompare(other.hlc);
}
