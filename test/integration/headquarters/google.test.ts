import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppointmentId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { readPass } from '../../../headquarters/features/api/read-pass.ts';
import { bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { cancelOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { personalPath } from '../../../headquarters/features/booking/personal-link.ts';
import { setGoogleAccount } from '../../../headquarters/features/google/set-google-account.ts';
import { voidPass } from '../../../headquarters/features/passes/void-pass.ts';
import { startGoogleSender } from '../../../headquarters/jobs/google-sender.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import type { Centre } from '../../../headquarters/store/centres.ts';
import { centreOf } from '../../../headquarters/store/centres.ts';
import type { CardsFor } from '../../../headquarters/store/google-account.ts';
import { cardCounts, tryCardsAgain } from '../../../headquarters/store/google-cards.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import {
  type GoogleSimulator,
  startGoogleSimulator,
} from '../../../issuing/google/simulated/start-simulator.ts';
import { makeAccount, testGoogleAccount, testIssuerId } from '../../support/google-account.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { aPerson } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

let test: TestHeadquarters;
let google: GoogleSimulator;
let workers: { close(): Promise<void> }[];
let centres = 0;
beforeAll(async () => {
  google = await startGoogleSimulator();
  const { account } = testGoogleAccount();
  google.register(account, testIssuerId);
  test = await aHeadquarters({ parts: { google: google.endpoints } });
  workers = [startPassFollower(test.headquarters), startGoogleSender(test.headquarters)];
}, 120_000);
afterAll(async () => {
  for (const worker of workers) await worker.close();
  await test.close();
  await google.close();
});
afterEach(() => google.recover());

async function centreWithGoogle(cardsFor: CardsFor, accountFile = testGoogleAccount().file): Promise<Centre> {
  centres += 1;
  const id = await aCentre(test, `google-${centres}`);
  const wish = { issuerId: testIssuerId, accountFile: Buffer.from(accountFile).toString(), cardsFor };
  expect((await setGoogleAccount(test.headquarters, id, wish)).ok).toBe(true);
  return (await centreOf(test.headquarters.databases.app, id)) as Centre;
}

async function somebody(centre: Centre, slotIds: readonly string[] = []) {
  const booked = await bookOnline(test.headquarters, centre, {
    details: aPerson(),
    slotIds,
    mayMail: false,
    mayComeUnbooked: true,
    actor: 'citizen',
  });
  if (!booked.ok) throw new Error(booked.refusal);
  const { personId } = booked.value;
  return { ...booked.value, page: personalPath(test.headquarters, centre.id, personId) };
}

const objectOf = (passId: string) => google.state.objects.get(`${testIssuerId}.${passId}`);
const pageOf = async (url: string) =>
  (await test.app.inject({ url, headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 16)' } })).body;
const within = <Value>(centre: Centre, work: Parameters<typeof inCentre<Value>>[2]) =>
  inCentre(test.headquarters.databases.app, centre.id, work);

describe('the card of a pass at Google', () => {
  it('is made with the pass, names neither the person nor a dose, and is saved by a signed link on the page', async () => {
    const centre = await centreWithGoogle('every-pass');
    const { passId, page } = await somebody(centre);
    await untilSo(() => objectOf(passId) !== undefined);
    const { id, barcode, textModulesData, ...card } = objectOf(passId) as Record<string, unknown>;
    expect(card).toMatchSnapshot();
    expect(JSON.stringify(objectOf(passId))).not.toMatch(/Mustermann|Comirnaty|1964/);
    const link = new RegExp(`href="(${google.endpoints.saveUrl}/[^"]+)"[^>]*>Zu Google Wallet hinzufügen`);
    await untilSo(async () => link.test(await pageOf(page)));
    const [, url = ''] = link.exec(await pageOf(page)) ?? [];
    expect(url.length).toBeLessThan(1_800);
    expect(await (await fetch(url)).text()).toContain(centre.name);
    expect((await readPass(test.headquarters, centre.id, passId))?.links?.googleWallet).toBe(url);
  }, 60_000);

  it('follows the pass and rings where the pass announces it, and ends with it', async () => {
    const centre = await centreWithGoogle('every-pass');
    await openOnlineDays(test, centre.id, ['2027-01-11', '2027-02-15', '2027-02-16']);
    const slotOn = async (day: string) =>
      (await within(centre, (db) => freeSlots(db, { after: test.clock.now }))).find(
        (slot) => slot.day === day,
      )?.slotId ?? '';
    const { personId, passId, appointmentIds } = await somebody(centre, [
      await slotOn('2027-01-11'),
      await slotOn('2027-02-15'),
    ]);
    await untilSo(() => objectOf(passId) !== undefined);
    const appointmentId = appointmentIds[0] as AppointmentId;
    await cancelOnline(test.headquarters, centre, { personId, appointmentId, actor: 'citizen' });
    await untilSo(() => objectOf(passId)?.messages !== undefined);
    expect(objectOf(passId)?.messages).toMatchObject([{ messageType: 'TEXT_AND_NOTIFY' }]);
    await voidPass(test.headquarters, centre.id, { passId, reason: 'lost', actor: 'operator' });
    await untilSo(() => objectOf(passId)?.state === 'INACTIVE');
  }, 60_000);

  it('is made only where somebody asks for it, if the centre wants that, and the phone goes straight on to Google', async () => {
    const centre = await centreWithGoogle('on-request');
    const { passId, page } = await somebody(centre);
    expect(await pageOf(page)).toContain(`href="${page}/google"`);
    expect(objectOf(passId)).toBeUndefined();
    const asked = await test.app.inject(`${page}/google`);
    expect(asked.statusCode).toBe(303);
    expect(String(asked.headers.location)).toContain(google.endpoints.saveUrl);
    expect(objectOf(passId)).toBeDefined();
    expect(await pageOf(page)).toContain(google.endpoints.saveUrl);
  }, 60_000);

  it('waits while Google is away and comes when it is back; nothing about a person is logged', async () => {
    const centre = await centreWithGoogle('every-pass');
    google.failNext({ times: 1_000, how: 'drop' });
    const { passId, page } = await somebody(centre);
    const counts = () => within(centre, cardCounts);
    await untilSo(async () => (await counts()).failing === 1);
    const answer = await test.app.inject(`${page}/google`);
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('Google Wallet ist gerade nicht erreichbar');
    google.recover();
    test.clock.now = addMinutes(test.clock.now, 60);
    await untilSo(() => objectOf(passId) !== undefined);
    await untilSo(async () => (await counts()).failing === 0);
    expect(JSON.stringify(test.logged)).not.toMatch(/Mustermann|Erika/);
    expect(JSON.stringify(test.logged)).toContain('google-card-failed');
  }, 60_000);

  it('is given up where Google refuses the account, and sent after it was put right', async () => {
    const other = makeAccount('fremd@anderswo.iam.gserviceaccount.com');
    const centre = await centreWithGoogle('every-pass', other.file);
    const { passId } = await somebody(centre);
    const counts = () => within(centre, cardCounts);
    await untilSo(async () => (await counts()).givenUp === 1);
    expect((await counts()).fault).toBe('account-refused');
    google.register(other.account, testIssuerId);
    await within(centre, (db) => tryCardsAgain(db, test.clock.now));
    await untilSo(() => objectOf(passId) !== undefined);
  }, 60_000);
});

it('a centre without an account offers no Google at all', async () => {
  const id = await aCentre(test, 'ohne-google');
  const centre = (await centreOf(test.headquarters.databases.app, id)) as Centre;
  const { passId, page } = await somebody(centre);
  expect(await pageOf(page)).not.toContain('Google');
  expect((await test.app.inject(`${page}/google`)).statusCode).toBe(404);
  expect((await readPass(test.headquarters, id, passId))?.links).not.toHaveProperty('googleWallet');
}, 60_000);
