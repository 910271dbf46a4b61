import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { importRows } from '../../../main/queries/import/import-lists.ts';
import { bundleOf, fhirImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const startsAt = instantOf(Date.parse('2026-11-25T08:00:00Z'));
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, startsAt);
});
afterEach(() => opened.close());

const { importBundle, counts } = fhirImport(() => opened.station);

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', 'Berg', '1985', 'x'.repeat(300)),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: value as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything });

const patient = fc.record(
  {
    resourceType: fc.constant('Patient'),
    id: maybe(fc.constantFrom('a', 'b', 'c')),
    name: maybe(
      fc.array(
        fc.record({
          family: maybe(fc.constantFrom('Berg', 'Kern', '<b>')),
          given: maybe(fc.constant(['Anna'])),
        }),
        { maxLength: 2 },
      ),
    ),
    birthDate: maybe(fc.constantFrom('1985-03-12', '1990', '2190-01-01', '1985-02-31')),
    gender: maybe(fc.constantFrom('female', 'unknown')),
    telecom: maybe(fc.constant([{ system: 'email', value: 'a@example.org' }])),
  },
  { requiredKeys: ['resourceType'] },
);

const appointment = fc.record(
  {
    resourceType: fc.constant('Appointment'),
    id: maybe(fc.constantFrom('t1', 't2', 't3')),
    status: maybe(fc.constantFrom('booked', 'cancelled', 'fulfilled')),
    start: maybe(
      fc.constantFrom('2026-12-01T09:00:00Z', '2020-01-01T09:00:00Z', '2026-12-24T09:00:00+01:00'),
    ),
    participant: maybe(
      fc.array(
        fc.record({
          actor: maybe(
            fc.constantFrom(
              { reference: 'Patient/a' },
              { reference: 'Patient/b' },
              { reference: 'Location/1', display: 'Nord' },
              { reference: 'Location/2' },
            ),
          ),
        }),
        { maxLength: 3 },
      ),
    ),
  },
  { requiredKeys: ['resourceType'] },
);

const entries = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: patient.map((resource) => ({ resource }) as unknown) },
    { weight: 4, arbitrary: appointment.map((resource) => ({ resource }) as unknown) },
    { weight: 1, arbitrary: anything as fc.Arbitrary<unknown> },
  ),
  { maxLength: 8 },
);

describe('whatever stands in a bundle', () => {
  test('is read without a fault: each entry is taken or told in a sentence, and nobody is there by half', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.integer({ min: 1, max: 2_000 }), async (given, pieceBytes) => {
        const { station } = opened;
        const here = () =>
          station.db.first<{ count: number }>('SELECT count(*) AS count FROM person')?.count ?? 0;
        const before = here();
        const importId = await importBundle(bundleOf(given), pieceBytes);
        const { rows, added, refused, ...others } = counts();
        const { extended, corrected, unchanged, changed, duplicates, skipped, joined } = others;
        expect(rows).toBe(given.length);
        expect(
          added + refused + extended + corrected + unchanged + changed + duplicates + skipped + joined,
        ).toBe(rows);
        expect(here() - before).toBe(added);
        for (const verdict of ['refused', 'changed', 'duplicate'] as const) {
          const listed = must(importRows(station, { importId, verdict, after: 0 })).rows;
          for (const { sentences } of listed) {
            expect(sentences.length).toBeGreaterThan(0);
            for (const { de } of sentences) expect(de).toMatch(/^Zeile \d+: .+\.$/);
          }
        }
        expect(station.importDesk.progress()?.state).toBe('done');
        const orphans = station.db.all(
          `SELECT 1 FROM appointment a LEFT JOIN person p ON p.person_id = a.person_id
            WHERE p.person_id IS NULL OR p.status <> 'registered'`,
        );
        expect(orphans).toEqual([]);
        expect(opened.logged.filter((line) => line.includes('import-stopped'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 90_000);

  test('cut off or no bundle at all, it says so in one sentence and takes what was whole', async () => {
    const whole = bundleOf([
      { resource: { resourceType: 'Patient', id: 'a', name: [{ family: 'Berg' }], birthDate: '1985' } },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.nat(whole.length - 3).map((at) => whole.slice(0, at)),
          fc.string(),
        ),
        async (text) => {
          if (text.length === 0) return;
          await importBundle(text);
          expect(counts().refused).toBeGreaterThan(0);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
