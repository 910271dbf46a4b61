import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startFeedWriter } from '../../../headquarters/jobs/feed-writer.ts';
import { recordOwn } from '../../../headquarters/store/feed.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { feedHeadIsGenuine, feedStart, nextFeedHash } from '../../../ledger/feed-head.ts';
import { isHlcOf } from '../../../ledger/hybrid-clock.ts';
import { publicKeyOf } from '../../../ledger/raw-keys.ts';
import { wireHashHolds } from '../../../ledger/wire-form.ts';
import { Chain } from '../../support/chain.ts';
import { aHeadquarters, asOwner, minutesLater, type TestHeadquarters } from '../../support/headquarters.ts';
import { feedOf } from '../../support/headquarters-feed.ts';
import { anEnrolledStation } from '../../support/headquarters-station.ts';

let test: TestHeadquarters;
beforeAll(async () => {
  test = await aHeadquarters();
});
afterAll(() => test.close());

const { aNewCentre, pullOnce, pullAll, push } = feedOf(() => test);

describe("a centre's feed", () => {
  it('brings the events of one station to another, provably whole, and not back to the first', async () => {
    const centre = await aNewCentre();
    const [a, b] = [await anEnrolledStation(test, centre), await anEnrolledStation(test, centre)];
    const events = new Chain(a.station).add(5);
    await push(a, events);
    const answer = { entries: await pullAll(b, 5), head: (await pullOnce(b, 4)).head };
    expect(answer.entries.map(({ event }) => event)).toEqual(events);
    expect(answer.entries.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(answer.entries.every(({ event }) => event && wireHashHolds(event))).toBe(true);
    const hash = answer.entries.reduce((before, entry) => nextFeedHash(before, entry.hash), feedStart);
    expect(answer.head).toMatchObject({ centre, position: 5, hash });
    const key = publicKeyOf('Ed25519', Buffer.from(b.enrolled.headquarters.signingKey, 'base64url'));
    expect(feedHeadIsGenuine(answer.head, key)).toBe(true);
    const own = await pullOnce(a, 0);
    expect(own.entries.map(({ event }) => event)).toEqual(new Array(5).fill(undefined));
    expect((await pullOnce(a, 0, '&own=1')).entries.map(({ event }) => event)).toEqual(events);
  });

  it('answers a waiting station as soon as there is something', async () => {
    const centre = await aNewCentre();
    const [a, b] = [await anEnrolledStation(test, centre), await anEnrolledStation(test, centre)];
    const waiting = pullOnce(b, 0);
    await push(a, new Chain(a.station).add(1));
    expect((await waiting).entries).toHaveLength(1);
  });

  it('answers with nothing and a signed head when the wait is over', async () => {
    const station = await anEnrolledStation(test, await aNewCentre());
    const answer = await test.app.inject({
      url: '/sync/v1/feed?protocol=1&after=0&waitMs=50',
      headers: { authorization: `Bearer ${await station.token()}` },
    });
    expect(answer.json()).toMatchObject({ entries: [], feedPosition: 0, head: { position: 0 } });
  });

  it('does not know a position that it never reached', async () => {
    const station = await anEnrolledStation(test, await aNewCentre());
    const answer = await test.app.inject({
      url: '/sync/v1/feed?protocol=1&after=7',
      headers: { authorization: `Bearer ${await station.token()}` },
    });
    expect(answer.statusCode).toBe(409);
  });

  it('misses nothing of twenty stations that push at once, with three feed writers running', async () => {
    const centre = await aNewCentre();
    const more = [startFeedWriter(test.headquarters), startFeedWriter(test.headquarters)];
    const reader = await anEnrolledStation(test, centre);
    const writers = await Promise.all(Array.from({ length: 20 }, () => anEnrolledStation(test, centre)));
    const chains = writers.map(({ station }) => new Chain(station));
    const pulled = pullAll(reader, 20 * 15);
    await Promise.all(
      writers.map(async (writer, index) => {
        for (let part = 0; part < 3; part++) await push(writer, (chains[index] as Chain).add(5));
      }),
    );
    const entries = await pulled;
    expect(new Set(entries.map(({ event }) => event?.id)).size).toBe(300);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1));
    for (const chain of chains)
      expect(entries.flatMap(({ event }) => (event?.station === chain.station ? [event] : []))).toEqual(
        chain.events,
      );
    for (const writer of more) await writer.close();
  });

  it('holds nothing of another centre', async () => {
    const [north, south] = [await aNewCentre(), await aNewCentre()];
    const a = await anEnrolledStation(test, north);
    await push(a, new Chain(a.station).add(2));
    await pullAll(a, 2);
    const stranger = await anEnrolledStation(test, south);
    const answer = await test.app.inject({
      url: '/sync/v1/feed?protocol=1&after=0',
      headers: { authorization: `Bearer ${await stranger.token()}` },
    });
    expect(answer.json()).toMatchObject({ entries: [], feedPosition: 0 });
  });

  it("chains headquarters' own events, each once and in order", async () => {
    const centre = await aNewCentre();
    const station = await anEnrolledStation(test, centre);
    const { databases, newId, now } = test.headquarters;
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        inCentre(databases.app, centre, (db) =>
          recordOwn(db, centre, [
            {
              id: newId(),
              stream: 'person-1',
              type: 'AppointmentBooked',
              version: 1,
              occurredAt: now(),
              actor: 'citizen',
              data: JSON.stringify({ n }),
            },
          ]),
        ),
      ),
    );
    const entries = await pullAll(station, 12);
    expect(entries.map(({ event }) => event?.seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    for (const [index, { event }] of entries.entries()) {
      expect(event && wireHashHolds(event)).toBe(true);
      expect(event?.prevHash).toBe(index === 0 ? '0'.repeat(64) : entries[index - 1]?.hash);
    }
  });

  it('gives what headquarters decides a later time than what it heard, from a clock that is ahead too', async () => {
    const centre = await aNewCentre();
    const station = await anEnrolledStation(test, centre);
    const { databases, newId, now } = test.headquarters;
    const chain = new Chain(station.station);
    const [dose] = chain.add(1, { type: 'DoseAdministered', clock: minutesLater(now(), 10) });
    await push(station, chain.events);
    await pullAll(station, 1);
    const draft = { id: newId(), stream: 'person-1', type: 'PassUpdated', version: 1, data: '{}' };
    await inCentre(databases.app, centre, (db) =>
      recordOwn(db, centre, [{ ...draft, occurredAt: now(), actor: 'headquarters' }]),
    );
    const update = (await pullAll(station, 2)).find(({ event }) => event?.type === 'PassUpdated')?.event;
    expect(update?.recordedAt).toBe(now());
    expect((update?.hlc ?? '') > (dose?.hlc ?? '')).toBe(true);
    expect(isHlcOf(update?.hlc ?? '', update?.station ?? '')).toBe(true);
  });

  it('goes on after the connection of the feed writer was cut', async () => {
    const centre = await aNewCentre();
    const station = await anEnrolledStation(test, centre);
    await asOwner(test.database.url, (owner) =>
      owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      ),
    );
    // Whoever asks before the pool has noticed is told to ask again.
    const other = await vi.waitFor(() => anEnrolledStation(test, centre), { timeout: 10_000 });
    await push(other, new Chain(other.station).add(3));
    expect(await pullAll(station, 3)).toHaveLength(3);
  });
});

describe('the log at headquarters', () => {
  it('lets nobody change or delete an event, its owner included', async () => {
    const centre = await aNewCentre();
    const a = await anEnrolledStation(test, centre);
    await push(a, new Chain(a.station).add(1));
    const { app } = test.headquarters.databases;
    for (const text of ['UPDATE received_event SET actor = $$x$$', 'DELETE FROM received_event']) {
      await expect(inCentre(app, centre, (db) => sql.raw(text).execute(db))).rejects.toMatchObject({
        code: '42501',
      });
      await expect(asOwner(test.database.url, (owner) => owner.query(text))).rejects.toThrow(
        'events are never changed',
      );
    }
  });
});
