import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { openVial } from '../../../main/commands/stock/handle-vials.ts';
import { receiveStock } from '../../../main/commands/stock/receive-stock.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { asking, type Read } from '../../support/asking.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const now = '2026-11-23T09:00:00.000Z' as Instant;
const today = '2026-11-23' as PlainDate;
const productId = productActiveUnasked;
const told = {
  productId,
  dosesPerVial: 7,
  usableHours: 12,
  thawDays: 70,
  source: 'Fachinformation, Stand 11/2026',
};
let opened: TestStation;
const doctor = asking(() => opened.station, { actor: 'staff:doctor', roles: ['screening-doctor'] });

beforeEach(async () => {
  opened = await openTestStation(undefined, now);
});
afterEach(() => opened.close());

const shown = () => doctor.valueOf('stock.overview', {});

function receive(lot: string) {
  const expiresOn = addDays(today, 400);
  must(
    receiveStock(opened.station, 'operator', {
      productId,
      lot,
      vials: 3,
      expiresOn,
      thawedOn: today,
      source: 'Apotheke',
      how: 'typed',
    }),
  );
}

test('given nobody confirmed the data of a vial, it says so, and they are those that are shipped', async () => {
  receive('A');
  must(openVial(opened.station, 'operator', { productId, lot: 'A' }));
  const stock = await shown();
  expect(stock.products.find((each: Read) => each.productId === productId)).not.toHaveProperty('confirmedAt');
  expect(stock.vials).toMatchObject([{ left: 6, usableUntil: addMinutes(now, 6 * 60) }]);
  expect(stock.lots).toMatchObject([{ thawedUntil: addDays(today, 31) }]);
});

test('when a doctor confirms others with their source, they hold for what is opened and received from then on', async () => {
  receive('A');
  must(openVial(opened.station, 'operator', { productId, lot: 'A' }));
  expect(await doctor.act('stock.confirm-vial-data', told)).toMatchObject({ ok: true });
  receive('B');
  must(openVial(opened.station, 'operator', { productId, lot: 'B' }));
  const stock = await shown();
  expect(stock.products.find((each: Read) => each.productId === productId)).toMatchObject({
    ...told,
    confirmedAt: now,
  });
  expect(stock.vials.map(({ left }: Read) => left).sort()).toEqual([6, 7]);
  expect(stock.vials.map(({ usableUntil }: Read) => usableUntil).sort()).toEqual([
    addMinutes(now, 6 * 60),
    addMinutes(now, 12 * 60),
  ]);
  expect(stock.lots.map(({ thawedUntil }: Read) => thawedUntil).sort()).toEqual([
    addDays(today, 31),
    addDays(today, 70),
  ]);
  const before = digestOfProjections(opened.station.db);
  rebuildProjections(opened.station.db);
  expect(digestOfProjections(opened.station.db)).toEqual(before);
});

test('data without a source are confirmed by nobody', async () => {
  expect(await doctor.act('stock.confirm-vial-data', { ...told, source: ' ' })).toMatchObject({
    refusal: { reason: 'vial-source-missing' },
  });
  expect((await shown()).products.every(({ confirmedAt }: Read) => confirmedAt === undefined)).toBe(true);
});
