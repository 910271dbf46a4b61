import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { eventsOfTypes } from '../../../headquarters/store/received-events.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { leaveHeadquarters } from '../../../main/sync/leave-headquarters.ts';
import {
  aHeadquartersWithPasses,
  dose,
  expectPersonWithPass,
  idOfStation,
  passChangesOf,
} from '../../support/connected-centre.ts';
import { type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation, joinStation } from '../../support/joined-station.ts';
import { aPerson, expectPerson, must, openTestStation } from '../../support/test-station.ts';

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

describe('a centre that leaves', () => {
  test('decides by itself what headquarters left open, and everything after it', async () => {
    const known = await expectPersonWithPass(desk);
    desk.line.isCut = true;
    must(recordDose(desk.station, 'operator', { personId: known, ...dose }));
    const waiting = expectPerson(desk.station, aPerson({ givenName: 'Max' }));
    expect(passOf(desk.station.db, waiting)).toBeUndefined();
    must(await leaveHeadquarters(desk.station, desk.fetch, { evenUnsent: true, actor: 'operator' }));
    expect(
      passChangesOf(desk, known).map(({ event, station }) => [event.type, station === idOfStation(desk)]),
    ).toEqual([
      ['PassIssued', false],
      ['PassUpdated', true],
    ]);
    expect(passOf(desk.station.db, waiting)?.status).toBe('valid');
    await drainOutbox(desk.station);
    must(recordDose(desk.station, 'operator', { personId: waiting, ...dose }));
    expect(passChangesOf(desk, waiting).map(({ event }) => event.type)).toEqual([
      'PassIssued',
      'PassUpdated',
    ]);
  }, 60_000);

  test('tells headquarters where the line is there: it decides no more', async () => {
    const personId = await expectPersonWithPass(desk);
    await desk.push();
    must(await leaveHeadquarters(desk.station, desk.fetch, { evenUnsent: false, actor: 'operator' }));
    const [left] = await inCentre(headquarters.headquarters.databases.app, centre, (db) =>
      eventsOfTypes(db, ['HeadquartersLeft']),
    );
    expect(left?.station).toBe(idOfStation(desk));
    must(recordDose(desk.station, 'operator', { personId, ...dose }));
    expect(passChangesOf(desk, personId).map(({ event }) => event.type)).toEqual([
      'PassIssued',
      'PassUpdated',
    ]);
  }, 60_000);

  test('has a file for each pass again, also for those that headquarters had signed', async () => {
    const opened = await openTestStation(undefined, testMoment);
    const joined = await joinStation(headquarters, centre, opened);
    const personId = await expectPersonWithPass(joined);
    const passId = passOf(opened.station.db, personId)?.pass_id ?? '';
    expect(passFileOf(opened.station.db, passId)).toBeUndefined();
    must(await leaveHeadquarters(opened.station, joined.fetch, { evenUnsent: true, actor: 'operator' }));
    await drainOutbox(opened.station);
    expect(passFileOf(opened.station.db, passId)?.revision).toBe(0);
    opened.close();
  }, 60_000);
});
