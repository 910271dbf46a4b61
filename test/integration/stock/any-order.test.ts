import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DoseId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { lotStateOf } from '../../../domain/stock/lot-state.ts';
import type { VialObjection } from '../../../domain/stock/vial-objection.ts';
import { vialObjections } from '../../../domain/stock/vial-objection.ts';
import { discardVial, openVial } from '../../../main/commands/stock/handle-vials.ts';
import { blockLot, countStock, releaseLot } from '../../../main/commands/stock/keep-lots.ts';
import { correctDose } from '../../../main/commands/vaccination/correct-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { lotState } from '../../../main/queries/stock/lot-ground.ts';
import { doseEntry } from '../../../main/queries/vaccination/weigh-correction.ts';
import { verifyReadModels } from '../../../main/store/projections/verify-read-models.ts';
import { drawOfDose, oddDraws } from '../../../main/store/tables/stock/dose-draws.ts';
import { bookOfLot, hasReceived } from '../../../main/store/tables/stock/lot-book.ts';
import { entryWith } from '../../support/dose-entry.ts';
import { give, lotA, receive, secondPerson, somebody, stockOf } from '../../support/stock-station.ts';
import { openTestStation } from '../../support/test-station.ts';

type Step =
  | { readonly do: 'receive' | 'count' | 'discard-closed'; readonly vials: number }
  | { readonly do: 'open' | 'block' | 'release' | 'discard-open' }
  | { readonly do: 'give'; readonly knowingly: boolean; readonly opensNew: boolean }
  | { readonly do: 'correct'; readonly which: number; readonly toOther: boolean }
  | { readonly do: 'void'; readonly which: number }
  | { readonly do: 'wait'; readonly hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('receive' as const, 'count', 'discard-closed'), vials: fc.nat(3) }),
  fc.record({ do: fc.constantFrom('open' as const, 'block', 'release', 'discard-open') }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      knowingly: fc.boolean(),
      opensNew: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat(9), toOther: fc.boolean() }),
  },
  fc.record({ do: fc.constant('void' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.nat(7) }),
);

test('no order of commands makes the stock negative without a difference that stays visible', async () => {
  const opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
  const { station } = opened;
  let lots = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      const name = { ...lotA, lot: `LOT-${++lots}` };
      const keptStock = hasReceived(station.db);
      const other = { ...name, lot: `${name.lot}-OTHER` };
      let [received, taken, given, moved] = [0, 0, 0, 0];
      const saidOfMoved = new Map<DoseId, string>();
      const doses: { personId: PersonId; doseId: DoseId; lot: string }[] = [];
      for (const each of steps) {
        opened.clock.now = addMinutes(opened.clock.now, 1);
        const before = stockOf(station, name);
        if (each.do === 'wait') opened.clock.now = addMinutes(opened.clock.now, each.hours * 60);
        else if (each.do === 'receive') {
          if (receive(station, each.vials, { name }).ok) received += each.vials;
        } else if (each.do === 'count') countStock(station, 'operator', { ...name, vials: each.vials });
        else if (each.do === 'block') blockLot(station, 'operator', { ...name, reason: 'Probe' });
        else if (each.do === 'release')
          releaseLot(station, 'operator', { ...name, reason: 'Probe', approvedBy: secondPerson });
        else if (each.do === 'open') openVial(station, 'operator', name);
        else if (each.do === 'discard-closed') {
          const wish = { ...name, vials: each.vials, reason: 'broken' as const, note: '' };
          if (discardVial(station, 'operator', wish).ok) taken += each.vials;
        } else if (each.do === 'discard-open') {
          const vialId = before.vials.at(-1)?.vialId;
          if (vialId)
            discardVial(station, 'operator', { ...name, vialId, vials: 1, reason: 'day-end', note: '' });
        } else if (each.do === 'give') {
          const objections: readonly VialObjection[] = each.knowingly ? vialObjections : [];
          const approval = { reason: 'Probe', approvedBy: secondPerson };
          const person = somebody(station);
          const vial = { objections, ...(each.opensNew ? { opensNew: true } : {}) };
          const dose = give(station, person, {
            lot: name.lot,
            vial,
            ...(each.knowingly ? { approval } : {}),
          });
          if (dose.ok) doses.push({ personId: person, doseId: dose.value.doseId, lot: name.lot });
          if (dose.ok) given += 1;
        } else if (each.do === 'correct' || each.do === 'void') {
          const dose = doses[each.which % Math.max(1, doses.length)];
          if (!dose) continue;
          const of = { personId: dose.personId, doseId: dose.doseId };
          const signed = { ...of, note: 'Probe', approvedBy: secondPerson };
          if (each.do === 'void') voidDose(station, 'operator', { ...signed, reason: 'not-given' });
          else {
            const { lot } = each.toOther ? other : name;
            if (!doseEntry(station, of).ok) continue;
            const to = entryWith(station, of, { lot });
            const wasDrawn = drawOfDose(station.db, dose.doseId) !== undefined;
            if (correctDose(station, 'operator', { ...signed, to }).ok && wasDrawn) {
              moved += lot === name.lot ? -1 : 1;
              dose.lot = lot;
              // Before anything was ever received nobody keeps a stock that could miss it.
              const said = hasReceived(station.db) ? ['lot-unknown'] : [];
              if (lot === name.lot) saidOfMoved.delete(dose.doseId);
              else saidOfMoved.set(dose.doseId, said.join());
            }
          }
        }
      }
      const { closed = 0, vials } = stockOf(station, name);
      const odd = oddDraws(station.db, 1e6);
      const ofLot = odd.filter(({ lot }) => lot === name.lot);
      // Whatever was booked from one lot and is booked from another now is told of both, and none is lost.
      const ofOther = odd.filter(({ lot, movedFrom }) => lot === other.lot && movedFrom?.lot === name.lot);
      expect(ofOther).toHaveLength(moved);
      expect(ofOther.map(({ objections }) => objections.join()).toSorted()).toEqual(
        [...saidOfMoved.values()].toSorted(),
      );
      const state = lotState(station, name);
      expect(state).toEqual(lotStateOf(bookOfLot(station.db, name)));
      const differences = state?.differences ?? [];
      const explained = differences.reduce(
        (sum, each) => sum + (each.kind === 'counted' ? each.vials - each.expected : each.vials),
        0,
      );
      expect(closed).toBeGreaterThanOrEqual(0);
      expect(closed).toBe(received - taken - vials.length + explained);
      const drawn = station.db.first<{ count: number }>(
        'SELECT count(*) AS count FROM dose_draw WHERE lot = ?',
        name.lot,
      );
      const fromVials = vials.reduce((sum, vial) => sum + vial.drawn, 0);
      const fromNone = ofLot.filter(({ vialId }) => vialId === undefined).length;
      expect(fromVials + fromNone).toBe(drawn?.count);
      if (keptStock) expect(drawn?.count).toBe(given - moved);
      // Whatever was drawn beyond what a vial holds says so.
      for (const { vialId, drawn, doses } of vials) {
        const beyond = ofLot.filter(
          (each) => each.vialId === vialId && each.objections.includes('vial-run-out'),
        );
        expect(beyond.length).toBeGreaterThanOrEqual(Math.max(0, drawn - doses));
      }
    }),
    { numRuns: 25 },
  );
  expect(verifyReadModels(station.db)).toEqual([]);
  opened.close();
}, 120_000);
