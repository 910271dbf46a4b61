import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { sendNote, writeNextPasses } from '../../../headquarters/features/messages/centre-message.ts';
import { addMessage, messageOf, messagesOf } from '../../../headquarters/store/centre-messages.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { planDelivery } from '../../../headquarters/store/deliveries.ts';
import { type CentreDb, inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { orderMessage } from '../../../main/commands/messages/order-message.ts';
import { recordConsent } from '../../../main/commands/people/record-consent.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { messagesToMany, previewMessage } from '../../../main/queries/messages/messages-to-many.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { connect } from '../../../main/sync/connect.ts';
import { leaveHeadquarters } from '../../../main/sync/leave-headquarters.ts';
import { changeLink } from '../../../main/sync/link.ts';
import { expectPersonWithPass } from '../../support/connected-centre.ts';
import { type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation, joinStation } from '../../support/joined-station.ts';
import type { TestMailServer } from '../../support/mail-server.ts';
import { aMailingHeadquarters, type MailingHeadquarters } from '../../support/mailing-headquarters.ts';
import { expectStaff } from '../../support/staff.ts';
import { aPerson, must, openTestStation } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const words = { de: 'Bitte FFP2-Maske tragen.', en: 'Please wear an FFP2 mask.' };
const today = testMoment.slice(0, 10) as PlainDate;
const days = { from: today };

let headquarters: TestHeadquarters;
let server: TestMailServer;
let sending: MailingHeadquarters;
let centres = 0;
let desk: JoinedStation;
let isTrusted = true;

beforeAll(async () => {
  sending = await aMailingHeadquarters({
    clock: { isTrusted: async () => isTrusted, confirm: async () => {} },
  });
  ({ headquarters, server } = sending);
}, 120_000);
afterAll(() => sending?.close());
beforeEach(async () => {
  centres += 1;
  desk = await aJoinedStation(headquarters, await aCentre(headquarters, `briefe-${centres}`));
}, 60_000);
afterEach(() => desk.close());

const send = (more: Partial<Parameters<typeof orderMessage>[2]> = {}) =>
  orderMessage(desk.station, 'operator', { words, days, evenAgain: false, ...more });
const shown = () => messagesToMany(desk.station).messages;
const stateOf = () => shown()[0]?.state;
const messageOn = (personId: PersonId) => passOf(desk.station.db, personId)?.message;
const settled = () =>
  desk.pullUntil('what became of it', () =>
    stateOf() === 'waiting' || stateOf() === 'under-way' ? undefined : shown()[0],
  );

describe('given a connected centre with people who have a date', () => {
  test('when its lead writes, then headquarters writes it onto their passes and mails who agreed, once, and tells', async () => {
    const mailed = await expectPersonWithPass(desk, aPerson({ email: `mit-${centres}@example.test` }));
    must(recordConsent(desk.station, 'operator', { personId: mailed, channel: 'email', isGiven: true }));
    const other = await expectPersonWithPass(desk, aPerson({ givenName: 'Otto' }));
    const preview = must(previewMessage(desk.station, { words, days }));
    expect(preview).toMatchObject({ passes: 2, mails: 1 });
    expect(preview.mailText.de).toContain(words.de);
    const requestId = randomUUID();
    expect(must(send({ requestId }))).toEqual(must(send({ requestId })));
    expect(shown()).toHaveLength(1);
    await desk.push();
    expect(await settled()).toMatchObject({ state: 'written', passes: 2, mails: 1 });
    for (const personId of [mailed, other])
      expect(
        JSON.parse(await desk.pullUntil('the message on the pass', () => messageOn(personId) ?? undefined)),
      ).toEqual(words);
    const notes = () => server.mails.filter(({ subject }) => subject?.startsWith('Nachricht von'));
    await untilSo(() => notes().some(({ text }) => text?.includes(words.de)));
    expect(notes()).toHaveLength(1);
    // What came over the line is what a rebuild makes of the log.
    const told = digestOfProjections(desk.station.db);
    rebuildProjections(desk.station.db);
    expect(digestOfProjections(desk.station.db)).toBe(told);
  }, 60_000);

  test('when its lead writes, then the list says who it was', async () => {
    const { staffId, name } = await expectStaff(desk.station, 'Ada Lend', ['site-lead'], '4739');
    must(orderMessage(desk.station, `staff:${staffId}`, { words, days, evenAgain: false }));
    expect(shown()).toMatchObject([{ byName: name }]);
  });

  test('when the line is away, then it waits and says so, and goes out by itself afterwards', async () => {
    const personId = await expectPersonWithPass(desk);
    desk.line.isCut = true;
    must(send());
    await expect(desk.push()).rejects.toThrow();
    expect(stateOf()).toBe('waiting');
    desk.line.isCut = false;
    await desk.push();
    expect(stateOf()).toBe('under-way');
    expect(await settled()).toMatchObject({ state: 'written', passes: 1, mails: 0 });
    await desk.pullUntil('the message on the pass', () => messageOn(personId) ?? undefined);
  }, 60_000);

  test('when the centre leaves while it waits, then the list promises nothing, and it goes out by no later headquarters', async () => {
    const personId = await expectPersonWithPass(desk);
    desk.line.isCut = true;
    must(send());
    must(await leaveHeadquarters(desk.station, desk.fetch, { evenUnsent: true, actor: 'operator' }));
    expect(stateOf()).toBe('unknown');
    const again = await aCentre(headquarters, `briefe-${centres}-wieder`);
    desk = await joinStation(headquarters, again, desk);
    must(send({ words: { ...words, de: 'Bitte den Hof benutzen.' } }));
    const stateIs = (state: string) => () => shown().some((message) => message.state === state) || undefined;
    await desk.push();
    await desk.pullUntil('what became of the later one', stateIs('written'));
    expect(
      shown()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['unknown', 'written']);
    const told = await desk.pullUntil('the message on the pass', () => messageOn(personId) ?? undefined);
    expect(told).toContain('Hof');
  }, 60_000);

  test('when it was ordered of another headquarters, then this one does not write it once more', async () => {
    const personId = await expectPersonWithPass(desk);
    changeLink(desk.station.db, ({ connectedAt: _, fingerprints, ...link }) => ({
      ...link,
      fingerprints: { ...fingerprints, headquarters: 'AAAA-AAAA-AAAA-AAAA' },
    }));
    connect(desk.station);
    must(send());
    await desk.push();
    // Whoever comes later is served later: once they have a pass, the order has been looked at.
    await expectPersonWithPass(desk, aPerson({ givenName: 'Otto' }));
    expect(messageOn(personId)).toBeNull();
    expect(stateOf()).toBe('under-way');
  }, 60_000);

  test('when it reaches headquarters after its days, then nobody gets it and the lead is told', async () => {
    const personId = await expectPersonWithPass(desk);
    must(send({ days: { from: today, to: today } }));
    headquarters.clock.now = addMinutes(testMoment, 2 * 1_440);
    try {
      await desk.push();
      expect(await settled()).toMatchObject({ state: 'too-late', passes: 0, mails: 0 });
      expect(messageOn(personId)).toBeNull();
    } finally {
      headquarters.clock.now = testMoment;
    }
  }, 60_000);

  test('when it reaches headquarters after the first of its days, then only who comes from then on gets it', async () => {
    const come = async (givenName: string, on: string) => {
      const personId = await expectPersonWithPass(desk, aPerson({ givenName }));
      const startsAt = instantAt(on as PlainDate, '14:00', desk.station.settings.timeZone);
      const productId = idOf<ProductId>('comirnaty');
      must(
        bookAppointment(desk.station, 'operator', {
          personId,
          productId,
          plannedDose: 2,
          startsAt,
          source: 'desk',
        }),
      );
      return personId;
    };
    const to = addDays(today, 30);
    const [over, toCome] = [await come('Otto', addDays(today, 22)), await come('Anna', addDays(today, 28))];
    await desk.push();
    must(send({ days: { from: addDays(today, 21), to } }));
    headquarters.clock.now = addMinutes(testMoment, 25 * 1_440);
    try {
      await desk.push();
      expect(await settled()).toMatchObject({ state: 'written', passes: 1 });
      await desk.pullUntil('the message on the pass', () => messageOn(toCome) ?? undefined);
      expect(messageOn(over)).toBeNull();
    } finally {
      headquarters.clock.now = testMoment;
    }
  }, 60_000);

  test('when the clock of headquarters has jumped, then it waits, and is written and mailed once that is right', async () => {
    const email = `wartet-${centres}@example.test`;
    const personId = await expectPersonWithPass(desk, aPerson({ email }));
    must(recordConsent(desk.station, 'operator', { personId, channel: 'email', isGiven: true }));
    await desk.push();
    const centre = (await centreOf(headquarters.headquarters.databases.app, `briefe-${centres}`)) as Centre;
    const inside = <Value>(work: (db: CentreDb) => Promise<Value>) =>
      inCentre(headquarters.headquarters.databases.app, centre.id, work);
    const passId = passOf(desk.station.db, personId)?.pass_id;
    must(send({ days: { from: today, to: today } }));
    [headquarters.clock.now, isTrusted] = [addMinutes(testMoment, 2 * 1_440), false];
    try {
      await desk.push();
      await untilSo(async () => (await inside((db) => messagesOf(db, 9))).length === 1);
      const [held] = await inside((db) => messagesOf(db, 9));
      // One mail of it is under way already; of another message, to everybody, nothing waits.
      const [about, toAll] = [`${held?.id}.${passId}`, randomUUID()];
      await inside(async (db) => {
        await addMessage(db, centre.id, {
          id: toAll,
          words: { ...words, de: 'An alle.' },
          actor: 'operator',
          createdAt: testMoment,
        });
        const mail = { kind: 'note', personId, dueAt: testMoment };
        await planDelivery(db, centre.id, { ...mail, id: about, payload: { messageId: held?.id } });
      });
      await untilSo(() =>
        server.mails.some(({ to, text }) => JSON.stringify(to).includes(email) && text?.includes('An alle.')),
      );
      expect(await writeNextPasses(headquarters.headquarters, centre)).toBe(false);
      expect(
        await sendNote(headquarters.headquarters, centre, {
          id: about,
          kind: 'note',
          personId,
          payload: { messageId: held?.id },
          attempts: 0,
        }),
      ).toBe('held');
      expect(await inside((db) => messageOf(db, held?.id ?? ''))).toMatchObject({
        isDone: false,
        written: 0,
      });
      const tries = await inside((db) =>
        db.selectFrom('delivery').select(['state', 'attempts']).where('delivery_id', '=', about).execute(),
      );
      expect(tries).toEqual([{ state: 'waiting', attempts: 0 }]);
    } finally {
      [headquarters.clock.now, isTrusted] = [testMoment, true];
    }
    expect(await settled()).toMatchObject({ state: 'written', passes: 1, mails: 1 });
    await untilSo(() =>
      server.mails.some(({ to, text }) => JSON.stringify(to).includes(email) && text?.includes(words.de)),
    );
  }, 60_000);

  test('of days that are over nobody is counted in the preview', async () => {
    await expectPersonWithPass(desk);
    const from = addDays(today, -3);
    expect(
      must(previewMessage(desk.station, { words, days: { from, to: addDays(today, 9) } })),
    ).toMatchObject({ passes: 1 });
    desk.clock.now = addMinutes(desk.clock.now, 1_440);
    expect(
      must(previewMessage(desk.station, { words, days: { from, to: addDays(today, 9) } })),
    ).toMatchObject({ passes: 0 });
    desk.clock.now = addMinutes(desk.clock.now, -1_440);
  }, 60_000);

  test('who is restricted is neither counted nor written to', async () => {
    const closed = await expectPersonWithPass(desk);
    await expectPersonWithPass(desk, aPerson({ givenName: 'Otto' }));
    must(restrictPerson(desk.station, 'operator', { personId: closed, why: 'unlawful' }));
    expect(must(previewMessage(desk.station, { words, days }))).toMatchObject({ passes: 1 });
    must(send());
    await desk.push();
    expect(await settled()).toMatchObject({ passes: 1 });
    expect(messageOn(closed)).toBeNull();
  }, 60_000);

  test('the same words to some of the same people are noticed, and sent again only knowingly', () => {
    must(send());
    expect(must(previewMessage(desk.station, { words, days })).sameSentAt).toBeDefined();
    const typedAgain = { de: ` ${words.de.toUpperCase()} `, en: words.en };
    expect(send({ words: typedAgain })).toMatchObject({ refusal: 'message-sent-before' });
    must(send({ words: { ...words, de: 'Neuer Eingang im Hof.' } }));
    must(send({ evenAgain: true }));
    desk.clock.now = addMinutes(desk.clock.now, 1);
    // However many others went out since: the preview says what the command refuses.
    for (let other = 1; other <= 31; other++) must(send({ words: { ...words, de: `Eingang ${other}` } }));
    expect(must(previewMessage(desk.station, { words, days })).sameSentAt).toBeDefined();
    expect(send()).toMatchObject({ refusal: 'message-sent-before' });
    desk.clock.now = addMinutes(desk.clock.now, 8 * 1_440);
    must(send({ days: { from: desk.clock.now.slice(0, 10) as PlainDate } }));
    expect(shown()).toHaveLength(30);
  });

  test.each([
    ['that are over', { from: '2026-01-05', to: '2026-01-06' }],
    ['that end before they begin', { from: '2027-01-06', to: '2027-01-05' }],
    ['of more than 31', { from: '2027-01-01', to: '2027-02-01' }],
  ])('days %s are refused, in preview and command', (_what, period) => {
    const wrong = { days: period as { from: PlainDate; to: PlainDate } };
    expect(send(wrong)).toMatchObject({ refusal: 'message-period' });
    expect(previewMessage(desk.station, { words, ...wrong })).toMatchObject({ refusal: 'message-period' });
    expect(shown()).toEqual([]);
  });
});

test('given a centre that stands alone, then nothing is sent and nothing is offered', async () => {
  const alone = await openTestStation();
  expect(messagesToMany(alone.station)).toEqual({ mode: 'stand-alone', messages: [] });
  const refused = { refusal: 'message-not-connected' };
  expect(orderMessage(alone.station, 'operator', { words, days, evenAgain: false })).toMatchObject(refused);
  expect(previewMessage(alone.station, { words, days })).toMatchObject(refused);
  await alone.close();
});
