import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DoseId, idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { decideCountElsewhere } from '../../../domain/vaccination/doses-elsewhere.ts';
import { activateSchedule } from '../../../main/commands/schedules/activate-schedule.ts';
import { correctPaperDose, recordPaperDose } from '../../../main/commands/vaccination/paper-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { commit } from '../../../main/commit/commit.ts';
import { seriesOf } from '../../../main/histories/person-history.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { dosesOf } from '../../../main/store/tables/vaccination/doses.ts';
import { comirnaty } from '../../support/events.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

let opened: TestStation;

beforeAll(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
  const book = germanSchedules.find((each) => each.book === 'de-covid-19');
  if (!book) throw new Error('no schedule for COVID-19');
  must(activateSchedule(opened.station, 'operator', { book: book.book, version: book.version }));
});
afterAll(() => opened.close());

/** One after the other, as far as it is accepted. */
type Step =
  | { readonly kind: 'certificate'; readonly day: PlainDate; readonly ordinal: number }
  | { readonly kind: 'line'; readonly day: PlainDate }
  | { readonly kind: 'correct'; readonly day: PlainDate; readonly at: number }
  | { readonly kind: 'void'; readonly at: number };

const day = fc
  .constantFrom('2021-05-04', '2021-06-12', '2021-06-15', '2021-12-01')
  .map((on) => on as PlainDate);
const at = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('certificate' as const), day, ordinal: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('line' as const), day }),
  fc.record({ kind: fc.constant('correct' as const), day, at }),
  fc.record({ kind: fc.constant('void' as const), at }),
);

function take(personId: PersonId, made: Step): void {
  const { station } = opened;
  const doses = dosesOf(station.db, personId).filter(({ voided_at }) => voided_at === null);
  const onPaper = { personId, precision: 'day', entry: { page: '3', productName: 'Comirnaty' } } as const;
  switch (made.kind) {
    case 'certificate': {
      const counted = decideCountElsewhere(seriesOf(station.db, [personId]), {
        personId,
        productId: comirnaty,
        source: { kind: 'eu-dcc', issuer: 'RKI', trustListFrom: station.now() },
        proven: [{ product: 'Comirnaty', givenOn: made.day, ordinal: made.ordinal }],
        newId: () => idOf<DoseId>(station.newId()),
      });
      const drafts = counted.ok
        ? counted.value.map((event) => ({
            stream: personId,
            actor: 'operator' as const,
            occurredAt: station.now(),
            event,
          }))
        : [];
      if (drafts.length > 0) commit(station, drafts);
      return;
    }
    case 'line':
      recordPaperDose(station, 'operator', {
        ...onPaper,
        productId: comirnaty,
        seenBy: idOf<StaffId>('vera'),
        givenOn: made.day,
        isAnother: true,
      });
      return;
    case 'correct': {
      const dose = doses[made.at];
      if (dose)
        correctPaperDose(station, 'operator', {
          personId,
          entry: onPaper.entry,
          doseId: dose.dose_id,
          day: { givenOn: made.day, precision: onPaper.precision },
          note: 'verlesen',
          isAnother: true,
        });
      return;
    }
    case 'void': {
      const dose = doses[made.at];
      const approvedBy = idOf<StaffId>('lead');
      if (dose)
        voidDose(station, 'operator', {
          personId,
          doseId: dose.dose_id,
          reason: 'wrong-entry',
          note: '',
          approvedBy,
        });
    }
  }
}

function shown(personId: PersonId) {
  const pass = passOf(opened.station.db, personId);
  if (!pass) throw new Error('no pass');
  const { announced: _, barcode: __, ...facts } = passFacts(opened.station, pass) ?? {};
  return { revision: pass.revision, facts: JSON.stringify(facts) };
}

test('whatever comes to be known of doses elsewhere, the pass of another text has another revision', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 7 }), (steps) => {
      const details = aPerson({ familyName: `Reihe-${++count}` });
      const personId = expectPerson(opened.station, details, '2026-12-10T09:00:00.000Z' as Instant);
      let before = shown(personId);
      for (const made of steps) {
        take(personId, made);
        const now = shown(personId);
        if (now.facts !== before.facts) expect(now.revision).toBeGreaterThan(before.revision);
        before = now;
      }
      // The read model counts what the log says.
      const standing = seriesOf(opened.station.db, [personId]).doses.map(({ doseId, isVoided }) => [
        doseId,
        isVoided,
      ]);
      const rows = dosesOf(opened.station.db, personId).map((row) => [row.dose_id, row.voided_at !== null]);
      expect(rows.toSorted()).toEqual(standing.toSorted());
    }),
    { numRuns: 25 },
  );
  const { db } = opened.station;
  const digest = digestOfProjections(db);
  rebuildProjections(db);
  expect(digestOfProjections(db)).toBe(digest);
});

test('given a certificate 2 of 2, when a line in the place of the first is corrected, then the pass follows', () => {
  const personId = expectPerson(
    opened.station,
    aPerson({ familyName: 'Zweite' }),
    '2026-12-10T09:00:00.000Z' as Instant,
  );
  take(personId, { kind: 'certificate', day: '2021-06-15' as PlainDate, ordinal: 2 });
  const revisions = [shown(personId).revision];
  take(personId, { kind: 'line', day: '2021-05-04' as PlainDate });
  revisions.push(shown(personId).revision);
  take(personId, { kind: 'correct', day: '2021-06-12' as PlainDate, at: 0 });
  revisions.push(shown(personId).revision);
  take(personId, { kind: 'void', at: 0 });
  revisions.push(shown(personId).revision);
  expect(new Set(revisions).size).toBe(4);
  expect(dosesOf(opened.station.db, personId).filter(({ voided_at }) => voided_at === null)).toHaveLength(2);
});
