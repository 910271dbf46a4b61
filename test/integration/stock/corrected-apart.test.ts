import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DoseId, idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { LotName } from '../../../domain/stock/events.ts';
import type { DoseEntry } from '../../../domain/vaccination/dose-entry.ts';
import { openVial } from '../../../main/commands/stock/handle-vials.ts';
import { correctDose } from '../../../main/commands/vaccination/correct-dose.ts';
import { loadPerson } from '../../../main/histories/person-history.ts';
import { stockOverview } from '../../../main/queries/stock/stock-overview.ts';
import type { Station } from '../../../main/station.ts';
import { digestOfProjections } from '../../../main/store/projections/rebuild-projections.ts';
import { verifyReadModels } from '../../../main/store/projections/verify-read-models.ts';
import { drawOfDose } from '../../../main/store/tables/stock/dose-draws.ts';
import { entryWith } from '../../support/dose-entry.ts';
import { openTwoStations, type TwoStations, twoStations } from '../../support/exchange.ts';
import {
  comirnaty,
  give,
  mustReceive,
  secondPerson,
  somebody,
  stockOf,
} from '../../support/stock-station.ts';
import { must } from '../../support/test-station.ts';

const spikevax = idOf<ProductId>('spikevax');
const lots: LotName[] = [comirnaty, spikevax].flatMap((productId) =>
  ['LOT-A', 'LOT-B'].map((lot) => ({ productId, lot })),
);

interface Dose {
  readonly personId: PersonId;
  readonly doseId: DoseId;
}

/** A dose of the first lot, which both know, with a vial of each lot open at both. */
function givenAtBoth({ one, other }: TwoStations, exchange: () => void): Dose {
  const { station } = one;
  for (const name of lots) {
    mustReceive(station, 2, { name });
    must(openVial(station, 'operator', name));
  }
  one.clock.now = addMinutes(one.clock.now, 5);
  const personId = somebody(station);
  const { doseId } = must(give(station, personId));
  exchange();
  other.clock.now = addMinutes(one.clock.now, 1);
  return { personId, doseId };
}

function correct(station: Station, dose: Dose, more: Partial<DoseEntry>): void {
  const to = entryWith(station, dose, more);
  const wish = { ...dose, to, note: 'Etikett', approvedBy: secondPerson };
  const done = correctDose(station, 'operator', wish);
  if (!done.ok && done.refusal !== 'dose-unchanged') throw new Error(String(done.refusal));
}

/** How many doses are booked from the vials of each lot. */
const drawn = (station: Station) =>
  lots.map((name) => stockOf(station, name).drawn.reduce((sum, each) => sum + each, 0));
const entryOf = (station: Station, { personId, doseId }: Dose) =>
  loadPerson(station.db, personId).vaccination.doses.find((each) => each.doseId === doseId)?.entry;

test('given a dose whose lot one station corrects and whose vaccine another, then no vial keeps it that is not of both', async () => {
  const both = await openTwoStations();
  const { one, other } = both;
  const { exchange } = twoStations(() => both);
  const dose = givenAtBoth(both, exchange);
  expect(drawn(one.station)).toEqual([1, 0, 0, 0]);
  correct(one.station, dose, { lot: 'LOT-B' });
  correct(other.station, dose, { productId: spikevax });
  expect([drawn(one.station), drawn(other.station)]).toEqual([
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ]);
  exchange();
  for (const { station } of [one, other]) {
    expect(entryOf(station, dose)).toMatchObject({ productId: spikevax, lot: 'LOT-B' });
    expect(drawOfDose(station.db, dose.doseId)).toMatchObject({ productId: spikevax, lot: 'LOT-B' });
    expect(drawOfDose(station.db, dose.doseId)?.vialId).toBeUndefined();
    // Nobody booked it from a vial of that lot: it stays to be seen.
    expect(drawn(station)).toEqual([0, 0, 0, 0]);
    expect(stockOverview(station).differences).toMatchObject([
      { kind: 'moved', lot: 'LOT-B', objections: ['no-vial-open'] },
    ]);
  }
  // Whoever looks into it can still say of which lot it was, and it is booked from there.
  correct(one.station, dose, { lot: 'LOT-A' });
  expect(drawn(one.station)).toEqual([0, 0, 1, 0]);
  one.close();
  other.close();
});

const correction = fc.record(
  {
    lot: fc.constantFrom('LOT-A', 'LOT-B', 'lot-b'),
    productId: fc.constantFrom(comirnaty, spikevax),
    site: fc.constantFrom('left-upper-arm' as const, 'right-thigh' as const),
  },
  { requiredKeys: [] },
);
const step = fc.record({ at: fc.constantFrom('one' as const, 'other' as const), to: correction });

test('whatever two stations correct about one dose apart from each other, both end alike, and at most one vial of its lot holds it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 3 }), async (rounds) => {
      const both = await openTwoStations();
      const { exchange } = twoStations(() => both);
      const { one, other } = both;
      const dose = givenAtBoth(both, exchange);
      for (const steps of rounds) {
        for (const { at, to } of steps) {
          both[at].clock.now = addMinutes(both[at].clock.now, 1);
          correct(both[at].station, dose, to);
        }
        exchange();
      }
      for (const { station } of [one, other]) {
        const entry = entryOf(station, dose);
        const draw = drawOfDose(station.db, dose.doseId);
        expect([draw?.productId, draw?.lot.toUpperCase()]).toEqual([
          entry?.productId,
          entry?.lot.toUpperCase(),
        ]);
        const held = drawn(station);
        const own = lots.findIndex(
          ({ productId, lot }) => productId === draw?.productId && lot === draw.lot.toUpperCase(),
        );
        expect(held.filter((_, index) => index !== own)).toEqual([0, 0, 0]);
        expect(held[own]).toBe(draw?.vialId ? 1 : 0);
        expect(verifyReadModels(station.db)).toEqual([]);
      }
      expect(digestOfProjections(one.station.db)).toBe(digestOfProjections(other.station.db));
      one.close();
      other.close();
    }),
    {
      numRuns: 12,
      examples: [
        [
          [
            [{ at: 'one', to: { lot: 'lot-b' } }],
            [
              { at: 'one', to: { lot: 'LOT-A' } },
              { at: 'other', to: { lot: 'LOT-B' } },
            ],
          ],
        ],
      ],
    },
  );
}, 120_000);
