import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StaffId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { joinStandby } from '../../../main/commands/appointments/join-standby.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { activateProduct } from '../../../main/commands/products/activate-product.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import { comirnaty, give, lotA, mustReceive, somebody } from '../../support/stock-station.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const start = '2026-11-23T16:00:00.000Z' as Instant;
let opened: TestStation;
const lead = aWindow(() => opened.station, 'lead');
const keeper = aWindow(() => opened.station, 'keeper');
const station = () => opened.station;
const requestId = () => crypto.randomUUID();

beforeEach(async () => {
  opened = await openTestStation(undefined, start);
  await lead.signIn(await expectStaff(station(), 'Ada Lend', ['site-lead', 'vaccinator'], '4739'), '4739');
  await keeper.signIn(await expectStaff(station(), 'Bo Lager', ['stock-keeper'], '8264'), '8264');
});
afterEach(() => opened.close());

describe('the code of a vial', () => {
  const read = async (text: string) => (await keeper.ask('stock.read-vial', { texts: [text] })).value;

  test('with a day 00 can be used until the end of that month', async () => {
    expect(await read('010415012345678217300200' + '10EX1234')).toMatchObject({
      isVial: true,
      lot: 'EX1234',
      expiresOn: '2030-02-28',
    });
  });

  test('names the product once a receipt told which one it is', async () => {
    mustReceive(station(), 1, { productCode: '04150123456782' });
    expect(await read('010415012345678210EX1234')).toMatchObject({ productId: 'comirnaty' });
  });

  test('that is none is told, and nothing breaks', async () => {
    for (const text of ['24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC', '', '\u0000', '[)>\u001e06\u001d9N'])
      expect((await keeper.ask('stock.read-vial', { texts: [text] })).value).toEqual({ isVial: false });
  });
});

test('the stock keeper receives, counts and blocks; who got a lot is not theirs to know', async () => {
  const receipt = { ...lotA, vials: 3, expiresOn: '2027-12-31', source: 'Apotheke', how: 'typed' };
  expect(await keeper.ask('stock.receive', { requestId: requestId(), ...receipt })).toMatchObject({
    ok: true,
  });
  expect(await keeper.ask('stock.count', { requestId: requestId(), ...lotA, vials: 2 })).toMatchObject({
    ok: true,
  });
  expect((await keeper.ask('stock.overview')).value).toMatchObject({
    lots: [{ lot: 'LOT-A', closed: 2, dosesPerVial: 6 }],
    differences: [{ kind: 'counted', expected: 3, vials: 2 }],
  });
  expect(await keeper.ask('stock.trace', { lot: 'LOT-A' })).toMatchObject({
    refusal: { reason: 'not-allowed' },
  });
});

test('a blocked lot is released by two people alone', async () => {
  mustReceive(station(), 1);
  await keeper.ask('stock.block', { requestId: requestId(), ...lotA, reason: 'Rückruf' });
  const release = { requestId: requestId(), ...lotA, reason: 'Geklärt' };
  const { signedIn } = (await lead.ask('staff.session')).value as { signedIn: { staffId: StaffId } };
  const second = { staffId: signedIn.staffId, pin: '4739' };
  expect(await lead.ask('stock.release', { ...release, secondSignIn: second })).toMatchObject({
    refusal: { reason: 'second-person-same' },
  });
  expect(await keeper.ask('stock.release', { ...release, secondSignIn: second })).toMatchObject({ ok: true });
});

test('a vial that stands open says that its lot was blocked, and its doses are there for nobody', async () => {
  mustReceive(station(), 1);
  must(give(station(), somebody(station())));
  const overview = async () => (await keeper.ask('stock.overview')).value;
  expect(await overview()).toMatchObject({ vials: [{ objections: [] }], evening: [{ dosesLeft: 5 }] });
  await keeper.ask('stock.block', { requestId: requestId(), ...lotA, reason: 'Rückruf' });
  const blocked = await overview();
  expect(blocked.vials).toMatchObject([{ objections: ['lot-blocked'] }]);
  expect(blocked.evening).toMatchObject([{ dosesLeft: 0 }]);
});

test('the form is told the vial of the dose before at this station, and after a scan which ones there are', async () => {
  mustReceive(station(), 3);
  const ask = async (more: object = {}) =>
    (await lead.ask('stock.vial-for-dose', { productId: comirnaty, lot: 'LOT-A', ...more })).value;
  expect(await ask()).toMatchObject({ kind: 'new', newVial: { number: 1, doses: 6, usableHours: 6 } });
  must(give(station(), somebody(station())));
  must(give(station(), somebody(station()), { vial: { opensNew: true } }));
  expect(await ask()).toMatchObject({ kind: 'open', vials: [{ number: 2, left: 5 }] });
  expect(await ask({ isScanned: true })).toMatchObject({ kind: 'choose', vials: [{}, {}] });
  expect(await ask({ lot: 'LOT-B' })).toMatchObject({ kind: 'no-vial', objections: ['lot-unknown'] });
});

test('a lot that came in as another vaccine is refused at the scan with its name', async () => {
  must(activateProduct(station(), 'operator', { productId: 'spikevax' as typeof comirnaty }));
  mustReceive(station(), 1, { name: { productId: 'spikevax' as typeof comirnaty, lot: 'LOT-S' } });
  expect((await lead.ask('stock.vial-for-dose', { productId: comirnaty, lot: 'LOT-S' })).value).toMatchObject(
    { kind: 'no-vial', objections: ['other-product'], otherProduct: 'Spikevax' },
  );
  expect(give(station(), somebody(station()), { lot: 'LOT-S' })).toEqual({
    ok: false,
    refusal: 'other-product',
  });
});

test('in the evening it says to open no more vials, and how many of those who wait can be called', async () => {
  mustReceive(station(), 2);
  for (let dose = 0; dose < 2; dose++) must(give(station(), somebody(station())));
  const day = '2026-11-23';
  const names = ['Ada', 'Bruno', 'Cleo'];
  for (const wait of [0, 1, 2]) {
    const personId = expectPerson(
      station(),
      aPerson({ givenName: names[wait], familyName: `Warte${names[wait]}` }),
      addMinutes(start, 7 * 24 * 60),
    );
    must(
      joinStandby(station(), 'operator', {
        personId,
        fromDay: day as never,
        toDay: day as never,
        reach: 'phone',
      }),
    );
  }
  const { evening } = (await keeper.ask('stock.overview')).value as {
    evening: { productId: string; dosesLeft: number; expected: number; standby: number; advice: object }[];
  };
  const own = evening.find(({ productId }) => productId === comirnaty);
  expect(own).toMatchObject({ dosesLeft: 4, standby: 3 });
  expect(own?.advice).toMatchObject({ kind: 'open-no-more', call: Math.min(3, 4 - (own?.expected ?? 0)) });
});

test('who got a lot: everybody who may be named, the others counted', async () => {
  mustReceive(station(), 2);
  const [anna, otto] = [
    somebody(station(), { givenName: 'Anna', phone: '0170 1' }),
    somebody(station(), { givenName: 'Otto' }),
  ];
  for (const personId of [anna, otto]) must(give(station(), personId));
  must(restrictPerson(station(), 'operator', { personId: otto, why: 'objection' }));
  const { value } = await lead.ask('stock.trace', { lot: 'lot-a' });
  expect(value).toMatchObject({
    count: 2,
    notNamed: 0,
    shown: [{ givenName: 'Anna', contact: '0170 1', ordinal: 1 }, { givenName: 'Otto' }],
  });
  const file = await lead.ask('stock.trace-file', { lot: 'LOT-A', language: 'de' });
  const text = Buffer.from((file.value as { base64: string }).base64, 'base64').toString('utf8');
  expect(text).toContain('Anna');
  expect(text).not.toContain('Otto');
  expect(text).toMatch(/nicht genannt werden.*;1/);
  expect(await lead.ask('stock.trace-file', { lot: 'LOT-Z', language: 'de' })).toMatchObject({
    refusal: { reason: 'lot-given-to-nobody' },
  });
});
