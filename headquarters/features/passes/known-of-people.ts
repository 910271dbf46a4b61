import type { KnownAtHeadquarters } from '../../../domain/follow-ups/what-follows.ts';
import { groupBy } from '../../../domain/kernel/group-by.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import { passIdFor } from '../../../ledger/pass-id.ts';
import type { Centre } from '../../store/centres.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { type CentreFacts, centreFacts } from './centre-facts.ts';
import { centreTemplates } from './centre-templates.ts';
import { doseStateOf } from './pass-facts.ts';
import { OWN_PASS_KEY } from './pass-signing.ts';
import { type KnownPerson, knownFrom } from './person-history.ts';

export type HistoryOf = (personId: PersonId) => Promise<readonly RecordedEvent[]>;

/** What follow-ups may know of these people at headquarters, read before they ask; `looked` are the events in question. */
export async function knownOfPeople(
  db: CentreDb,
  centre: Centre,
  {
    people,
    looked,
    historyOf,
  }: {
    readonly people: readonly PersonId[];
    readonly looked: readonly RecordedEvent[];
    readonly historyOf: HistoryOf;
  },
): Promise<KnownAtHeadquarters> {
  const facts = await centreFacts(db);
  const { templateId, version: templateVersion } = (await centreTemplates(db, centre)).current;
  const all = new Set(people.flatMap((personId) => facts.linkedSet(personId)));
  const histories = new Map<PersonId, readonly RecordedEvent[]>();
  for (const personId of all) histories.set(personId, await historyOf(personId));
  const own = groupBy(looked, ({ stream }) => stream);
  const now = remembered((personId) => stateOf(personId, facts, histories));
  const before = remembered((personId) => {
    const ids = new Set((own.get(personId) ?? []).map(({ id }) => id));
    const earlier = (histories.get(personId) ?? []).filter(({ id }) => !ids.has(id));
    return knownFrom([earlier], facts.active);
  });
  return {
    person: now,
    personBefore: before,
    linkedSet: facts.linkedSet,
    doses: (personId) => doseStateOf(now(personId)),
    newPass: (personId) => {
      const issued = (histories.get(personId) ?? []).filter(({ event }) => event.type === 'PassIssued');
      const passId = passIdFor(personId, issued.length);
      return { passId, keyId: OWN_PASS_KEY, templateId, templateVersion };
    },
  };
}

function stateOf(
  personId: PersonId,
  facts: CentreFacts,
  histories: ReadonlyMap<PersonId, readonly RecordedEvent[]>,
): KnownPerson {
  return knownFrom(
    facts.linkedSet(personId).map((each) => histories.get(each) ?? []),
    facts.active,
  );
}

function remembered<Value>(make: (personId: PersonId) => Value): (personId: PersonId) => Value {
  const made = new Map<PersonId, Value>();
  return (personId) => {
    const value = made.get(personId) ?? make(personId);
    made.set(personId, value);
    return value;
  };
}
