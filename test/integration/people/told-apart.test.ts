import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { tellPersonsApart } from '../../../main/commands/people/tell-persons-apart.ts';
import { unlinkPersons } from '../../../main/commands/people/unlink-persons.ts';
import { evaluateChoice } from '../../../main/commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { personRecord } from '../../../main/queries/people/person-record.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { linkedSetOf, toldApartFrom } from '../../../main/store/tables/people/person-links.ts';
import { openTwoStations, parcelOf, receive, twoStations } from '../../support/exchange.ts';
import { expectPerson, must, type TestStation } from '../../support/test-station.ts';

const approvedBy = idOf<StaffId>('second');
let one: TestStation;
let other: TestStation;
beforeEach(async () => {
  ({ one, other } = await openTwoStations());
});
afterEach(() => {
  one.close();
  other.close();
});

const { exchange, knownToBoth } = twoStations(() => ({ one, other }));

const steps = { link: linkPersons, unlink: unlinkPersons, 'tell-apart': tellPersonsApart };

function say(step: keyof typeof steps, [personId, otherId]: readonly [PersonId, PersonId], at = one) {
  return steps[step](at.station, 'operator', { personId, otherId, approvedBy });
}

function vaccinate(personId: PersonId): void {
  const overrides = ['not-checked-in'] as const;
  must(
    recordDose(one.station, 'operator', {
      personId,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides,
    }),
  );
}

/** Two records with the same name and birth date, one of them with a dose. */
function namesakes(): [PersonId, PersonId] {
  const first = expectPerson(one.station);
  vaccinate(first);
  return [first, expectPerson(one.station)];
}

const reasonOf = (personId: PersonId) => evaluateChoice(one.station, personId).decision.reason;

describe('given two people with one name and one birth date', () => {
  test('once somebody said that they are two, neither scan nor dose speaks of the other, on either side', () => {
    const [first, second] = namesakes();
    expect(reasonOf(second)).toBe('second-record');
    must(say('tell-apart', [second, first]));
    expect(reasonOf(second)).toBe('ready-to-check-in');
    for (const each of [first, second]) {
      expect(personCard(one.station, each)?.second).toBeUndefined();
      expect(personCard(one.station, each)?.warnings).not.toContain('second-record');
    }
    vaccinate(second);
  });

  test('a third of that name is still told, to each of them', () => {
    const pair = namesakes();
    must(say('tell-apart', pair));
    const third = expectPerson(one.station);
    for (const each of pair) expect(personCard(one.station, each)?.second?.personId).toBe(third);
  });

  test('what is linked with one of them is not the other either', () => {
    const [first, second] = namesakes();
    const third = expectPerson(one.station);
    must(say('tell-apart', [first, second]));
    must(say('link', [second, third]));
    for (const each of [first, second, third]) expect(personCard(one.station, each)?.second).toBeUndefined();
  });

  test('each record shows whom it was told apart from, and linking them takes it back', () => {
    const pair = namesakes();
    const [first, second] = pair;
    must(say('tell-apart', pair));
    const toldApartIn = (personId: PersonId) => {
      const record = personRecord(one.station, personId, ['reception']);
      return record.ok ? record.value.toldApart.map((each) => each.personId) : [];
    };
    expect([toldApartIn(first), toldApartIn(second)]).toEqual([[second], [first]]);
    must(say('link', [second, first]));
    expect(toldApartIn(first)).toEqual([]);
    expect(linkedSetOf(one.station.db, first)).toContain(second);
  });

  test('whoever takes a link back because they are two people has said so, and is not asked again', () => {
    const pair = namesakes();
    must(say('link', pair));
    must(say('unlink', pair));
    expect(reasonOf(pair[1])).toBe('ready-to-check-in');
  });

  test('it is refused to oneself, of somebody unknown, of linked records, and twice', () => {
    const [first, second] = namesakes();
    expect(say('tell-apart', [first, first])).toMatchObject({ refusal: 'same-person' });
    expect(say('tell-apart', [first, idOf<PersonId>('nobody')])).toMatchObject({ refusal: 'person-unknown' });
    must(say('tell-apart', [first, second]));
    expect(say('tell-apart', [second, first])).toMatchObject({ refusal: 'already-told-apart' });
    must(say('link', [first, second]));
    expect(say('tell-apart', [first, second])).toMatchObject({ refusal: 'already-linked' });
  });

  test('erasing one of them removes the pair', () => {
    for (const index of [0, 1] as const) {
      const pair: [PersonId, PersonId] = [expectPerson(one.station), expectPerson(one.station)];
      must(say('tell-apart', pair));
      must(erasePerson(one.station, 'operator', { personId: pair[index] }));
      expect(toldApartFrom(one.station.db, pair)).toEqual([]);
    }
    expect(one.station.db.all('SELECT * FROM told_apart')).toEqual([]);
  });
});

describe('given two stations that do not know of each other', () => {
  test.each([
    ['tell-apart', 'link'],
    ['link', 'tell-apart'],
  ] as const)(
    'of %s here and later %s there both hold the later one, and so do the passes',
    (here, there) => {
      const first = knownToBoth();
      vaccinate(first);
      const pair = [first, knownToBoth()] as const;
      must(say(here, pair, one));
      other.clock.now = addMinutes(one.clock.now, 30);
      must(say(there, [pair[1], pair[0]], other));
      exchange();
      exchange();
      for (const { station } of [one, other]) {
        const isLinked = linkedSetOf(station.db, pair[1]).includes(pair[0]);
        expect(isLinked).toBe(there === 'link');
        expect(toldApartFrom(station.db, [pair[1]])).toEqual(isLinked ? [] : [pair[0]]);
        expect(personCard(station, pair[1])?.pass?.doseCount).toBe(isLinked ? 1 : 0);
      }
    },
  );

  test('whatever is said of three records, and in whatever order it arrives, all read the same in the end', () => {
    const people = [knownToBoth(), knownToBoth(), knownToBoth()];
    const saying = fc.record({
      step: fc.constantFrom<(keyof typeof steps)[]>('link', 'unlink', 'tell-apart'),
      isHere: fc.boolean(),
      pair: fc.constantFrom([0, 1] as const, [1, 0] as const, [1, 2] as const, [2, 0] as const),
      minutes: fc.nat(9),
    });
    const order = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(saying, { minLength: 1, maxLength: 8 }), order, (sayings, keys) => {
        for (const { step, isHere, pair, minutes } of sayings) {
          const at = isHere ? one : other;
          at.clock.now = addMinutes(at.clock.now, minutes);
          const [first, second] = pair.map((index) => people[index]);
          if (first && second) say(step, [first, second], at);
        }
        const { events, ...parcel } = parcelOf(other.station);
        const shuffled = events
          .map((event, index) => ({ event, key: keys[index % keys.length] ?? 0 }))
          .sort((left, right) => left.key - right.key);
        for (const { event } of shuffled) receive(one.station, { ...parcel, events: [event] });
        exchange();
        exchange();
        const digest = digestOfProjections(one.station.db);
        expect(digestOfProjections(other.station.db)).toBe(digest);
        rebuildProjections(one.station.db);
        expect(digestOfProjections(one.station.db)).toBe(digest);
      }),
      { numRuns: 8 },
    );
  });
});
