import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { wireEventOf } from '../../../ledger/wire-form.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { syncStatus } from '../../../main/queries/sync/sync-status.ts';
import { eventsAfter, lastSeqOf } from '../../../main/store/event-log/own-events.ts';
import { keyStateOf } from '../../../main/store/person-keys.ts';
import { digestOfProjections } from '../../../main/store/projections/rebuild-projections.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { HeadquartersClient } from '../../../main/sync/headquarters-client.ts';
import { joinHeadquarters } from '../../../main/sync/join-headquarters.ts';
import { leaveHeadquarters } from '../../../main/sync/leave-headquarters.ts';
import { pullFeed } from '../../../main/sync/pull-feed.ts';
import { pushEvents } from '../../../main/sync/push-events.ts';
import { createSyncLoop } from '../../../main/sync/sync-loop.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { fetchInto } from '../../support/headquarters-fetch.ts';
import { aCentre, confirmStation } from '../../support/headquarters-station.ts';
import { give, mustReceive, somebody, stockOf } from '../../support/stock-station.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const dose = {
  lot: 'LOT-1',
  site: 'left-upper-arm',
  consent: 'oral',
  overrides: ['not-checked-in'],
} as const;

let headquarters: TestHeadquarters;
let centre: string;
let centres = 0;
const line = { isCut: false };
beforeAll(async () => {
  headquarters = await aHeadquarters();
}, 120_000);
afterAll(() => headquarters?.close());

interface Joined extends TestStation {
  readonly client: HeadquartersClient;
}

let one: Joined;
let other: Joined;
beforeEach(async () => {
  line.isCut = false;
  centres += 1;
  centre = await aCentre(headquarters, `zentrum-${centres}`);
  one = await aJoinedStation(0);
  other = await aJoinedStation(1);
}, 60_000);
afterEach(() => {
  one.close();
  other.close();
});

async function aJoinedStation(minutes: number): Promise<Joined> {
  const opened = await openTestStation(undefined, addMinutes(testMoment, minutes), { mode: 'live' });
  must(await join(opened));
  await confirmStation(headquarters, centre, opened.station.settings.station);
  return { ...opened, client: clientOf(opened) };
}

async function join({ station }: TestStation, code?: string) {
  const made = code ?? (await issueCode(headquarters.headquarters, centre, 'operator')).code;
  const input = { address: 'https://headquarters.test', code: made, name: 'Empfang' };
  return joinHeadquarters(station, fetchInto(headquarters.app, line), input);
}

function clientOf({ station }: TestStation): HeadquartersClient {
  const link = settingOf(station.db, 'headquarters');
  if (!link) throw new Error('the station did not join');
  return new HeadquartersClient(link, station.stationKey.privateKey, fetchInto(headquarters.app, line));
}

/** Sends everything, as the loop does. */
async function push({ station, client }: Joined): Promise<void> {
  while (must(await pushEvents(station, client)) > 0);
}

/** Fetches until everything that both recorded has passed: headquarters feeds it a moment after it took it. */
async function pull({ station, client }: Joined): Promise<void> {
  const [first, second] = [one, other].map((each) => lastSeqOf(each.station.db, each.station.settings));
  while ((settingOf(station.db, 'headquarters')?.feedPosition ?? 0) < (first ?? 0) + (second ?? 0))
    must(await pullFeed(station, client, { waitMs: 1_000 }));
}

async function exchange(): Promise<void> {
  await push(one);
  await push(other);
  await pull(one);
  await pull(other);
}

describe('two stations of a centre, with headquarters between them', () => {
  test('see each other’s people and doses, and hold the same in the end', async () => {
    const personId = expectPerson(one.station);
    await exchange();
    expect(personById(other.station.db, personId)?.details.familyName).toBe('Mustermann');
    one.clock.now = addMinutes(testMoment, 10);
    other.clock.now = addMinutes(testMoment, 11);
    must(recordDose(one.station, 'operator', { personId, ...dose }));
    must(recordDose(other.station, 'operator', { personId, ...dose, lot: 'LOT-2' }));
    await exchange();
    for (const { station } of [one, other])
      expect(personCard(station, personId)?.doses.map(({ lot, ordinal }) => [lot, ordinal])).toEqual([
        ['LOT-1', 1],
        ['LOT-2', 2],
      ]);
    expect(digestOfProjections(other.station.db)).toBe(digestOfProjections(one.station.db));
  }, 60_000);

  test('give from one stock: both opened the last vial while apart, and both see the difference', async () => {
    mustReceive(one.station, 1);
    const [here, there] = [somebody(one.station), somebody(one.station)];
    await exchange();
    for (const each of [one, other]) each.clock.now = addMinutes(testMoment, 10);
    must(give(one.station, here));
    must(give(other.station, there));
    await exchange();
    for (const { station } of [one, other])
      expect(stockOf(station)).toMatchObject({ closed: 0, drawn: [1, 1], differences: ['never-received'] });
    expect(digestOfProjections(other.station.db)).toBe(digestOfProjections(one.station.db));
  }, 60_000);

  test('go on without the line, say how much is only here, and send it once the line is back', async () => {
    await exchange();
    line.isCut = true;
    const personId = expectPerson(one.station);
    must(recordDose(one.station, 'operator', { personId, ...dose }));
    expect(await pushEvents(one.station, one.client)).toEqual({ ok: false, refusal: 'unreachable' });
    const before = syncStatus(one.station);
    expect(before).toMatchObject({ mode: 'connected' });
    expect(before.mode === 'connected' && before.unsent).toBeGreaterThan(2);
    line.isCut = false;
    await exchange();
    expect(syncStatus(one.station)).toMatchObject({ unsent: 0, keptApart: 0, notTaken: 0 });
    expect(personCard(other.station, personId)?.doses).toHaveLength(1);
  }, 60_000);

  test('erase whoever one of them erased: the key is gone at both', async () => {
    const personId: PersonId = expectPerson(one.station);
    await exchange();
    must(erasePerson(one.station, 'operator', { personId, approvedBy: idOf<StaffId>('second') }));
    await exchange();
    expect(keyStateOf(other.station.db, personId)).toBe('destroyed');
    expect(personById(other.station.db, personId)?.status).toBe('erased');
  }, 60_000);
});

describe('the loop', () => {
  test('brings what one desk records to the other by itself, also after the line was gone', async () => {
    let hear = () => {};
    const heard = new Promise<void>((resolve) => {
      hear = () => {
        const { people } = other.station.db.first<{ people: number }>(
          'SELECT count(*) AS people FROM person',
        ) ?? { people: 0 };
        if (people > 0) resolve();
      };
    });
    const loops = [one.station, { ...other.station, announce: () => hear() }].map((station) =>
      createSyncLoop(() => station, fetchInto(headquarters.app, line)),
    );
    line.isCut = true;
    for (const loop of loops) await loop.restart();
    expectPerson(one.station);
    loops[0]?.wake();
    line.isCut = false;
    await heard;
    // The other desk may know of it before the confirmation is here.
    await untilSo(() => {
      const status = syncStatus(one.station);
      return status.mode === 'connected' && status.unsent === 0;
    });
    for (const loop of loops) await loop.stop();
    expect(syncStatus(one.station)).toMatchObject({ unsent: 0, trouble: undefined });
  }, 60_000);
});

test('what an older program could not take is taken when a newer one starts, without the line', async () => {
  const personId = expectPerson(one.station);
  const { station, epoch } = one.station.settings;
  for (const row of eventsAfter(one.station.db, station, { epoch, seq: 0 }, 1_000))
    other.station.db.run(
      'INSERT INTO quarantined_event (digest, reason, text, received_at) VALUES (?, ?, ?, ?)',
      row.id,
      'data-invalid',
      JSON.stringify(wireEventOf(row)),
      other.station.now(),
    );
  const before = syncStatus(other.station);
  expect(before.mode === 'connected' && before.notTaken).toBeGreaterThan(0);
  line.isCut = true;
  const loop = createSyncLoop(() => other.station, fetchInto(headquarters.app, line));
  await loop.restart();
  await loop.stop();
  expect(syncStatus(other.station)).toMatchObject({ notTaken: 0 });
  expect(personById(other.station.db, personId)).toBeDefined();
}, 60_000);

describe('leaving headquarters', () => {
  test('says so when something is not there yet, and keeps everything here', async () => {
    expectPerson(one.station);
    const leave = () =>
      leaveHeadquarters(one.station, fetchInto(headquarters.app, line), {
        evenUnsent: false,
        actor: 'operator',
      });
    expect(await leave()).toEqual({
      ok: false,
      refusal: 'events-unsent',
    });
    await push(one);
    expect(await leave()).toEqual({ ok: true, value: {} });
    expect(syncStatus(one.station)).toEqual({ mode: 'stand-alone' });
  }, 60_000);
});
