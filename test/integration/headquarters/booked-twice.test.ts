import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { keepDates, keepPath } from '../../../headquarters/features/booking/keep-dates.ts';
import { openAppointmentsOf } from '../../../headquarters/features/messages/open-appointments.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { registerEndpoint } from '../../../headquarters/features/webhooks/endpoints.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { type CentreDb, inCentre } from '../../../headquarters/store/open-databases.ts';
import { holdPass, passOf } from '../../../headquarters/store/passes.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import { aPerson } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

let test: TestHeadquarters;
let server: TestMailServer;
let workers: { close(): Promise<void> }[];
let centre: Centre;

const firstDays = ['2026-11-24', '2026-11-25'] as const;
const secondDays = ['2026-12-20', '2026-12-21'] as const;
const places = 40;

beforeAll(async () => {
  server = await startMailServer({ refusals: [] });
  test = await aHeadquarters({
    parts: {
      mail: { settings: server.settings },
      webhooks: { allowedNetworks: ['127.0.0.0/8'], deadlineMs: 1_000 },
    },
  });
  await aCentre(test, 'nord');
  await openOnlineDays(test, 'nord', [...firstDays, ...secondDays], places);
  centre = (await centreOf(test.headquarters.databases.app, 'nord')) as Centre;
  await registerEndpoint(test.headquarters, 'nord', {
    url: 'http://127.0.0.1:9/hear',
    types: ['appointment.cancelled', 'pass.updated'],
    actor: 'operator',
  });
  workers = [startPassFollower(test.headquarters), startSender(test.headquarters)];
});
afterAll(async () => {
  for (const worker of workers) await worker.close();
  await test.close();
  await server.close();
});

const within = <Value>(work: (db: CentreDb) => Promise<Value>) =>
  inCentre(test.headquarters.databases.app, 'nord', work);

const freeOn = async (day: string) =>
  (await within((db) => freeSlots(db, { after: test.clock.now }))).filter((slot) => slot.day === day);
const freePlacesOn = async (day: string) => (await freeOn(day)).reduce((sum, { free }) => sum + free, 0);

async function book(which: 0 | 1, email: string | undefined, more: Partial<PersonDetails> = {}) {
  const [first] = await freeOn(firstDays[which]);
  const [second] = await freeOn(secondDays[which]);
  const booked = await bookOnline(test.headquarters, centre, {
    details: aPerson({ ...(email ? { email } : {}), ...more }),
    slotIds: [first?.slotId ?? '', second?.slotId ?? ''],
    mayMail: which === 0,
    actor: 'citizen',
  });
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value;
}

const openOf = async ({ personId }: Booked) =>
  openAppointmentsOf(await within((db) => loadPerson(test.headquarters, db, 'nord', personId)));
const isVoid = async ({ passId }: Booked) => (await within((db) => passOf(db, passId)))?.isVoided;

const mailsTo = (email: string) => server.mails.filter((mail) => JSON.stringify(mail.to).includes(email));
const linksIn = (text = '') =>
  [...text.matchAll(/Diese Termine behalten:\s+http:\/\/headquarters\.test(\S+)/g)].map(
    ([, link = '']) => link,
  );

/** Two bookings with one address, and the mail that asks which of them holds. */
async function twice(email: string) {
  const earlier = await book(0, email);
  await untilSo(() => mailsTo(email).length === 1);
  const again = await book(1, email);
  await untilSo(() => mailsTo(email).length === 2);
  const mail = mailsTo(email)[1];
  const [keepEarlier = '', keepAgain = ''] = linksIn(mail?.text);
  return { earlier, again, mail, keepEarlier, keepAgain };
}

let presses = 0;

/** From an address of its own: nobody presses as often as these tests do. */
const press = (url: string) => {
  presses += 1;
  return test.app.inject({
    method: 'POST',
    remoteAddress: `10.0.${Math.floor(presses / 250)}.${(presses % 250) + 1}`,
    url,
    payload: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
};

describe('who booked twice', () => {
  it('is asked by mail which dates they keep, with those of both bookings and one link for each', async () => {
    const { mail, keepEarlier, keepAgain } = await twice('one@example.invalid');
    for (const date of ['24.11.2026', '20.12.2026', '25.11.2026', '21.12.2026'])
      expect(mail?.text).toContain(date);
    expect(mail?.text).toMatch(/Frühere Buchung:[\s\S]*24\.11\.[\s\S]*Neue Buchung:[\s\S]*25\.11\./);
    expect(keepEarlier).toMatch(/^\/keep\/nord\//);
    expect(keepAgain).toMatch(/^\/keep\/nord\//);
    expect(keepAgain).not.toBe(keepEarlier);
  });

  it('is asked once more on the page: opening the link ends nothing', async () => {
    const { earlier, again, keepEarlier } = await twice('two@example.invalid');
    const page = await test.app.inject({ url: keepEarlier, headers: { 'accept-language': 'de' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toMatch(
      /Diese Termine bleiben[\s\S]*24\.11\.[\s\S]*Diese Termine sagen wir ab[\s\S]*25\.11\./,
    );
    expect(page.body).not.toContain('Mustermann');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(await openOf(earlier)).toHaveLength(2);
    expect(await openOf(again)).toHaveLength(2);
  });

  it.each([
    ['earlier', 0, 'three@example.invalid'],
    ['new', 1, 'four@example.invalid'],
  ] as const)(
    'keeps the %s dates and ends the others: places, pass and webhooks follow',
    async (_which, kept, email) => {
      const made = await twice(email);
      const link = kept === 0 ? made.keepEarlier : made.keepAgain;
      const [stays, ends] = kept === 0 ? [made.earlier, made.again] : [made.again, made.earlier];
      const days = [firstDays[1 - kept] ?? '', secondDays[1 - kept] ?? ''] as const;
      const before = [await freePlacesOn(days[0]), await freePlacesOn(days[1])];
      const done = await press(link);
      expect(done.statusCode).toBe(303);
      const page = await test.app.inject({
        url: String(done.headers.location),
        headers: { 'accept-language': 'de' },
      });
      expect(page.body).toContain('Die anderen Termine sind abgesagt.');
      expect(await openOf(stays)).toHaveLength(2);
      expect(await openOf(ends)).toEqual([]);
      expect([await freePlacesOn(days[0]), await freePlacesOn(days[1])]).toEqual(
        before.map((free) => free + 1),
      );
      expect(await isVoid(stays)).toBe(false);
      expect(await isVoid(ends)).toBe(true);
      const told = await within((db) => db.selectFrom('webhook_message').select(['type', 'body']).execute());
      const about = told.filter(
        ({ body }) => body.includes(ends.passId) || ends.appointmentIds.some((id) => body.includes(id)),
      );
      expect(about.filter(({ type }) => type === 'appointment.cancelled')).toHaveLength(2);
      expect(about.some(({ type, body }) => type === 'pass.updated' && body.includes('"void"'))).toBe(true);
      expect(told.some(({ body }) => body.includes(stays.passId))).toBe(false);
    },
  );

  it('presses twice, and is answered alike; the link of the other booking ends nothing any more', async () => {
    const { earlier, again, keepEarlier, keepAgain } = await twice('five@example.invalid');
    for (let time = 0; time < 2; time += 1)
      expect((await press(keepEarlier)).headers.location).toContain('say=kept');
    const late = await press(keepAgain);
    expect(late.headers.location).not.toContain('say=kept');
    const page = await test.app.inject({ url: keepAgain, headers: { 'accept-language': 'de' } });
    expect(page.body).toContain('Hier ist nichts mehr zu wählen');
    expect(await openOf(earlier)).toHaveLength(2);
    expect(await openOf(again)).toEqual([]);
  });

  it('is asked in the language of the booking that would be kept', async () => {
    const both = { language: 'en' } as const;
    const [earlier, again] = [
      await book(0, 'ten@example.invalid', both),
      await book(1, 'ten@example.invalid', both),
    ];
    const url = keepPath(test.headquarters, 'nord', { kept: earlier.personId, other: again.personId });
    const ask = async (place: string) =>
      (await test.app.inject({ url: place, headers: { 'accept-language': 'de' } })).body;
    expect(await ask(url)).toContain('Yes, keep these appointments');
    expect(await ask(`${url}?lang=de`)).toContain('Ja, diese Termine behalten');
    const done = await press(url);
    expect(done.headers.location).toContain('say=kept&lang=en');
  });

  it('holds the pass before dates and places, as the feed does', async () => {
    const { earlier, again } = await twice('eleven@example.invalid');
    const choice = { kept: earlier.personId, other: again.personId };
    let kept: Promise<unknown> | undefined;
    await within(async (db) => {
      await holdPass(db, again.passId);
      kept = keepDates(test.headquarters, centre, choice);
      await untilSo(async () => {
        const waiting = await sql<{ count: string }>`SELECT count(*) FROM pg_locks
          WHERE NOT granted AND locktype = 'transactionid'`.execute(db);
        return waiting.rows[0]?.count === '1';
      });
      const bookings = again.appointmentIds;
      const held =
        await sql`SELECT 1 FROM booking WHERE appointment_id = ANY (${[...bookings]}) FOR UPDATE SKIP LOCKED`.execute(
          db,
        );
      expect(held.rows).toHaveLength(2);
    });
    expect(await kept).toMatchObject({ ok: true });
  });

  it('who opens both links at once keeps the dates of exactly one', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { earlier, again, keepEarlier, keepAgain } = await twice(`race-${round}@example.invalid`);
      const before = await Promise.all([...firstDays, ...secondDays].map(freePlacesOn));
      const links = round % 2 === 0 ? [keepEarlier, keepAgain] : [keepAgain, keepEarlier];
      await Promise.all([...links, ...links].map(press));
      const left = [(await openOf(earlier)).length, (await openOf(again)).length];
      expect(left.toSorted()).toEqual([0, 2]);
      const after = await Promise.all([...firstDays, ...secondDays].map(freePlacesOn));
      const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
      expect(sum(after) - sum(before)).toBe(2);
      expect([await isVoid(earlier), await isVoid(again)].filter(Boolean)).toHaveLength(1);
    }
  });

  it('is offered only to keep the dates after a dose: the new ones begin with a first dose again', async () => {
    const email = 'six@example.invalid';
    const earlier = await book(0, email);
    await bringDose(test.headquarters, 'nord', earlier.personId, '2026-11-23');
    await untilSo(() => mailsTo(email).length === 1);
    const again = await book(1, email);
    await untilSo(() => mailsTo(email).length === 2);
    const [keepEarlier = '', ...more] = linksIn(mailsTo(email)[1]?.text);
    expect(more).toEqual([]);
    expect(mailsTo(email)[1]?.text).toContain('würde wieder mit einer ersten Impfung beginnen');
    const other = keepPath(test.headquarters, 'nord', { kept: again.personId, other: earlier.personId });
    expect((await press(other)).headers.location).not.toContain('say=kept');
    expect((await press(keepEarlier)).headers.location).toContain('say=kept');
    expect(await openOf(earlier)).not.toEqual([]);
    expect(await isVoid(earlier)).toBe(false);
  });
});

describe('what a stranger can do with somebody else’s details', () => {
  it('who knows the phone number alone is not given the dates of the other, and ends none of them', async () => {
    const phone = '+49 30 901820';
    const stranger = await book(0, 'stranger@example.invalid', { phone });
    await untilSo(() => mailsTo('stranger@example.invalid').length === 1);
    const victim = await book(1, 'victim@example.invalid', { phone });
    await untilSo(() => mailsTo('stranger@example.invalid').length === 2);
    const text = mailsTo('stranger@example.invalid')[1]?.text;
    expect(linksIn(text)).toEqual([]);
    expect(text).not.toContain('25.11.2026');
    const choice = { kept: stranger.personId, other: victim.personId };
    expect(await keepDates(test.headquarters, centre, choice)).toEqual({
      ok: false,
      refusal: 'nothing-to-choose',
    });
    expect(await openOf(victim)).toHaveLength(2);
  });

  it('a link that was changed, or is of another centre, opens nothing', async () => {
    const { keepEarlier } = await twice('seven@example.invalid');
    await aCentre(test, 'sued');
    const [, , , kept = '', ref = ''] = keepEarlier.split('/');
    const [other, token = ''] = ref.split('.');
    const wrong = token.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    for (const url of [
      `/keep/nord/${kept}/${other}.${wrong}`,
      `/keep/nord/${other}/${kept}.${token}`,
      `/keep/sued/${kept}/${ref}`,
      '/keep/nord/nothing/nothing',
    ]) {
      expect((await test.app.inject(url)).statusCode).toBe(404);
      expect((await press(url)).statusCode).toBe(404);
    }
  });

  it.each([
    ['the desk said that they are two people', 'PersonsToldApart', 'eight@example.invalid', 1],
    ['one record is restricted', 'PersonRestricted', 'nine@example.invalid', 2],
  ] as const)('once %s the links end nothing', async (_what, type, email, version) => {
    const { earlier, again, keepEarlier, keepAgain } = await twice(email);
    const { personId } = earlier;
    const data =
      type === 'PersonRestricted'
        ? { personId, why: 'objection' }
        : { personId, otherId: again.personId, approvedBy: 'second' };
    await within((db) =>
      recordEvents(test.headquarters, db, {
        centre: 'nord',
        stream: personId,
        actor: 'staff-1',
        events: [{ type, version, data } as never],
      }),
    );
    await untilSo(async () => (await test.app.inject(keepEarlier)).body.includes('nichts mehr zu wählen'));
    for (const link of [keepEarlier, keepAgain])
      expect((await press(link)).headers.location).not.toContain('say=kept');
    expect(await openOf(again)).toHaveLength(2);
  });
});
