import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { generalQuestionnaire as general } from '../../../domain/screening/general-questionnaire.ts';
import type { QuestionnaireRef } from '../../../domain/screening/questionnaire.ts';
import { aheadOf } from '../../../domain/screening/screening.ts';
import { cancelOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { personalPath } from '../../../headquarters/features/booking/personal-link.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { screeningOf } from '../../../headquarters/features/screening/answer-ahead.ts';
import { askedBefore } from '../../../headquarters/features/screening/asked-ahead.ts';
import { centreOf } from '../../../headquarters/store/centres.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookingSuite } from '../../support/booking-suite.ts';
import { asOwner, testMoment } from '../../support/headquarters.ts';
import { must } from '../../support/test-station.ts';

const { opened, anOpenCentre, twoDates, book, post } = bookingSuite();
const of = (id: string) => `answer.${id}`;
const no: [string, string][] = general.questions.map(({ id }) => [of(id), 'no']);
const form: [string, string] = ['questionnaire', 'general 1'];

/** What a station of the centre said: these questions from now on, or none. */
async function ask(centre: string, questionnaire?: QuestionnaireRef): Promise<void> {
  const { headquarters } = opened();
  const data = questionnaire ? { questionnaire } : {};
  const isAsked = (db: Parameters<typeof askedBefore>[0]) => askedBefore(db, centre);
  await inCentre(headquarters.databases.app, centre, (db) =>
    recordEvents(headquarters, db, {
      centre,
      stream: `centre@${centre}`,
      actor: 'staff:lead',
      events: [{ type: 'ScreeningSwitched', version: 1, data }],
    }),
  );
  await expect
    .poll(async () => (await inCentre(headquarters.databases.app, centre, isAsked))?.version)
    .toBe(questionnaire?.version);
}

/** Somebody with two dates in a centre that asks. */
async function somebody() {
  const centre = await anOpenCentre();
  await ask(centre.id, { id: general.id, version: general.version });
  const { personId, appointmentIds } = must(await book(centre, await twoDates(centre)));
  const [first = '', second = ''] = appointmentIds;
  const path = personalPath(opened().headquarters, centre.id, personId);
  return { centre, personId, first, second, path, page: `${path}/dates/${first}/questions` };
}
const open = async (url: string) =>
  (await opened().app.inject({ url, headers: { 'accept-language': 'de' } })).body;
const told = async (centre: string, personId: PersonId, date: string) => {
  const { headquarters } = opened();
  const known = await inCentre(headquarters.databases.app, centre, (db) =>
    loadPerson(headquarters, db, centre, personId),
  );
  const ahead = known.history.filter(({ event }) => event.type === 'ScreeningAnsweredAhead');
  return { events: ahead, last: aheadOf(screeningOf(known), date as never) };
};

describe('the page with their dates', () => {
  it('offers the questions for the next date alone, and only where the centre asks', async () => {
    const { centre, path, first, second } = await somebody();
    const page = await open(`${path}/dates?lang=de`);
    expect(page).toContain('Fragen vor der Impfung beantworten');
    expect(page).toContain(`/dates/${first}/questions`);
    expect(page).not.toContain(`/dates/${second}/questions`);
    await ask(centre.id);
    expect(await open(`${path}/dates?lang=de`)).not.toContain('Fragen vor der Impfung');
    await ask(centre.id, { id: general.id, version: general.version });
    expect(await open(`${path}/dates?lang=en`)).toContain('Answer the questions before the vaccination');
  });

  it('offers them for the next date after one that was missed, which stays until the desk says so', async () => {
    const { path, first, second } = await somebody();
    opened().clock.now = '2026-12-01T09:00:00.000Z' as Instant;
    try {
      const page = await open(`${path}/dates?lang=de`);
      expect(page).toContain(`/dates/${first}/cancel`);
      expect(page).toContain(`/dates/${second}/questions`);
    } finally {
      opened().clock.now = testMoment;
    }
  });
});

describe('the questions', () => {
  it('come one after another without a script, in the language that is asked for; nothing is kept before the end', async () => {
    const { centre, personId, first, page } = await somebody();
    const start = await open(`${page}?lang=de`);
    expect(start).not.toContain('<script');
    expect(start).toContain('Frage 1 von 7');
    expect(start).toContain(general.questions[0]?.text.de);
    expect(start).toContain('Mo., 30.11.2026, 09:00 Uhr');
    let body = '';
    for (const [index] of general.questions.entries()) {
      const answer = await post(`${page}?lang=en`, [form, ...no.slice(0, index + 1)]);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers.location).toBeUndefined();
      body = answer.body;
      if (index < 6) expect(body).toContain(`Question ${index + 2} of 7`);
    }
    expect(body).toContain('Please check your answers');
    expect((await told(centre.id, personId, first)).events).toEqual([]);
    const changed = await post(`${page}?lang=de`, [form, ...no, ['change', 'bleeding']]);
    expect(changed.body).toContain('Frage 4 von 7');
    expect(changed.body).toContain('<input type="hidden" name="answer.pregnancy" value="no">');
    expect(changed.body).not.toContain('<input type="hidden" name="answer.bleeding"');
    const sent = await post(`${page}?lang=de`, [form, ...no, ['send', 'yes']]);
    expect(sent.statusCode).toBe(200);
    expect(sent.body).toContain('Danke, Ihre Antworten sind da');
    const { events, last } = await told(centre.id, personId, first);
    expect(events).toMatchObject([{ actor: 'citizen', event: { version: 1 } }]);
    expect(last?.answers.every(({ isYes }) => !isYes)).toBe(true);
  });

  it('lie sealed: no answer stands in the database, in no address and on no later page', async () => {
    const { path, page } = await somebody();
    const yes = no.map(([name, value]): [string, string] => [name, name === of('pregnancy') ? 'yes' : value]);
    const sent = await post(`${page}?lang=de`, [form, ...yes, ['send', 'yes']]);
    expect(sent.body).toContain('sieht sich beim Termin eine Ärztin oder ein Arzt mit Ihnen an');
    expect(sent.body).not.toContain('schwanger');
    const rows = await asOwner(opened().database.url, async (owner) => {
      const drafts = await owner.query(`SELECT data FROM own_draft WHERE type = 'ScreeningAnsweredAhead'`);
      const chained = await owner.query(
        `SELECT data FROM received_event WHERE type = 'ScreeningAnsweredAhead'`,
      );
      return [...drafts.rows, ...chained.rows];
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/pregnancy|isYes/);
    const dates = await open(`${path}/dates?lang=de`);
    expect(dates).toContain('Sie haben die Fragen vor der Impfung beantwortet.');
    expect(dates).toContain('Antworten ändern');
    const again = await open(`${page}?lang=de`);
    expect(again).toContain('Sie haben die Fragen schon beantwortet');
    expect(again).not.toMatch(/answer\.pregnancy" value="yes"/);
  });

  it('with an answer that says stop tell plainly what to do, and no diagnosis', async () => {
    const { centre, first, page } = await somebody();
    const fever: [string, string][] = [...no.slice(1), [of('acute-fever'), 'yes']];
    const { body } = await post(`${page}?lang=de`, [form, ...fever, ['send', 'yes']]);
    expect(body).toContain('kann es sein, dass an diesem Tag nicht geimpft wird');
    const phone = (await centreOf(opened().headquarters.databases.app, centre.id))?.phone;
    expect(body).toContain(
      phone ? `bevor Sie kommen: ${phone}` : 'Bitte sagen Sie es uns gleich bei der Ankunft',
    );
    expect(body).toContain(`/dates?move=${first}`);
    expect(body).not.toContain('Fieber');
  });
});

describe('what cannot be taken is said in a sentence, and nothing is kept', () => {
  const all: [string, string][] = [...no, ['send', 'yes']];
  it.each<[string, number, string, [string, string][]]>([
    [
      'an older version',
      409,
      'Die Fragen haben sich inzwischen geändert.',
      [['questionnaire', 'general 0'], ...all],
    ],
    ['no version', 409, 'Die Fragen haben sich inzwischen geändert.', all],
    ['an unknown question', 409, 'gehören nicht zu unseren Fragen', [form, [of('shoe-size'), 'yes'], ...all]],
    [
      'an answer that is none',
      409,
      'gehören nicht zu unseren Fragen',
      [form, [of('bleeding'), 'maybe'], ['send', 'yes']],
    ],
    [
      'two answers to one question',
      409,
      'gehören nicht zu unseren Fragen',
      [form, [of('bleeding'), 'yes'], ...all],
    ],
    ['an open question', 409, 'Eine Frage ist noch offen.', [form, ...all.slice(1)]],
  ])('%s', async (_what, status, sentence, fields) => {
    const { centre, personId, first, page } = await somebody();
    const answer = await post(`${page}?lang=de`, fields);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.body).toContain(sentence);
    expect((await told(centre.id, personId, first)).events).toEqual([]);
  });

  it('the same answers twice', async () => {
    const { centre, personId, first, page } = await somebody();
    const once = await post(`${page}?lang=de`, [form, ...all]);
    const twice = await post(`${page}?lang=de`, [form, ...all]);
    // With the link alone nobody finds out what was said by saying it.
    expect([twice.statusCode, twice.body]).toEqual([200, once.body]);
    opened().clock.now = addMinutes(testMoment, 60);
    const start = await open(`${page}?lang=de`);
    await post(`${page}?lang=de`, [form, [of(general.questions[0]?.id ?? ''), 'yes'], ...all.slice(1)]);
    expect(await open(`${page}?lang=de`)).toBe(start);
    await post(`${page}?lang=de`, [form, ...all]);
    opened().clock.now = testMoment;
    expect((await told(centre.id, personId, first)).events).toHaveLength(3);
  });

  it('after the visit, for a date that was cancelled, and once the centre asks no more', async () => {
    const { centre, personId, first, second, page, path } = await somebody();
    const { headquarters } = opened();
    await inCentre(headquarters.databases.app, centre.id, (db) =>
      recordEvents(headquarters, db, {
        centre: centre.id,
        stream: personId,
        actor: 'staff:desk',
        events: [
          {
            type: 'CheckedIn',
            version: 2,
            data: {
              visitId: 'v' as never,
              personId,
              appointmentId: first as never,
              via: 'pass',
              overrides: [],
              day: '2026-11-30' as never,
            },
          },
        ],
      }),
    );
    const late = await post(`${page}?lang=de`, [form, ...all]);
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Zu diesem Termin sind Sie schon da gewesen, oder er ist vorbei.');
    const whose = { personId, appointmentId: second as never, actor: 'citizen' };
    must(await cancelOnline(headquarters, centre, whose));
    const gone = await post(`${path}/dates/${second}/questions?lang=de`, [form, ...all]);
    expect(gone.body).toContain('Diesen Termin gibt es nicht mehr.');
    await ask(centre.id);
    expect(await open(`${page}?lang=de`)).toContain('Das Impfzentrum stellt diese Fragen nicht mehr vorab.');
    expect((await told(centre.id, personId, first)).events).toEqual([]);
  });

  it('a wrong token opens nothing', async () => {
    const { page } = await somebody();
    const wrong = page.replace(/\.[0-9a-f]{32}/, `.${'0'.repeat(32)}`);
    for (const answer of [await opened().app.inject(wrong), await post(wrong, [form, ...all])]) {
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('Frage 1');
    }
  });
});
