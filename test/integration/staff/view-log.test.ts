import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

let opened: TestStation;
let erika: PersonId;
const desk = aWindow(() => opened.station, 'desk');
const chair = aWindow(() => opened.station, 'chair');
const office = aWindow(() => opened.station, 'office');

beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), '2026-11-23T09:00:00.000Z' as Instant);
  const { station } = opened;
  erika = expectPerson(station);
  await desk.signIn(await expectStaff(station, 'Ada Empfang', ['reception'], '4739'), '4739');
  await chair.signIn(await expectStaff(station, 'Ben Ruf', ['vaccinator'], '5826'), '5826');
  await office.signIn(await expectStaff(station, 'Cleo Amt', ['auditor'], '8264'), '8264');
});
afterEach(() => opened.close());

async function views(filter: object = {}): Promise<{ staffName: string; why: string; person?: object }[]> {
  return (await office.ask('staff.views', filter)).value.views;
}

test('each opening is kept with who and why, the latest first, and once for a few minutes', async () => {
  await desk.ask('desk.open', { personId: erika });
  await desk.ask('desk.card', { personId: erika });
  await desk.ask('passes.face', { personId: erika, language: 'de' });
  opened.clock.now = addMinutes(opened.clock.now, 1);
  await chair.ask('desk.card', { personId: erika });
  expect(await views()).toMatchObject([
    { staffName: 'Ben Ruf', why: 'vaccination', person: { familyName: 'Mustermann' } },
    { staffName: 'Ada Empfang', why: 'check-in', person: { givenName: 'Erika' } },
  ]);
  opened.clock.now = addMinutes(opened.clock.now, 6);
  await desk.ask('desk.card', { personId: erika });
  expect(await views()).toHaveLength(3);
});

test('looking at somebody’s dates is an opening, for their appointments', async () => {
  await desk.ask('appointments.of-person', { personId: erika });
  await desk.ask('appointments.propose', { personId: erika, from: '2026-11-23' });
  await chair.ask('appointments.propose', { personId: erika, from: '2026-11-23' });
  expect(await views()).toMatchObject([
    { staffName: 'Ben Ruf', why: 'appointment' },
    { staffName: 'Ada Empfang', why: 'appointment' },
  ]);
});

test('a scan that shows somebody is kept, one that shows nobody is not', async () => {
  const pass = passOf(opened.station.db, erika);
  const facts = pass && passFacts(opened.station, pass);
  await desk.ask('desk.scan', { texts: ['4006381333931'], via: 'wedge' });
  expect(await views()).toEqual([]);
  await desk.ask('desk.scan', { texts: [facts?.barcode], via: 'wedge' });
  expect(await views()).toHaveLength(1);
});

test('lists, unknown people and refused questions leave no trace', async () => {
  await desk.ask('desk.today');
  await desk.ask('desk.card', { personId: 'nobody' });
  await aWindow(() => opened.station, 'stranger').ask('desk.card', { personId: erika });
  expect(await views()).toEqual([]);
});

test('the log is filtered by person, staff and day', async () => {
  const weiss = expectPerson(opened.station, aPerson({ givenName: 'Jürgen', familyName: 'Weiß' }));
  await desk.ask('desk.open', { personId: erika });
  await chair.ask('desk.open', { personId: weiss });
  const byName = await views({ person: 'weis' });
  expect(byName).toMatchObject([{ staffName: 'Ben Ruf', person: { familyName: 'Weiß' } }]);
  const people = (await office.ask('staff.list')).value.members;
  const ada = people.find(({ name }: { name: string }) => name === 'Ada Empfang');
  expect(await views({ staffId: ada.staffId })).toMatchObject([{ staffName: 'Ada Empfang' }]);
  expect(await views({ day: '2026-11-22' })).toEqual([]);
  expect(await views({ day: '2026-11-23' })).toHaveLength(2);
});

test('what cannot be logged is not shown', async () => {
  opened.station.db.exec(
    `CREATE TRIGGER full BEFORE INSERT ON record_view BEGIN SELECT RAISE(ABORT, 'no'); END`,
  );
  const answer = await desk.ask('desk.open', { personId: erika });
  expect(answer.ok).toBe(false);
  expect(JSON.stringify(answer)).not.toContain('Mustermann');
});
