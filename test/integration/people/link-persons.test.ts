import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { unlinkPersons } from '../../../main/commands/people/unlink-persons.ts';
import { evaluateChoice } from '../../../main/commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { knownOf } from '../../../main/queries/people/known-of.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { personRecord } from '../../../main/queries/people/person-record.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

const approvedBy = idOf<StaffId>('second');
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), '2026-09-01T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

function person(familyName: string, isVaccinated: boolean): PersonId {
  const personId = expectPerson(opened.station, aPerson({ familyName }));
  if (isVaccinated) dose(personId);
  return personId;
}

function dose(personId: PersonId): void {
  const overrides = ['not-checked-in', 'too-early', 'dose-already-today', 'series-complete'] as const;
  must(
    recordDose(opened.station, 'operator', {
      personId,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides,
    }),
  );
}

/** Everything that is read of a person, but for how often the pass was signed, and of whom it was said that they are two. */
function readingOf(personId: PersonId) {
  const { station } = opened;
  const card = personCard(station, personId);
  const pass = passOf(station.db, personId);
  const record = personRecord(station, personId, ['reception']);
  return {
    record: record.ok && { ...record.value, toldApart: [] },
    card: { ...card, pass: card?.pass && { ...card.pass, revision: 0 } },
    decision: evaluateChoice(station, personId).decision,
    pass: pass && knownOf(station, personId).shownDoses(),
    facts: pass && passFacts(station, pass)?.doses,
  };
}

test('linked records both show the doses of both, and the desk decides by them', () => {
  const [one, other] = [person('Mustermann', true), person('Musterfrau', false)];
  expect(evaluateChoice(opened.station, other).decision.reason).toBe('ready-to-check-in');
  must(linkPersons(opened.station, 'operator', { personId: other, otherId: one, approvedBy }));
  expect(evaluateChoice(opened.station, other).decision.reason).toBe('dose-already-today');
  expect(personCard(opened.station, other)?.doses).toMatchObject([
    { ordinal: 1, personId: one, recordedAs: { familyName: 'Mustermann' } },
  ]);
  expect(personCard(opened.station, one)?.doses).toMatchObject([{ recordedAs: undefined }]);
  expect(personCard(opened.station, other)?.pass?.doseCount).toBe(1);
});

test('a dose for one of them counts on, and both passes say so; voiding it takes that back', () => {
  const [one, other] = [person('Mustermann', true), person('Musterfrau', false)];
  must(linkPersons(opened.station, 'operator', { personId: one, otherId: other, approvedBy }));
  opened.clock.now = addMinutes(opened.clock.now, 24 * 1440);
  dose(other);
  const second = personCard(opened.station, one)?.doses.at(-1);
  expect(second).toMatchObject({ ordinal: 2, personId: other });
  const counts = () => [one, other].map((each) => personCard(opened.station, each)?.pass?.doseCount);
  expect(counts()).toEqual([2, 2]);
  if (second)
    must(voidDose(opened.station, 'operator', { ...second, reason: 'wrong-entry', note: '', approvedBy }));
  expect(counts()).toEqual([1, 1]);
});

test('links are refused to oneself, to somebody unknown, and twice', () => {
  const [one, other] = [person('Mustermann', false), person('Musterfrau', false)];
  const link = (personId: string, otherId: string) => {
    const wish = { personId: personId as PersonId, otherId: otherId as PersonId, approvedBy };
    return linkPersons(opened.station, 'operator', wish);
  };
  expect(link(one, one)).toMatchObject({ refusal: 'same-person' });
  expect(link(one, 'nobody')).toMatchObject({ refusal: 'person-unknown' });
  expect(link(one, other).ok).toBe(true);
  expect(link(other, one)).toMatchObject({ refusal: 'already-linked' });
});

test('whatever was linked and taken back in whatever order, every record reads as before', async () => {
  const ids = [person('Eins', true), person('Zwei', false), person('Drei', true), person('Vier', false)];
  const pair = fc.tuple(fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 6 }), (pairs, order) => {
      const before = ids.map(readingOf);
      const made = pairs.filter(([one, other]) => {
        const wish = { personId: ids[one] as PersonId, otherId: ids[other] as PersonId, approvedBy };
        return linkPersons(opened.station, 'operator', wish).ok;
      });
      while (made.length > 0) {
        const [next] = made.splice((order.shift() ?? 0) % made.length, 1);
        const [one = 0, other = 0] = next ?? [];
        must(
          unlinkPersons(opened.station, 'operator', {
            personId: ids[other] as PersonId,
            otherId: ids[one] as PersonId,
            approvedBy,
          }),
        );
      }
      expect(ids.map(readingOf)).toEqual(before);
    }),
    { numRuns: 25 },
  );
  const { db } = opened.station;
  const digest = digestOfProjections(db);
  rebuildProjections(db);
  expect(digestOfProjections(db)).toBe(digest);
});
