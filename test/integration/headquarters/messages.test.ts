import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { generalQuestionnaire as general } from '../../../domain/screening/general-questionnaire.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { cancelOnline, moveOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { answerAhead } from '../../../headquarters/features/screening/answer-ahead.ts';
import { askedBefore } from '../../../headquarters/features/screening/asked-ahead.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { retryMinutes } from '../../../headquarters/jobs/retries.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf } from '../../../headquarters/store/passes.ts';
import { apiClient, passForm } from '../../support/api-client.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';
import { aCentre, anEnrolledStation, openOnlineDays } from '../../support/headquarters-station.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import { aPerson } from '../../support/test-station.ts';

let test: TestHeadquarters;
let server: TestMailServer;
let workers: { close(): Promise<void> }[];
let centre: Centre;
const refusals: { code: number; text: string }[] = [];

beforeAll(async () => {
  server = await startMailServer({ refusals });
  test = await aHeadquarters({ parts: { mail: { settings: server.settings } } });
  await aCentre(test, 'nord');
  await openOnlineDays(
    test,
    'nord',
    ['2026-11-24', '2026-11-25', '2026-12-15', '2026-12-17', '2026-12-20'],
    12,
  );
  centre = (await centreOf(test.headquarters.databases.app, 'nord')) as Centre;
  workers = [startPassFollower(test.headquarters), startSender(test.headquarters)];
});
afterAll(async () => {
  for (const worker of workers) await worker.close();
  await test.close();
  await server.close();
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came to that');
}

const slotOn = async (day: string) =>
  (
    await inCentre(test.headquarters.databases.app, 'nord', (db) => freeSlots(db, { after: test.clock.now }))
  ).find((slot) => slot.day === day)?.slotId ?? '';

async function book(email: string, mayMail = true): Promise<Booked> {
  const booked = await bookOnline(test.headquarters, centre, {
    details: aPerson({ email }),
    slotIds: [await slotOn('2026-11-24'), await slotOn('2026-12-20')],
    mayMail,
    actor: 'citizen',
  });
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value;
}

const mailsTo = (email: string) => server.mails.filter((mail) => JSON.stringify(mail.to).includes(email));

describe('mails of headquarters', () => {
  it('bring the pass, the dates and the private link as soon as they are booked', async () => {
    const { personId } = await book('one@example.invalid');
    await until(() => mailsTo('one@example.invalid').length === 1);
    const [mail] = mailsTo('one@example.invalid');
    expect(mail?.attachments.map(({ contentType }) => contentType)).toContain('application/vnd.apple.pkpass');
    expect(mail?.text).toContain(`/my/nord/${personId}.`);
  });

  it('are sent to nobody who did not ask for them', async () => {
    await book('never@example.invalid', false);
    await book('after@example.invalid');
    await until(() => mailsTo('after@example.invalid').length === 1);
    expect(mailsTo('never@example.invalid')).toEqual([]);
  });

  it('tell of a moved and of a cancelled date', async () => {
    const { personId, appointmentIds } = await book('two@example.invalid');
    const [, appointmentId] = appointmentIds;
    if (!appointmentId) throw new Error('no second date');
    const whose = { personId, appointmentId, actor: 'citizen' };
    const moved = await moveOnline(test.headquarters, centre, {
      ...whose,
      slotId: await slotOn('2026-12-15'),
    });
    expect(moved.ok).toBe(true);
    await until(() => mailsTo('two@example.invalid').length === 2);
    expect((await cancelOnline(test.headquarters, centre, whose)).ok).toBe(true);
    await until(() => mailsTo('two@example.invalid').length === 3);
  });

  it('are tried again after the server was busy, once each', async () => {
    refusals.push({ code: 451, text: 'busy' });
    await book('three@example.invalid');
    await until(() => refusals.length === 0);
    await until(() => {
      // Time goes on: when the next try is due counts from when the refusal was written down, which comes after it.
      test.clock.now = addMinutes(test.clock.now, 10);
      return mailsTo('three@example.invalid').length === 1;
    });
    test.clock.now = testMoment;
  });

  it('are tried ten times over 75 hours', () => {
    expect(retryMinutes).toHaveLength(9);
    expect(retryMinutes.reduce<number>((sum, minutes) => sum + minutes, 0)).toBeCloseTo(75 * 60, 0);
  });
});

describe('where the centre asks before a vaccination', () => {
  const ask = (questionnaire?: { id: string; version: number }) =>
    inCentre(test.headquarters.databases.app, 'nord', (db) =>
      recordEvents(test.headquarters, db, {
        centre: 'nord',
        stream: 'centre@nord',
        actor: 'staff:lead',
        events: [{ type: 'ScreeningSwitched', version: 1, data: questionnaire ? { questionnaire } : {} }],
      }),
    );
  const isAsked = async () =>
    (await inCentre(test.headquarters.databases.app, 'nord', (db) => askedBefore(db, 'nord'))) !== undefined;
  const pointer = /\/my\/nord\/[^\s]+\/dates\/[^\s]+\/questions\?lang=de/;

  it('the mail with the pass and of the next date point to the questions on the private page, and no other', async () => {
    await ask({ id: general.id, version: general.version });
    await until(isAsked);
    const email = 'asked@example.invalid';
    const { personId, appointmentIds } = await book(email);
    await until(() => mailsTo(email).length === 1);
    const [link = ''] = pointer.exec(mailsTo(email)[0]?.text ?? '') ?? [];
    expect(link).toContain(`/${personId}.`);
    expect(link).toContain(`/dates/${appointmentIds[0]}/questions`);
    expect((await test.app.inject({ url: link })).body).toContain('Frage 1 von');
    const move = async (appointmentId: string | undefined, day: string) => {
      const whose = { personId, appointmentId: appointmentId as never, actor: 'citizen' };
      const slotId = await slotOn(day);
      expect((await moveOnline(test.headquarters, centre, { ...whose, slotId })).ok).toBe(true);
    };
    await move(appointmentIds[0], '2026-11-25');
    await until(() => mailsTo(email).length === 2);
    expect(mailsTo(email)[1]?.text).toMatch(pointer);
    // No file of the pass comes along, so none is spoken of.
    expect(mailsTo(email)[1]?.text).not.toContain('Anhang');
    await move(appointmentIds[1], '2026-12-17');
    await until(() => mailsTo(email).length === 3);
    expect(mailsTo(email)[2]?.text).not.toMatch(pointer);
    const answers = general.questions.map(({ id }) => ({ question: id, isYes: false }));
    const answered = await answerAhead(test.headquarters, centre, {
      personId,
      appointmentId: appointmentIds[0] as never,
      questionnaire: general,
      answers,
    });
    expect(answered.ok).toBe(true);
    await move(appointmentIds[0], '2026-11-24');
    await until(() => mailsTo(email).length === 4);
    expect(mailsTo(email)[3]?.text).not.toMatch(pointer);
  });

  it('and where it asks no more, none does', async () => {
    await ask();
    await until(async () => !(await isAsked()));
    await book('not-asked@example.invalid');
    await until(() => mailsTo('not-asked@example.invalid').length === 1);
    expect(mailsTo('not-asked@example.invalid')[0]?.text).not.toMatch(pointer);
  });
});

describe('a date that an existing system books', () => {
  const { ask, aToken } = apiClient(() => ({ test, nord: '', sued: '' }));

  it.each([
    ['is confirmed by mail to whoever asked for mail', 'api@example.invalid', true],
    ['is confirmed to nobody who did not', 'api-never@example.invalid', false],
  ])('%s', async (_what, email, mayMail) => {
    const token = await aToken('nord');
    const form = passForm();
    const pass = await ask('/passes', { ...form, person: { ...form.person, email }, mayMail }, { token });
    const { passId } = pass.body;
    const slotId = await slotOn('2026-12-15');
    const booked = await ask('/appointments', { passId, dose: 1, slotId }, { token });
    expect(booked.status, JSON.stringify(booked.body)).toBe(201);
    if (mayMail) {
      await until(() => mailsTo(email).length === 2);
      const confirmation = mailsTo(email).find(({ subject }) => subject?.startsWith('Ihr Termin am'));
      expect(confirmation?.subject).toContain('15.12.2026');
      expect(confirmation?.text).toContain('Ihr Termin ist gebucht');
    } else {
      await book('after-api@example.invalid');
      await until(() => mailsTo('after-api@example.invalid').length === 1);
      expect(mailsTo(email)).toEqual([]);
    }
  });
});

describe('the reminder of the second dose', () => {
  it('comes between 21 and 28 days after the first, by mail and on the card, and once', async () => {
    const { personId, passId } = await book('four@example.invalid');
    await until(() => mailsTo('four@example.invalid').length === 1);
    const pass = () => inCentre(test.headquarters.databases.app, 'nord', (db) => passOf(db, passId));
    await bringDose(test.headquarters, 'nord', personId, '2026-11-24');
    await until(async () => (await pass())?.announced === 'dose-count');
    // The date is on 20 December, 26 days after: the day before, at nine in the morning, is 19 December.
    test.clock.now = '2026-12-19T07:59:00.000Z' as Instant;
    await book('five@example.invalid').catch(() => {});
    expect(mailsTo('four@example.invalid')).toHaveLength(1);
    test.clock.now = '2026-12-19T08:01:00.000Z' as Instant;
    await until(() => mailsTo('four@example.invalid').length === 2);
    await until(async () => (await pass())?.announced === 'message');
    expect((await pass())?.message?.de).toMatch(
      /^Ihre nächste Impfung steht an: So\., 20\.12\.2026, \d\d:\d\d Uhr\.$/,
    );
    test.clock.now = '2026-12-19T12:00:00.000Z' as Instant;
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(mailsTo('four@example.invalid')).toHaveLength(2);
  });
});

describe('who books twice', () => {
  const again = async (email: string, more: Partial<PersonDetails> = {}) => {
    const booked = await bookOnline(test.headquarters, centre, {
      details: aPerson({ email, ...more }),
      slotIds: [await slotOn('2026-11-25'), await slotOn('2026-12-20')],
      mayMail: false,
      actor: 'citizen',
    });
    if (!booked.ok) throw new Error(booked.refusal);
  };
  beforeAll(async () => {
    test.clock.now = testMoment;
  });

  it('is told at the known address that there is a booking, with its dates and the link that keeps them', async () => {
    const { personId } = await book('seven@example.invalid');
    await until(() => mailsTo('seven@example.invalid').length === 1);
    await again('Seven@example.invalid');
    await until(() => mailsTo('seven@example.invalid').length === 2);
    const [first, second] = mailsTo('seven@example.invalid');
    expect(first?.subject).toMatch(/^Ihr Pass – /);
    expect(second?.subject).toMatch(/^Sie haben schon eine Buchung – /);
    expect(second?.text).toContain('wurde eben noch einmal online gebucht');
    expect(second?.text).toMatch(new RegExp(`Diese Termine behalten:\\s+\\S*/keep/nord/${personId}/`));
    for (const date of ['24.11.2026', '20.12.2026']) expect(second?.text).toContain(date);
  });

  it('is not known again once they were erased: nothing is kept by which they could be', async () => {
    const { personId } = await book('ten@example.invalid');
    await until(() => mailsTo('ten@example.invalid').length === 1);
    const fingerprints = () =>
      inCentre(test.headquarters.databases.app, 'nord', (db) =>
        db.selectFrom('booked_person').select('fingerprint').where('person_id', '=', personId).execute(),
      );
    expect(await fingerprints()).not.toEqual([]);
    const station = await anEnrolledStation(test, 'nord');
    const erased = await test.app.inject({
      method: 'POST',
      url: '/sync/v1/erasures',
      payload: { stream: personId, ask: 'erase' },
      headers: { authorization: `Bearer ${await station.token()}` },
    });
    expect(erased.json()).toMatchObject({ decision: 'erased' });
    expect(await fingerprints()).toEqual([]);
    await again('ten@example.invalid');
    await book('eleven@example.invalid');
    await until(() => mailsTo('eleven@example.invalid').length === 1);
    expect(mailsTo('ten@example.invalid')).toHaveLength(1);
  });

  it('and never asked for mail is not written to, nor is somebody else of the family', async () => {
    await book('eight@example.invalid', false);
    await again('eight@example.invalid');
    await book('nine@example.invalid');
    await again('nine@example.invalid', { givenName: 'Max' });
    await until(() => mailsTo('nine@example.invalid').length === 1);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(mailsTo('nine@example.invalid')).toHaveLength(1);
    expect(mailsTo('eight@example.invalid')).toHaveLength(0);
  });
});
