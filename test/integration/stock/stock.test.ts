import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { discardVial, openVial } from '../../../main/commands/stock/handle-vials.ts';
import { addFridge, noteTemperature, removeFridge } from '../../../main/commands/stock/keep-fridges.ts';
import { blockLot, countStock, extendExpiry, releaseLot } from '../../../main/commands/stock/keep-lots.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import { verifyReadModels } from '../../../main/store/projections/verify-read-models.ts';
import { vialCodes } from '../../../main/store/tables/products/vial-codes.ts';
import { oddDraws } from '../../../main/store/tables/stock/dose-draws.ts';
import { fridgesInUse, temperaturesOf } from '../../../main/store/tables/stock/fridges.ts';
import {
  comirnaty,
  give,
  lotA,
  mustReceive,
  receive,
  secondPerson,
  somebody,
  stockOf,
} from '../../support/stock-station.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const start = '2026-11-23T09:00:00.000Z' as Instant;
let opened: TestStation;
const station = () => opened.station;
const later = (minutes: number) => {
  opened.clock.now = addMinutes(opened.clock.now, minutes);
};

beforeEach(async () => {
  opened = await openTestStation(undefined, start);
});
afterEach(() => {
  expect(verifyReadModels(station().db)).toEqual([]);
  opened.close();
});

describe('given a centre that keeps no stock', () => {
  test('a dose is recorded as ever, without a vial', () => {
    expect(give(station(), somebody(station())).ok).toBe(true);
    expect(stockOf(station())).toMatchObject({ closed: undefined, drawn: [] });
  });

  test('a lot that is blocked is held to nevertheless', () => {
    must(blockLot(station(), 'operator', { ...lotA, reason: 'Rückruf' }));
    expect(give(station(), somebody(station()))).toEqual({ ok: false, refusal: 'lot-blocked' });
  });
});

describe('given two vials of a lot', () => {
  beforeEach(() => mustReceive(station(), 2));

  test('the first dose opens a vial, the next five come from it, and the seventh opens the second', () => {
    for (let dose = 0; dose < 7; dose++) must(give(station(), somebody(station())));
    expect(stockOf(station())).toMatchObject({ closed: 0, drawn: [6, 1], differences: [] });
  });

  test('the lot is the same however its letters are typed', () => {
    must(give(station(), somebody(station()), { lot: 'lot-a' }));
    expect(stockOf(station())).toMatchObject({ closed: 1, drawn: [1] });
  });

  test('dose and vial are bound in one breath, in the history of the person', () => {
    const personId = somebody(station());
    const { doseId } = must(give(station(), personId));
    const [vial] = stockOf(station()).vials;
    const events = historyOf(station().db, personId).map(({ event }) => event);
    expect(events.find(({ type }) => type === 'DoseDrawn')?.data).toMatchObject({
      doseId,
      vialId: vial?.vialId,
      objections: [],
    });
  });

  test('the same request twice draws one dose', () => {
    const personId = somebody(station());
    const requestId = '0197a000-0000-4000-8000-000000000001';
    must(give(station(), personId, { requestId }));
    must(give(station(), personId, { requestId }));
    expect(stockOf(station()).drawn).toEqual([1]);
  });

  test('a dose that is voided stays drawn: it is in the vial no more', () => {
    const personId = somebody(station());
    const { doseId } = must(give(station(), personId));
    must(
      voidDose(station(), 'operator', {
        personId,
        doseId,
        reason: 'wrong-entry',
        note: '',
        approvedBy: secondPerson,
      }),
    );
    expect(stockOf(station()).drawn).toEqual([1]);
  });

  test('after six hours the vial is refused, and the next one is opened', () => {
    const { vialId } = must(openVial(station(), 'operator', lotA));
    later(6 * 60);
    expect(give(station(), somebody(station()), { vial: { vialId } })).toEqual({
      ok: false,
      refusal: 'vial-past-use',
    });
    must(give(station(), somebody(station())));
    expect(stockOf(station())).toMatchObject({ closed: 0, drawn: [0, 1] });
  });

  test('a dose that was given from it nevertheless is recorded by four eyes, and stays visible', () => {
    const { vialId } = must(openVial(station(), 'operator', lotA));
    later(7 * 60);
    const approval = { reason: 'Vor Ablauf aufgezogen.', approvedBy: secondPerson };
    const vial = { vialId, objections: ['vial-past-use' as const] };
    must(give(station(), somebody(station()), { vial, approval }));
    expect(oddDraws(station().db, 10)).toMatchObject([{ vialId, objections: ['vial-past-use'] }]);
  });

  test('a vial that was thrown away is lost with the doses left in it, and gives none any more', () => {
    const { vialId } = must(openVial(station(), 'operator', lotA));
    must(give(station(), somebody(station())));
    must(discardVial(station(), 'operator', { ...lotA, vialId, vials: 1, reason: 'broken', note: '' }));
    expect(station().db.first("SELECT doses FROM lot_entry WHERE kind = 'discarded'")).toEqual({ doses: 5 });
    expect(give(station(), somebody(station()), { vial: { vialId } })).toEqual({
      ok: false,
      refusal: 'vial-discarded',
    });
    const again = { ...lotA, vialId, vials: 1, reason: 'broken' as const, note: '' };
    expect(discardVial(station(), 'operator', again)).toEqual({
      ok: false,
      refusal: 'vial-already-discarded',
    });
  });

  test('of those that are closed no more are thrown away than are there', () => {
    const discard = (vials: number) =>
      discardVial(station(), 'operator', { ...lotA, vials, reason: 'cold-chain', note: '' });
    expect(discard(3)).toEqual({ ok: false, refusal: 'more-than-there' });
    must(discard(2));
    expect(stockOf(station())).toMatchObject({ closed: 0, differences: [] });
  });

  test('those that are closed are neither empty nor over their time after opening', () => {
    for (const reason of ['empty', 'time-over'] as const)
      expect(discardVial(station(), 'operator', { ...lotA, vials: 1, reason, note: '' })).toEqual({
        ok: false,
        refusal: 'waste-reason-of-opened',
      });
  });

  test('a vial whose number was scanned is opened once', () => {
    must(openVial(station(), 'operator', { ...lotA, serial: 'SN-7' }));
    expect(openVial(station(), 'operator', { ...lotA, serial: 'SN-7' })).toEqual({
      ok: false,
      refusal: 'vial-already-open',
    });
  });

  test('a count that differs stays visible, and what was counted is there', () => {
    must(countStock(station(), 'operator', { ...lotA, vials: 1 }));
    expect(stockOf(station())).toMatchObject({ closed: 1, differences: ['counted'] });
  });

  test('while the lot is blocked no vial is opened; two people release it', () => {
    must(blockLot(station(), 'operator', { ...lotA, reason: 'Rückruf' }));
    expect(openVial(station(), 'operator', lotA)).toEqual({ ok: false, refusal: 'lot-blocked' });
    expect(give(station(), somebody(station()))).toEqual({ ok: false, refusal: 'lot-blocked' });
    const release = { ...lotA, reason: 'Andere Packung betroffen', approvedBy: secondPerson };
    must(releaseLot(station(), 'operator', release));
    must(give(station(), somebody(station())));
  });

  test('a dose of an unknown lot is recorded and stays visible', () => {
    must(give(station(), somebody(station()), { lot: 'LOT-B' }));
    expect(oddDraws(station().db, 10)).toMatchObject([{ lot: 'LOT-B', objections: ['lot-unknown'] }]);
  });
});

test('given a lot that expired, an extension with its source makes it usable again', () => {
  mustReceive(station(), 1, { expiresOn: '2026-11-30' });
  later(10 * 24 * 60);
  expect(give(station(), somebody(station()))).toEqual({ ok: false, refusal: 'lot-expired' });
  const extend = { ...lotA, expiresOn: '2027-02-28' as PlainDate, source: 'Schreiben des Herstellers' };
  expect(extendExpiry(station(), 'operator', { ...extend, source: '' })).toMatchObject({
    refusal: 'source-missing',
  });
  must(extendExpiry(station(), 'operator', extend));
  must(give(station(), somebody(station()), { expiresOn: '2026-11-30' as PlainDate }));
});

test('what comes in expired, of another product or from nobody is refused', () => {
  const code = '04150123456782';
  mustReceive(station(), 1, { productCode: code });
  expect(vialCodes(station().db).get(code)).toBe(comirnaty);
  expect(receive(station(), 1, { expiresOn: '2026-11-22' })).toMatchObject({ refusal: 'lot-expired' });
  const spikevax = { productId: 'spikevax' as typeof comirnaty, lot: 'LOT-S' };
  expect(receive(station(), 1, { name: spikevax, productCode: code })).toMatchObject({
    refusal: 'vial-of-other-product',
  });
});

test('a fridge that was too warm is noted with what was done about it', () => {
  const { fridgeId } = must(
    addFridge(station(), 'operator', { name: 'Kühlschrank 1', fromCelsius: 2, toCelsius: 8 }),
  );
  const note = (celsius: number, words: string) =>
    noteTemperature(station(), 'operator', { fridgeId, celsius, note: words });
  must(note(4.5, ''));
  expect(note(9, ' ')).toEqual({ ok: false, refusal: 'temperature-note-missing' });
  later(10);
  must(note(9, 'Tür stand offen.'));
  expect(temperaturesOf(station().db, fridgeId, 5).map(({ celsius }) => celsius)).toEqual([9, 4.5]);
  must(removeFridge(station(), 'operator', { fridgeId }));
  expect(fridgesInUse(station().db)).toEqual([]);
});
