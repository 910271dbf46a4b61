import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DoseId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { DoseEntry } from '../../../domain/vaccination/dose-entry.ts';
import { openVial } from '../../../main/commands/stock/handle-vials.ts';
import { blockLot } from '../../../main/commands/stock/keep-lots.ts';
import { correctDose } from '../../../main/commands/vaccination/correct-dose.ts';
import { stockOverview } from '../../../main/queries/stock/stock-overview.ts';
import { weighCorrection } from '../../../main/queries/vaccination/weigh-correction.ts';
import { verifyReadModels } from '../../../main/store/projections/verify-read-models.ts';
import { drawOfDose } from '../../../main/store/tables/stock/dose-draws.ts';
import { entryWith } from '../../support/dose-entry.ts';
import { give, lotA, mustReceive, secondPerson, somebody, stockOf } from '../../support/stock-station.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const lotB = { ...lotA, lot: 'LOT-B' };
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

function given() {
  const personId = somebody(opened.station);
  return { personId, ...must(give(opened.station, personId)) };
}

function correct(dose: { personId: PersonId; doseId: DoseId }, more: Partial<DoseEntry>) {
  const to = entryWith(opened.station, dose, more);
  return must(
    correctDose(opened.station, 'operator', { ...dose, to, note: 'Probe', approvedBy: secondPerson }),
  );
}

const differences = () => stockOverview(opened.station).differences;
const later = (minutes: number) => {
  opened.clock.now = addMinutes(opened.clock.now, minutes);
};

describe('given a dose that was booked from one lot and was of another', () => {
  test('the vial that stood open of the right lot holds one less, the other one has it back, and both are told', () => {
    mustReceive(opened.station, 2);
    mustReceive(opened.station, 2, { name: lotB });
    const { vialId } = must(openVial(opened.station, 'operator', lotB));
    later(5);
    const dose = given();
    expect([stockOf(opened.station).drawn, stockOf(opened.station, lotB).drawn]).toEqual([[1], [0]]);
    correct(dose, { lot: lotB.lot });
    expect([stockOf(opened.station).drawn, stockOf(opened.station, lotB).drawn]).toEqual([[0], [1]]);
    expect(drawOfDose(opened.station.db, dose.doseId)).toMatchObject({ lot: lotB.lot, vialId });
    expect(differences()).toMatchObject([
      { kind: 'moved', lot: lotB.lot, from: { lot: lotA.lot }, objections: [] },
    ]);
    expect(verifyReadModels(opened.station.db)).toEqual([]);
  });

  test('no vial is opened now for a dose of then: that none stood open stays visible', () => {
    mustReceive(opened.station, 1);
    mustReceive(opened.station, 2, { name: lotB });
    const dose = given();
    later(60);
    must(openVial(opened.station, 'operator', lotB));
    correct(dose, { lot: lotB.lot });
    expect(stockOf(opened.station, lotB)).toMatchObject({ closed: 1, drawn: [0] });
    expect(differences()).toMatchObject([{ kind: 'moved', objections: ['no-vial-open'] }]);
  });

  test('corrected back, it is booked from its first vial again', () => {
    mustReceive(opened.station, 1);
    const dose = given();
    correct(dose, { lot: lotB.lot });
    correct(dose, { lot: lotA.lot });
    expect(stockOf(opened.station).drawn).toEqual([1]);
    expect(differences()).toMatchObject([{ kind: 'moved', lot: lotA.lot, from: { lot: lotB.lot } }]);
  });

  test('of a lot that is blocked, whoever corrects it is told before and the stock after', () => {
    mustReceive(opened.station, 1);
    mustReceive(opened.station, 1, { name: lotB });
    must(blockLot(opened.station, 'operator', { ...lotB, reason: 'Rückruf' }));
    const dose = given();
    const to = entryWith(opened.station, dose, { lot: lotB.lot });
    expect(must(weighCorrection(opened.station, { ...dose, to }))).toMatchObject({
      blocked: 'Rückruf',
      stock: { from: { lot: lotA.lot }, to: { lot: lotB.lot } },
    });
    correct(dose, { lot: lotB.lot });
    expect(differences()[0]?.objections).toContain('lot-blocked');
  });

  test('what does not concern the stock moves nothing', () => {
    mustReceive(opened.station, 1);
    const dose = given();
    correct(dose, { site: 'right-thigh' });
    expect(stockOf(opened.station).drawn).toEqual([1]);
    expect(differences()).toEqual([]);
  });
});

test('given a centre that kept no stock then, a correction books nothing', () => {
  const dose = given();
  correct(dose, { lot: lotB.lot });
  expect(drawOfDose(opened.station.db, dose.doseId)).toBeUndefined();
  expect(differences()).toEqual([]);
});
