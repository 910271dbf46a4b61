import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { instantAt } from '../../../domain/kernel/instant.ts';
import { generalQuestionnaire as general } from '../../../domain/screening/general-questionnaire.ts';
import { personalPath } from '../../../headquarters/features/booking/personal-link.ts';
import { askedBefore } from '../../../headquarters/features/screening/asked-ahead.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { viewsOf } from '../../../main/store/tables/staff/record-views.ts';
import { eraseAtHeadquarters } from '../../../main/sync/erase-at-headquarters.ts';
import type { SyncLoop } from '../../../main/sync/known-loop.ts';
import { asking } from '../../support/asking.ts';
import { aHeadquartersWithPasses, expectPersonWithPass } from '../../support/connected-centre.ts';
import type { TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { must } from '../../support/test-station.ts';

const second = idOf<StaffId>('second');

let headquarters: TestHeadquarters;
let centre: string;
let desk: JoinedStation;
let centres = 0;
beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
}, 120_000);
afterAll(() => headquarters?.close());
beforeEach(async () => {
  centres += 1;
  centre = await aCentre(headquarters, `ahead-${centres}`);
  desk = await aJoinedStation(headquarters, centre);
  await act('screening.switch', { questionnaire: { id: general.id, version: general.version } });
  await desk.push();
  await expect
    .poll(() => inCentre(headquarters.headquarters.databases.app, centre, (db) => askedBefore(db, centre)))
    .toBeTruthy();
}, 60_000);
afterEach(() => desk.close());

const { ask, act } = asking(() => desk.station);
const reception = asking(() => desk.station, { actor: 'staff:reception', roles: ['reception'] });

/** Answers on the private page, every question but these with no. */
async function answerOnPage(personId: PersonId, date: string, ...yes: string[]): Promise<void> {
  const page = `${personalPath(headquarters.headquarters, centre, personId)}/dates/${date}/questions?lang=de`;
  const fields = general.questions.map(({ id }) => [`answer.${id}`, yes.includes(id) ? 'yes' : 'no']);
  const answer = await headquarters.app.inject({
    method: 'POST',
    url: page,
    payload: new URLSearchParams([['questionnaire', 'general 1'], ...fields, ['send', 'yes']]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.body).toContain('Ihre Antworten sind da');
}

/** Their first date, and what the station knows of answers to it. */
async function withDate() {
  const personId = await expectPersonWithPass(desk);
  const card = (await ask('desk.card', { personId })).value;
  const date = card.appointments[0];
  const arrived = (count: number) =>
    desk.pullUntil('the answers', () => {
      const ahead = historyOf(desk.station.db, personId).filter(
        ({ event }) => event.type === 'ScreeningAnsweredAhead',
      );
      return ahead.length === count ? ahead : undefined;
    });
  return { personId, date, arrived };
}

test('what somebody answered on their page is at the desk before they come: the reception sees that, and the vaccinator what', async () => {
  const { personId, date, arrived } = await withDate();
  await answerOnPage(personId, date.appointmentId, 'acute-fever');
  await answerOnPage(personId, date.appointmentId, 'pregnancy');
  await arrived(2);

  const seen = await reception.ask('desk.card', { personId });
  expect(seen.value.appointments[0].answeredAheadAt).toMatch(/^2026-/);
  expect(JSON.stringify(seen)).not.toMatch(/pregnancy|acute-fever|schwanger/);
  expect((await reception.ask('screening.of-person', { personId })).ok).toBe(false);
  expect(must(personExport(desk.station, personId, ['reception'])).screeningsAhead).toBeUndefined();

  desk.clock.now = instantAt(date.day, '09:00', 'Europe/Berlin');
  const { appointmentId } = date;
  const arrival = await act('desk.check-in', { personId, appointmentId, via: 'search', overrides: [] });
  expect(arrival, JSON.stringify(arrival)).toMatchObject({ ok: true });
  const view = (await ask('screening.of-person', { personId })).value;
  expect(view).toMatchObject({
    hold: 'screening-missing',
    ahead: { outcome: 'ask-the-doctor', isOtherVersion: false, isUnreadable: false },
  });
  expect(view.ahead.answers.filter(({ isYes }: { isYes: boolean }) => isYes)).toMatchObject([
    { id: 'pregnancy', yes: 'ask-the-doctor' },
  ]);
  // Nobody asked yet: no dose.
  const dose = {
    personId,
    ordinal: 1,
    productId: 'comirnaty',
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
  };
  expect((await act('desk.record-dose', dose)).refusal.reason).toBe('screening-missing');
  const asked = await act('screening.answer', {
    personId,
    visitId: view.visitId,
    questionnaire: { id: general.id, version: general.version },
    answers: general.questions.map(({ id }) => ({ question: id, isYes: false })),
  });
  expect(asked.value.hold).toBeUndefined();
  expect((await act('desk.record-dose', dose)).ok).toBe(true);
  expect(must(personExport(desk.station, personId, ['site-lead'])).screeningsAhead).toHaveLength(2);
}, 60_000);

test('once the questions are switched off the vaccinator still reads what was said ahead', async () => {
  const { personId, date, arrived } = await withDate();
  await answerOnPage(personId, date.appointmentId, 'acute-fever');
  await arrived(1);
  await act('screening.switch', {});
  desk.clock.now = instantAt(date.day, '09:00', 'Europe/Berlin');
  await act('desk.check-in', { personId, appointmentId: date.appointmentId, via: 'search', overrides: [] });
  const view = (await ask('screening.of-person', { personId })).value;
  expect(view.questionnaire).toBeUndefined();
  expect(view.ahead).toMatchObject({ outcome: 'stop', isOtherVersion: true });
  // Whoever read it is written down, as with every look at what somebody said.
  expect(viewsOf(desk.station.db, personId)).toContainEqual(expect.objectContaining({ why: 'vaccination' }));
}, 60_000);

test('erased, nobody reads it, here or at headquarters, and the read models come out the same', async () => {
  const { personId, date, arrived } = await withDate();
  await answerOnPage(personId, date.appointmentId, 'pregnancy');
  const [event] = await arrived(1);
  expect(event?.event.data).toHaveProperty('personal');
  const line: SyncLoop['ask'] = (path, schema, body) => desk.client.ask(path, schema, { body });
  await desk.push();
  const station = { ...desk.station, sync: { ...desk.station.sync, ask: line } };
  expect(must(await eraseAtHeadquarters(station, 'operator', { personId, approvedBy: second }))).toEqual({
    outcome: 'erased',
  });
  await desk.pullUntil('the erasure', () =>
    personById(desk.station.db, personId)?.status === 'erased' ? true : undefined,
  );
  const told = historyOf(desk.station.db, personId).filter(
    ({ event }) => event.type === 'ScreeningAnsweredAhead',
  );
  expect(told).toHaveLength(1);
  expect(told[0]?.event.data).not.toHaveProperty('personal');
  const before = digestOfProjections(desk.station.db);
  rebuildProjections(desk.station.db);
  expect(digestOfProjections(desk.station.db)).toBe(before);
}, 60_000);
