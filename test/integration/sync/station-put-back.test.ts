import { cpSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { eventsOfStream } from '../../../headquarters/store/received-events.ts';
import { feedStart } from '../../../ledger/feed-head.ts';
import { orderMessage } from '../../../main/commands/messages/order-message.ts';
import { recordConsent } from '../../../main/commands/people/record-consent.ts';
import { messagesToMany } from '../../../main/queries/messages/messages-to-many.ts';
import { syncStatus } from '../../../main/queries/sync/sync-status.ts';
import { eventsAfter } from '../../../main/store/event-log/own-events.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { changeLink } from '../../../main/sync/link.ts';
import { pullFeed } from '../../../main/sync/pull-feed.ts';
import { expectPersonWithPass } from '../../support/connected-centre.ts';
import { type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation, speaking } from '../../support/joined-station.ts';
import type { TestMailServer } from '../../support/mail-server.ts';
import { aMailingHeadquarters, type MailingHeadquarters } from '../../support/mailing-headquarters.ts';
import { aPerson, expectPerson, must, openTestStation } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const words = { de: 'Neuer Eingang im Hof.', en: 'New entrance in the yard.' };
let headquarters: TestHeadquarters;
let server: TestMailServer;
let sending: MailingHeadquarters;
let centre: string;
let desk: JoinedStation;
let centres = 0;

beforeAll(async () => {
  sending = await aMailingHeadquarters();
  ({ headquarters, server } = sending);
}, 120_000);
afterAll(() => sending?.close());
beforeEach(async () => {
  centres += 1;
  centre = await aCentre(headquarters, `rueck-${centres}`);
  desk = await aJoinedStation(headquarters, centre);
}, 60_000);
afterEach(() => desk.close());

async function startAgain() {
  desk = speaking(await openTestStation(desk.dir, desk.clock.now, { mode: 'live' }), desk);
}

/** A copy of the directory as it is now; what is answered puts it back. */
async function backUp(): Promise<() => Promise<void>> {
  desk.close();
  const copy = `${desk.dir}-copy`;
  cpSync(desk.dir, copy, { recursive: true });
  await startAgain();
  return async () => {
    desk.close();
    rmSync(desk.dir, { recursive: true });
    cpSync(copy, desk.dir, { recursive: true });
    await startAgain();
  };
}

/** What headquarters has of somebody from this station. */
async function eventsOf(personId: PersonId) {
  const { app } = headquarters.headquarters.databases;
  const events = await inCentre(app, centre, (db) => eventsOfStream(db, personId));
  return events.filter(({ station }) => station === desk.station.settings.station);
}
const unsent = () => {
  const status = syncStatus(desk.station);
  return status.mode === 'connected' ? status.unsent : undefined;
};
const stateOf = () => messagesToMany(desk.station).messages[0]?.state;

describe('given a station whose directory was put back', () => {
  test('then what it records reaches headquarters from the first event on, and what it had lost comes back', async () => {
    await expectPersonWithPass(desk);
    await desk.push();
    const putBack = await backUp();
    const lost = expectPerson(desk.station, aPerson({ givenName: 'Otto' }));
    await desk.push();
    await putBack();
    expect(desk.station.settings.epoch).toBe(2);
    expect(personById(desk.station.db, lost)).toBeUndefined();
    const later = expectPerson(desk.station, aPerson({ givenName: 'Anna' }));
    expect(unsent()).toBeGreaterThanOrEqual(2);
    await desk.push();
    expect(unsent()).toBe(0);
    expect(await eventsOf(later)).toHaveLength(2);
    await desk.pullUntil('whom it had lost', () => personById(desk.station.db, lost));
    expect(personById(desk.station.db, lost)).toMatchObject({ details: { givenName: 'Otto' } });
    await desk.push();
    expect(await eventsOf(lost)).toHaveLength(2);
    expect(syncStatus(desk.station)).toMatchObject({ unsent: 0, keptApart: 0, notTaken: 0 });
    const told = digestOfProjections(desk.station.db);
    rebuildProjections(desk.station.db);
    expect(digestOfProjections(desk.station.db)).toBe(told);
  }, 60_000);

  test('then what it had recorded and not sent before is sent, too', async () => {
    await desk.push();
    const unsentThen = expectPerson(desk.station, aPerson({ givenName: 'Otto' }));
    const putBack = await backUp();
    expectPerson(desk.station, aPerson({ givenName: 'Anna' }));
    await putBack();
    await desk.push();
    expect(await eventsOf(unsentThen)).toHaveLength(2);
    expect(unsent()).toBe(0);
  }, 60_000);

  test('then a message that waited in it goes out once, and the list says what became of it', async () => {
    const email = `einmal-${centres}@example.test`;
    const personId = await expectPersonWithPass(desk, aPerson({ email }));
    must(recordConsent(desk.station, 'operator', { personId, channel: 'email', isGiven: true }));
    const from = testMoment.slice(0, 10) as PlainDate;
    must(orderMessage(desk.station, 'operator', { words, days: { from }, evenAgain: false }));
    const putBack = await backUp();
    await desk.push();
    await desk.pullUntil('what became of it', () => (stateOf() === 'written' ? true : undefined));
    await putBack();
    expect(stateOf()).toBe('waiting');
    await desk.push();
    expect(stateOf()).not.toBe('waiting');
    await desk.pullUntil('what became of it', () => (stateOf() === 'written' ? true : undefined));
    const mails = () =>
      server.mails.filter(({ to, text }) => JSON.stringify(to).includes(email) && text?.includes(words.de));
    await untilSo(() => mails().length > 0);
    expect(mails()).toHaveLength(1);
  }, 60_000);
});

describe('given a headquarters that was put back', () => {
  /** As a station sees it: it was told that all was there, and the feed was another one. */
  const asIfConfirmed = (feedPosition: (before: number) => number) => {
    const { db, settings } = desk.station;
    const last = eventsAfter(db, settings.station, { epoch: 0, seq: 0 }, 1000).at(-1);
    changeLink(db, (before) => ({
      ...before,
      sentEpoch: settings.epoch,
      sentUpTo: last?.seq ?? 0,
      feedPosition: feedPosition(before.feedPosition),
      feedHash: feedStart,
    }));
  };

  test.each<[string, (before: number) => number]>([
    ['and reaches less far', (before) => before + 7],
    ['and has gone on since', (before) => before],
  ])(
    '%s, then the station sends and reads everything anew, and goes on',
    async (_, feedPosition) => {
      await expectPersonWithPass(desk);
      const lacking = expectPerson(desk.station, aPerson({ givenName: 'Otto' }));
      asIfConfirmed(feedPosition);
      expect(unsent()).toBe(0);
      expect((await pullFeed(desk.station, desk.client, { waitMs: 0 })).ok).toBe(false);
      expect(unsent()).toBeGreaterThan(0);
      await desk.push();
      expect(await eventsOf(lacking)).toHaveLength(2);
      expect((await pullFeed(desk.station, desk.client, { waitMs: 0 })).ok).toBe(true);
      expect(syncStatus(desk.station)).toMatchObject({ unsent: 0, keptApart: 0, notTaken: 0 });
    },
    60_000,
  );
});
