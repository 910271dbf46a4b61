import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf as keptPassOf } from '../../../headquarters/store/passes.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { evaluateScan } from '../../../main/commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { handOverWays } from '../../../main/queries/handover/hand-over-ways.ts';
import { passFace } from '../../../main/queries/passes/pass-face.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import { outboxCounts } from '../../../main/store/outbox/outbox.ts';
import { digestOfProjections } from '../../../main/store/projections/rebuild-projections.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { askHandOverPage } from '../../../main/sync/ask-hand-over-page.ts';
import { eraseAtHeadquarters } from '../../../main/sync/erase-at-headquarters.ts';
import type { SyncLoop } from '../../../main/sync/known-loop.ts';
import { barcodeAt } from '../../support/barcode-at.ts';
import {
  aHeadquartersWithPasses,
  dose,
  expectPersonWithPass,
  idOfStation,
  passChangesOf,
  passWith,
} from '../../support/connected-centre.ts';
import { type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation, joinStation } from '../../support/joined-station.ts';
import { aPerson, expectPerson, must, openTestStation } from '../../support/test-station.ts';

const second = idOf<StaffId>('second');

let headquarters: TestHeadquarters;
let centre: string;
let centres = 0;
beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
}, 120_000);
afterAll(() => headquarters?.close());

let desk: JoinedStation;
beforeEach(async () => {
  centres += 1;
  centre = await aCentre(headquarters, `zentrum-${centres}`);
  desk = await aJoinedStation(headquarters, centre);
}, 60_000);
afterEach(() => desk.close());

/** The loop of a test station does not run: it is asked by hand. */
const askAs =
  ({ client }: JoinedStation): SyncLoop['ask'] =>
  (path, schema, body) =>
    client.ask(path, schema, { body });

describe('a person who is booked at the desk of a connected centre', () => {
  test('gets their pass from headquarters alone, and nothing waits at the station to be signed', async () => {
    const personId = expectPerson(desk.station);
    expect(passOf(desk.station.db, personId)).toBeUndefined();
    expect(outboxCounts(desk.station.db, 'signing').waiting).toBe(0);
    await desk.push();
    const { pass_id, revision } = await passWith(desk, personId, 0);
    expect(revision).toBe(0);
    const changes = passChangesOf(desk, personId);
    expect(changes.map(({ event, station }) => [event.type, station === idOfStation(desk)])).toEqual([
      ['PassIssued', false],
    ]);
    const kept = await inCentre(headquarters.headquarters.databases.app, centre, (db) =>
      keptPassOf(db, pass_id),
    );
    expect(kept).toMatchObject({ personId, revision: 0, isVoided: false });
  }, 60_000);

  test('has one update for a dose, later than the dose by the clocks, though that of the desk is ahead', async () => {
    const personId = await expectPersonWithPass(desk);
    desk.clock.now = addMinutes(testMoment, 10);
    must(recordDose(desk.station, 'operator', { personId, ...dose }));
    await desk.push();
    await passWith(desk, personId, 1);
    const history = historyOf(desk.station.db, personId);
    const given = history.find(({ event }) => event.type === 'DoseAdministered');
    const updates = history.filter(({ event }) => event.type === 'PassUpdated');
    expect(updates).toHaveLength(1);
    expect(updates[0]?.station).not.toBe(idOfStation(desk));
    expect(updates[0]?.event.data).toMatchObject({ revision: 1, doseCount: 1, announced: 'dose-count' });
    expect(updates[0]?.recordedAt).toBe(testMoment);
    expect((updates[0]?.hlc ?? '') > (given?.hlc ?? '')).toBe(true);
  }, 60_000);

  test('has their pass follow a dose that was wrong, a corrected name, and a record that is linked', async () => {
    const personId = await expectPersonWithPass(desk);
    const { doseId } = must(recordDose(desk.station, 'operator', { personId, ...dose }));
    await desk.push();
    await passWith(desk, personId, 1);
    must(
      voidDose(desk.station, 'operator', {
        doseId,
        personId,
        reason: 'wrong-person',
        note: '',
        approvedBy: second,
      }),
    );
    await desk.push();
    await passWith(desk, personId, 0);
    const otherId = await expectPersonWithPass(desk, aPerson({ givenName: 'Erica' }));
    must(recordDose(desk.station, 'operator', { personId: otherId, ...dose }));
    must(linkPersons(desk.station, 'operator', { personId, otherId, approvedBy: second }));
    await desk.push();
    await passWith(desk, personId, 1);
    await passWith(desk, otherId, 1);
    const before = passChangesOf(desk, personId).length;
    must(
      correctPerson(desk.station, 'operator', {
        personId,
        why: 'typing-error',
        details: aPerson({ givenName: 'Erika Maria' }),
      }),
    );
    await desk.push();
    await desk.pullUntil(
      'the corrected pass',
      () => passChangesOf(desk, personId).length > before || undefined,
    );
    expect(passChangesOf(desk, personId).filter(({ station }) => station === idOfStation(desk))).toEqual([]);
  }, 60_000);

  test('is counted by headquarters over what two desks recorded without a line', async () => {
    const other = await aJoinedStation(headquarters, centre, 1);
    const personId = await expectPersonWithPass(desk);
    await other.pullUntil('the person', () => (passChangesOf(other, personId).length > 0 ? true : undefined));
    must(recordDose(desk.station, 'operator', { personId, ...dose }));
    other.clock.now = addMinutes(testMoment, 5);
    must(recordDose(other.station, 'operator', { personId, ...dose, lot: 'LOT-2' }));
    await desk.push();
    await other.push();
    for (const joined of [desk, other]) await passWith(joined, personId, 2);
    expect(
      passChangesOf(desk, personId).every(
        ({ station }) => station !== idOfStation(desk) && station !== idOfStation(other),
      ),
    ).toBe(true);
    expect(digestOfProjections(other.station.db)).toBe(digestOfProjections(desk.station.db));
    other.close();
  }, 60_000);
});

describe('somebody who asks to be erased', () => {
  const approvedBy = second;
  const erase = (personId: PersonId) =>
    eraseAtHeadquarters({ ...desk.station, sync: { ...desk.station.sync, ask: askAs(desk) } }, 'operator', {
      personId,
      approvedBy,
    });

  test('is erased by headquarters, everywhere, with dates and pass; without the line one sentence says so', async () => {
    const personId = await expectPersonWithPass(desk);
    desk.line.isCut = true;
    expect(await erase(personId)).toEqual({ ok: false, refusal: 'headquarters-not-there' });
    expect(personById(desk.station.db, personId)?.status).toBe('registered');
    desk.line.isCut = false;
    expect(await erase(personId)).toEqual({ ok: true, value: { outcome: 'erased' } });
    await desk.pullUntil('the erasure', () =>
      passOf(desk.station.db, personId)?.status === 'voided' ? true : undefined,
    );
    expect(personById(desk.station.db, personId)?.status).toBe('erased');
    // Not at the next start only: the file was written anew, without what the person was.
    expect(settingOf(desk.station.db, 'traces-left')).toBeUndefined();
    expect(desk.station.db.all('PRAGMA freelist_count')).toEqual([{ freelist_count: 0 }]);
    const events = historyOf(desk.station.db, personId).map(({ event }) => event.type);
    expect(events.slice(-3)).toEqual(['PersonErased', 'AppointmentCancelled', 'PassVoided']);
  }, 60_000);

  test('is kept for ten years after a dose that only another desk knows of', async () => {
    const other = await aJoinedStation(headquarters, centre, 1);
    const personId = await expectPersonWithPass(desk);
    await other.pullUntil('the person', () => (passChangesOf(other, personId).length > 0 ? true : undefined));
    must(recordDose(other.station, 'operator', { personId, ...dose }));
    await other.push();
    expect(await erase(personId)).toEqual({
      ok: true,
      value: { outcome: 'restricted', eraseFrom: '2036-11-23' },
    });
    expect(personById(desk.station.db, personId)?.status).toBe('restricted');
    other.close();
  }, 60_000);
});

test('a desk without a line prints the pass that headquarters issues later, and knows it when it is scanned', async () => {
  desk.line.isCut = true;
  const personId = expectPerson(desk.station);
  const face = must(passFace(desk.station, personId, 'de'));
  expect(must(handOverWays(desk.station, personId))).toMatchObject({ page: 'to-come' });
  const scan = () => evaluateScan(desk.station, { texts: [face.barcode], via: 'wedge' }).decision.personId;
  expect(scan()).toBe(personId);
  desk.line.isCut = false;
  await desk.push();
  const { pass_id } = await passWith(desk, personId, 0);
  expect(pass_id).toBe(must(handOverWays(desk.station, personId)).passId);
  expect(scan()).toBe(personId);
  expect(must(handOverWays(desk.station, personId))).toMatchObject({ page: 'headquarters' });
  const page = must(
    await askHandOverPage({ sync: { ...desk.station.sync, ask: askAs(desk) } }, { personId }),
  );
  const shown = await headquarters.app.inject({ url: new URL(page.url).pathname });
  expect(shown.body).toContain(face.shortNumber);
  expect(shown.body).toContain('ändert sich von selbst');
}, 60_000);

test('a pass from before the centre joined goes on under its serial, and its history is decided by nobody again', async () => {
  const opened = await openTestStation(undefined, testMoment, { mode: 'live' });
  const personId = expectPerson(opened.station);
  must(recordDose(opened.station, 'operator', { personId, ...dose }));
  const before = passOf(opened.station.db, personId);
  expect(outboxCounts(opened.station.db, 'signing').waiting).toBe(1);
  const joined = await joinStation(headquarters, centre, opened);
  expect(outboxCounts(opened.station.db, 'signing').waiting).toBe(0);
  await joined.push();
  joined.clock.now = addMinutes(testMoment, 60);
  must(
    correctPerson(opened.station, 'operator', {
      personId,
      why: 'typing-error',
      details: aPerson({ givenName: 'Erika Maria' }),
    }),
  );
  await joined.push();
  await joined.pullUntil('the corrected pass', () =>
    passOf(opened.station.db, personId)?.revision === (before?.revision ?? 0) + 1 ? true : undefined,
  );
  expect(passOf(opened.station.db, personId)?.pass_id).toBe(before?.pass_id);
  expect(
    passChangesOf(joined, personId).map(({ event, station }) => [
      event.type,
      station === idOfStation(joined),
    ]),
  ).toEqual([
    ['PassIssued', true],
    ['PassUpdated', true],
    ['PassUpdated', false],
  ]);
  const kept = await inCentre(headquarters.headquarters.databases.app, centre, (db) =>
    keptPassOf(db, before?.pass_id ?? ''),
  );
  expect(kept).toMatchObject({ personId, revision: 2 });
  opened.close();
}, 60_000);

test('a card from before the centre joined is told as such at its scan, and the one that is handed over then is not', async () => {
  const opened = await openTestStation(undefined, testMoment);
  const personId = expectPerson(opened.station);
  const fromBefore = barcodeAt(opened.station, personId);
  const shown = (text: string) =>
    evaluateScan(opened.station, { texts: [text], via: 'wedge' }).shownPass?.isFromBeforeJoining;
  expect(shown(fromBefore)).toBeUndefined();
  await joinStation(headquarters, centre, opened);
  expect(shown(fromBefore)).toBe(true);
  expect(shown(must(passFace(opened.station, personId, 'de')).barcode)).toBeUndefined();
  opened.close();
}, 60_000);
