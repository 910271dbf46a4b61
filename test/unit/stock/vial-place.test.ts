import { describe, expect, test } from 'vitest';
import {
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
  type VialId,
} from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { vialDataOf } from '../../../domain/products/vial-data.ts';
import { decideDraw } from '../../../domain/stock/draw-dose.ts';
import { lotStateOf } from '../../../domain/stock/lot-state.ts';
import { dosesLeft, type OpenedVial, usableUntil } from '../../../domain/stock/open-vial.ts';
import { type LotGround, placeOf, type VialWish } from '../../../domain/stock/vial-place.ts';

const now = '2026-11-23T12:00:00.000Z' as Instant;
const today = '2026-11-23' as PlainDate;
const comirnaty = idOf<ProductId>('comirnaty');
const vial = (number: number, more: Partial<OpenedVial> = {}): OpenedVial => ({
  vialId: idOf<VialId>(`vial-${number}`),
  number,
  doses: 6,
  drawn: 0,
  openedAt: addMinutes(now, -60),
  usableUntil: addMinutes(now, 300),
  ...more,
});
const received = { kind: 'received' as const, at: now, vials: 5, expiresOn: '2027-01-31' as PlainDate };
const given = (vials: readonly OpenedVial[] = [], more: Partial<LotGround> = {}): LotGround => ({
  keepsStock: true,
  lot: lotStateOf([received]),
  vials,
  now,
  today,
  ...more,
});
const emptyShelf = lotStateOf([received, { kind: 'counted', at: now, vials: 0 }]);
const blocked = lotStateOf([received, { kind: 'blocked', at: now, vials: 0, words: 'Rückruf' }]);
const scanned = (ground: LotGround, wish: VialWish = {}) => placeOf(ground, wish);

describe('when a vial is scanned for a dose', () => {
  test('and the centre keeps no stock, the dose is recorded without a vial', () => {
    expect(scanned(given([], { keepsStock: false, lot: undefined }))).toEqual({ kind: 'no-stock' });
  });

  test('and its lot never came in, that is noted and the dose goes on', () => {
    expect(scanned(given([], { lot: undefined }))).toEqual({ kind: 'no-vial', objections: ['lot-unknown'] });
  });

  test('and its lot came in as another vaccine, it is refused', () => {
    const otherProduct = idOf<ProductId>('spikevax');
    expect(scanned(given([], { lot: undefined, otherProduct }))).toEqual({
      kind: 'no-vial',
      objections: ['other-product'],
    });
  });

  test('and no vial of its lot stands open, it is opened with the dose', () => {
    expect(scanned(given())).toEqual({ kind: 'new', objections: [] });
    expect(scanned(given([vial(1, { drawn: 6 })]))).toEqual({ kind: 'new', objections: [] });
  });

  test('and one of its lot stands open, it is that one', () => {
    expect(scanned(given([vial(1, { drawn: 6 }), vial(2)]))).toMatchObject({
      kind: 'open',
      vial: { number: 2 },
      objections: [],
    });
  });

  test('and two of its lot stand open, somebody chooses', () => {
    const ground = given([vial(1), vial(2)]);
    expect(scanned(ground)).toMatchObject({ kind: 'choose', vials: [{ number: 1 }, { number: 2 }] });
    expect(scanned(ground, { vialId: idOf<VialId>('vial-2') })).toMatchObject({ vial: { number: 2 } });
    expect(scanned(ground, { lastVialId: idOf<VialId>('vial-1') })).toMatchObject({ vial: { number: 1 } });
  });

  test('and it carries a number, the same number is the same vial and another one a new vial', () => {
    const ground = given([vial(1, { serial: 'A' })]);
    expect(scanned(ground, { serial: 'A' })).toMatchObject({ kind: 'open', vial: { number: 1 } });
    expect(scanned(ground, { serial: 'B' })).toEqual({ kind: 'new', objections: [] });
  });

  test('and another one is wanted, it is opened', () => {
    expect(scanned(given([vial(1)]), { opensNew: true })).toEqual({ kind: 'new', objections: [] });
  });

  test('and nothing of its lot is left by the books, it is the empty one', () => {
    expect(scanned(given([vial(1, { drawn: 6 })], { lot: emptyShelf }))).toMatchObject({
      kind: 'open',
      objections: ['vial-run-out'],
    });
  });

  test.each([
    ['its time is over', vial(1, { usableUntil: now }), 'vial-past-use'],
    ['all doses are drawn', vial(1, { drawn: 6 }), 'vial-run-out'],
    ['more than it held was drawn', vial(1, { drawn: 7 }), 'vial-run-out'],
    ['it was thrown away', vial(1, { discarded: 'broken' }), 'vial-discarded'],
  ] as const)('and %s, it is refused', (_, each, objection) => {
    expect(scanned(given([each]), { vialId: each.vialId })).toMatchObject({ objections: [objection] });
  });

  test('and its lot is blocked, it is refused, also where no stock is kept', () => {
    expect(scanned(given([], { lot: blocked }))).toEqual({ kind: 'new', objections: ['lot-blocked'] });
    const lot = lotStateOf([{ kind: 'blocked', at: now, vials: 0, words: 'Rückruf' }]);
    expect(scanned(given([], { keepsStock: false, lot }))).toEqual({
      kind: 'no-vial',
      objections: ['lot-blocked'],
    });
  });

  test('and all that is left was thawed too long ago, it is refused', () => {
    const lot = lotStateOf([{ ...received, thawedUntil: '2026-11-22' as PlainDate }]);
    expect(scanned(given([], { lot }))).toEqual({ kind: 'new', objections: ['thaw-over'] });
  });
});

const dose = {
  doseId: idOf<DoseId>('dose-1'),
  personId: idOf<PersonId>('person-1'),
  productId: comirnaty,
  lot: 'LOT-1',
  now,
  accepted: [],
  vialData: vialDataOf(idOf<ProductId>('comirnaty')),
  newVialId: () => idOf<VialId>('vial-new'),
};
const approval = { approvedBy: idOf<StaffId>('second'), reason: 'Schon gegeben.' };

describe('when the dose is recorded', () => {
  test('a new vial is opened with it, and its six hours run', () => {
    expect(decideDraw({ kind: 'new', objections: [] }, dose)).toMatchObject({
      ok: true,
      value: {
        drawn: [{ type: 'DoseDrawn', data: { doseId: 'dose-1', vialId: 'vial-new', objections: [] } }],
        opened: [
          { type: 'VialOpened', data: { vialId: 'vial-new', doses: 6, usableUntil: addMinutes(now, 360) } },
        ],
      },
    });
    expect(usableUntil(vialDataOf(idOf<ProductId>('fsme-immun')), now)).toBeUndefined();
  });

  test('from a blocked lot it is refused to one person, and recorded by four eyes with a reason', () => {
    const place = placeOf(given([vial(1)], { lot: blocked }), {});
    const accepted = ['lot-blocked'] as const;
    expect(decideDraw(place, dose)).toEqual({ ok: false, refusal: 'lot-blocked' });
    expect(decideDraw(place, { ...dose, accepted })).toEqual({ ok: false, refusal: 'lot-blocked' });
    expect(decideDraw(place, { ...dose, approval })).toEqual({ ok: false, refusal: 'lot-blocked' });
    expect(decideDraw(place, { ...dose, accepted, approval: { ...approval, reason: ' ' } })).toEqual({
      ok: false,
      refusal: 'vial-reason-missing',
    });
    expect(decideDraw(place, { ...dose, accepted, approval })).toMatchObject({
      ok: true,
      value: {
        drawn: [{ data: { vialId: 'vial-1', objections: ['lot-blocked'], approvedBy: 'second' } }],
        opened: [],
      },
    });
  });

  test('of a lot that nobody knows it is recorded by one person, and stays visible', () => {
    expect(decideDraw(placeOf(given([], { lot: undefined }), {}), dose)).toMatchObject({
      ok: true,
      value: { drawn: [{ data: { objections: ['lot-unknown'] } }] },
    });
  });
});

test('a vial never has fewer than no doses', () => {
  expect(dosesLeft(vial(1, { drawn: 2 }))).toBe(4);
  expect(dosesLeft(vial(1, { drawn: 9 }))).toBe(0);
  expect(dosesLeft(vial(1, { discarded: 'broken' }))).toBe(0);
});
