import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { countReached } from '../../../headquarters/features/messages/centre-message.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf } from '../../../headquarters/store/passes.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import { anOperator, type Operator } from '../../support/operator.ts';
import { aPerson } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

let test: TestHeadquarters;
let server: TestMailServer;
let operator: Operator;
let sender: { close(): Promise<void> };
let centre: Centre;
let monday: Booked;
let tuesday: Booked;
const page = '/console/centres/nord/messages';
const words = { de: 'Bitte FFP2-Maske tragen.', en: 'Please wear an FFP2 mask.' };

beforeAll(async () => {
  server = await startMailServer();
  test = await aHeadquarters({ parts: { mail: { settings: server.settings } } });
  operator = await anOperator(test);
  await aCentre(test, 'nord');
  await openOnlineDays(test, 'nord', ['2026-11-30', '2026-12-01', '2026-12-22', '2026-12-23'], 9);
  centre = (await centreOf(test.headquarters.databases.app, 'nord')) as Centre;
  sender = startSender(test.headquarters);
  monday = await book('2026-11-30', '2026-12-22', 'montag@example.test');
  tuesday = await book('2026-12-01', '2026-12-23');
}, 120_000);
afterAll(async () => {
  await sender.close();
  await test.close();
  await server.close();
});

async function book(first: string, second: string, email?: string): Promise<Booked> {
  const slotOn = async (day: string) =>
    (await within((db) => freeSlots(db, { after: test.clock.now }))).find((slot) => slot.day === day)
      ?.slotId ?? '';
  const booked = await bookOnline(test.headquarters, centre, {
    details: aPerson(email ? { email } : {}),
    slotIds: [await slotOn(first), await slotOn(second)],
    mayMail: email !== undefined,
    actor: 'citizen',
  });
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value;
}

const within = <Value>(work: Parameters<typeof inCentre<Value>>[2]) =>
  inCentre(test.headquarters.databases.app, 'nord', work);
const messageOn = async ({ passId }: Booked) => (await within((db) => passOf(db, passId)))?.message?.de;

/** The hidden fields of the button that sends. */
const confirmed = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/<input name="(\w+)" type="hidden" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

describe('an operator who writes to the passes of a day', () => {
  it('sees the words and how many get them, confirms, and only those get them, on the pass and by mail', async () => {
    // Bookings are found by day once they are in the feed.
    let preview = '';
    await untilSo(async () => {
      const form = { ...words, to: 'days', from: '2026-11-30', until: '' };
      preview = (await operator.post(`${page}/preview`, form)).body;
      return preview.includes('Pässe, die sie bekommen: <strong>1</strong>');
    });
    expect(preview).toContain(words.de);
    expect(preview).toContain(words.en);
    expect(preview).toContain('Davon auch per E-Mail: <strong>1</strong>');
    expect(await messageOn(monday)).toBeUndefined();
    const fields = confirmed(preview);
    expect((await operator.post(page, fields)).body).toContain('wird auf die Pässe geschrieben');
    await operator.post(page, fields);
    await untilSo(async () => (await messageOn(monday)) === words.de);
    expect(await messageOn(tuesday)).toBeUndefined();
    await untilSo(async () => (await operator.get(page)).body.includes('geschrieben, Pässe: 1'));
    await untilSo(() => server.mails.some(({ subject }) => subject === 'Nachricht von Impfzentrum nord'));
    const notes = server.mails.filter(({ subject }) => subject === 'Nachricht von Impfzentrum nord');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toContain(words.de);
    expect(notes[0]?.text).not.toContain(words.en);
  }, 60_000);

  it('reaches all valid passes where they want that', async () => {
    const preview = (await operator.post(`${page}/preview`, { ...words, de: 'Neuer Eingang.', to: 'all' }))
      .body;
    expect(preview).toContain('Pässe, die sie bekommen: <strong>2</strong>');
    await operator.post(page, confirmed(preview));
    await untilSo(async () => (await messageOn(tuesday)) === 'Neuer Eingang.');
    expect(await messageOn(monday)).toBe('Neuer Eingang.');
  }, 60_000);

  it.each([
    ['only one text', { de: 'Nur Deutsch', en: '', to: 'all' }],
    ['a text that is too long', { de: 'x'.repeat(501), en: 'y', to: 'all' }],
    ['a period without days', { ...words, to: 'days', from: '', until: '' }],
    [
      'a period that ends before it begins',
      { ...words, to: 'days', from: '2026-12-02', until: '2026-12-01' },
    ],
    ['a period of more than 31 days', { ...words, to: 'days', from: '2026-12-01', until: '2027-01-01' }],
  ])('is told what is wrong with %s, and nothing is sent', async (_what, form) => {
    const refused = await operator.post(`${page}/preview`, form);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('höchstens 31 Tage');
    for (const text of [form.de, form.en]) expect(refused.body).toContain(`>${text}</textarea>`);
  });

  it('goes back from the preview to what was written, and changes that', async () => {
    const form = { ...words, to: 'days', from: '6.12.2026', until: '7.12.' };
    const preview = (await operator.post(`${page}/preview`, form)).body;
    expect(preview).toContain('6.12.2026 – 7.12.2026');
    const again = (await operator.post(`${page}/change`, confirmed(preview))).body;
    expect(again).toContain(`>${words.de}</textarea>`);
    expect(again).toContain('<option value="days" selected>');
    expect(again).toContain('name="from" type="text" value="06.12.2026"');
  });

  it('counts nobody for days that are over: those are not written to, either', async () => {
    const days = { from: '2026-11-30' as PlainDate, to: '2026-12-01' as PlainDate };
    const count = () => countReached(test.headquarters, centre, { days });
    expect(await count()).toEqual({ passes: 2, mails: 1 });
    test.clock.now = '2026-12-01T06:00:00.000Z' as Instant;
    try {
      expect(await count()).toEqual({ passes: 1, mails: 0 });
    } finally {
      test.clock.now = testMoment;
    }
  });

  it('is told where nobody has a date, without a button', async () => {
    const form = { ...words, to: 'days', from: '2026-12-06', until: '2026-12-07' };
    const { body } = await operator.post(`${page}/preview`, form);
    expect(body).toContain('Zurzeit bekommt sie niemand');
    expect(body).not.toContain('Jetzt senden');
  });
});

it('the root of headquarters leads to booking and to the sign-in, in both languages', async () => {
  const { body } = await operator.get('/');
  expect(body).toContain('href="/book"');
  expect(body).toContain('href="/console/sign-in"');
  expect((await operator.get('/', 'en')).body).toContain('Book a vaccination');
});

describe('the page of a centre', () => {
  it('is headed by its name, and what ends something looks different', async () => {
    await operator.post('/console/centres/nord/clients', { name: 'Portal' });
    const { body } = await operator.get('/console/centres/nord');
    expect(body).toContain('<h1>Impfzentrum nord</h1>');
    expect(body).toMatch(/<a class="button danger" href="[^"]+">Sperren/);
  });

  it.each([
    ['places from late to early', 'slots', { day: '24.12.2026', from: '12', to: '9', capacity: '7' }, 'day'],
    ['a system without a name', 'clients', { name: '   ' }, 'name'],
    ['an address that nobody may be told at', 'webhooks', { url: 'http://example.test/hook' }, 'url'],
    ['a Google account that is none', 'google', { issuerId: 'abc', accountFile: '{}' }, 'issuerId'],
  ])('says what is wrong with %s and keeps what was entered', async (_what, form, fields, name) => {
    const { statusCode, body } = await operator.post(`/console/centres/nord/${form}`, fields);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(body).toContain('role="alert"');
    const typed = new Map(Object.entries(fields)).get(name) ?? '';
    expect(body).toMatch(new RegExp(`name="${name}"[^>]* value="${typed}"`));
  });

  it('opens places on a day that is written as people write it', async () => {
    const typed = { day: '4.1.2027', from: '9', to: '9.30', minutes: '10', capacity: '1' };
    expect((await operator.post('/console/centres/nord/slots', typed)).statusCode).toBe(303);
    const found = await within((db) => freeSlots(db, { after: test.clock.now }));
    expect(found.filter(({ day }) => day === '2027-01-04')).toHaveLength(3);
  });

  it('never sends a key back that was entered', async () => {
    const secret = '{"private_key":"kept to oneself"}';
    const entered = { issuerId: 'abc', accountFile: secret, cardsFor: 'on-request' };
    const { body } = await operator.post('/console/centres/nord/google', entered);
    expect(body).not.toContain('kept to oneself');
  });

  it('takes the account for Google, says in one sentence what is wrong with it, and never shows the key', async () => {
    const put = (accountFile: string, issuerId = '3388000000012345678') =>
      operator.post('/console/centres/nord/google', { issuerId, accountFile, cardsFor: 'on-request' });
    expect((await put('no json')).body).toContain('Das ist keine JSON-Datei');
    expect((await put('{}', 'abc')).body).toContain('nur aus Ziffern');
  });
});
