import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PushAnswer } from '../../../contracts/sync/push-contract.ts';
import type { WireEvent } from '../../../contracts/sync/wire-event.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { quarantinedOf } from '../../../headquarters/store/quarantine.ts';
import { eventsOfStream } from '../../../headquarters/store/received-events.ts';
import { makeKeyPair } from '../../../ledger/raw-keys.ts';
import { Chain, pushOf } from '../../support/chain.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, anEnrolledStation, type TestStation } from '../../support/headquarters-station.ts';

let test: TestHeadquarters;
let station: TestStation;
let token: string;
let chain: Chain;

beforeAll(async () => {
  test = await aHeadquarters();
  await aCentre(test, 'nord');
});
afterAll(() => test.close());
beforeEach(async () => {
  station = await anEnrolledStation(test, 'nord');
  token = await station.token();
  chain = new Chain(station.station);
});

const post = (payload: unknown, bearer = token) =>
  test.app.inject({
    method: 'POST',
    url: '/sync/v1/events',
    payload: payload as object,
    headers: { authorization: `Bearer ${bearer}` },
  });
const send = async (events: readonly WireEvent[], sent?: readonly unknown[]) =>
  post(await pushOf(station.signing, events, { sent }));
const answerOf = async (events: readonly WireEvent[], sent?: readonly unknown[]): Promise<PushAnswer> => {
  const answer = await send(events, sent);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const state = async () =>
  (await test.app.inject({ url: '/sync/v1/state', headers: { authorization: `Bearer ${token}` } })).json();
const here = (stream: string) =>
  inCentre(test.headquarters.databases.app, 'nord', (db) => eventsOfStream(db, stream));

describe('a push', () => {
  it('is taken event by event, and the same one again changes nothing', async () => {
    const stream = `person of ${station.station}`;
    const events = chain.add(3, { stream });
    const first = await answerOf(events);
    expect(first.outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(first.lastContiguousSeq).toBe(3);
    const again = await answerOf(events);
    expect(again.outcomes.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(await here(stream)).toEqual(events);
    expect((await state()).chains).toEqual([{ epoch: 1, lastContiguousSeq: 3, events: 3, quarantined: 0 }]);
  });

  it('goes on after the last contiguous number, and takes nothing behind a gap', async () => {
    const events = chain.add(10);
    await answerOf(events.slice(0, 4));
    const gap = await answerOf(events.slice(6));
    expect(gap.outcomes.every((each) => each.outcome === 'quarantined' && each.reason === 'seq-gap')).toBe(
      true,
    );
    expect(gap.lastContiguousSeq).toBe(4);
    const rest = await answerOf(events.slice(gap.lastContiguousSeq));
    expect(rest.lastContiguousSeq).toBe(10);
    expect((await state()).chains[0]).toMatchObject({ events: 10, quarantined: 0 });
  });

  it('of five hundred events keeps one bad one apart, lists it, and takes the other 499', async () => {
    const events = chain.add(500, { data: { a: 1 } });
    const sent = events.map((event, index) => (index === 250 ? { ...event, data: '{"a":2}' } : event));
    const answer = await answerOf(events, sent);
    expect(answer.outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(499);
    expect(answer.outcomes[250]).toEqual({ index: 250, outcome: 'quarantined', reason: 'hash-wrong' });
    expect(answer.lastContiguousSeq).toBe(500);
    const listed = await inCentre(test.headquarters.databases.app, 'nord', quarantinedOf);
    expect(listed.filter((each) => each.station === station.station)).toEqual([
      { station: station.station, epoch: 1, seq: 251, reason: 'hash-wrong' },
    ]);
    expect((await answerOf(chain.add(3))).lastContiguousSeq).toBe(503);
    const mended = await answerOf(events.slice(250, 251));
    expect(mended.outcomes[0]).toMatchObject({ outcome: 'accepted' });
    expect((await state()).chains[0]).toMatchObject({ events: 503, quarantined: 0 });
  });

  it.each<[string, (event: WireEvent) => unknown, string]>([
    ['is no event', () => 'nonsense', 'not-an-event'],
    ['lacks a column', ({ hash: _, ...rest }) => rest, 'not-an-event'],
    ['is of another station', (event) => ({ ...event, station: 'somebody-else' }), 'not-yours'],
    ['was altered', (event) => ({ ...event, actor: 'staff-2' }), 'hash-wrong'],
  ])('goes on past an event that %s', async (_what, spoil, reason) => {
    const events = chain.add(5);
    const sent = events.map((event, index) => (index === 2 ? spoil(event) : event));
    const answer = await answerOf(events, sent);
    expect(answer.outcomes[2]).toEqual({ index: 2, outcome: 'quarantined', reason });
    expect(answer.outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(4);
    expect(answer.lastContiguousSeq).toBe(5);
    expect((await answerOf(chain.add(1))).outcomes[0]).toMatchObject({ outcome: 'accepted' });
  });

  it('keeps an event apart whose data nobody can read, and takes what comes after', async () => {
    chain.add(1);
    chain.add(1, { data: 'no json' });
    chain.add(1);
    const answer = await answerOf(chain.events);
    expect(answer.outcomes[1]).toMatchObject({ outcome: 'quarantined', reason: 'data-unreadable' });
    expect(answer.lastContiguousSeq).toBe(3);
  });

  it('never gives one id to two events', async () => {
    const [first] = chain.add(1);
    await answerOf(chain.events);
    const other = await anEnrolledStation(test, 'nord');
    const copy = new Chain(other.station);
    copy.add(1);
    const [event] = copy.events;
    const sent = await pushOf(other.signing, [{ ...(event as WireEvent), id: first?.id ?? '' }]);
    const answer = await post(sent, await other.token());
    expect(answer.json().outcomes[0].outcome).toBe('quarantined');
  });

  it('freezes a station whose disk was copied, at the first push that contradicts, and keeps what is here', async () => {
    const stream = `person of ${station.station}`;
    chain.add(3, { stream });
    await answerOf(chain.events);
    const copy = chain.clone();
    const mine = chain.add(2, { stream });
    await answerOf(mine);
    const conflict = await send(copy.add(2, { stream }));
    expect(conflict.statusCode).toBe(409);
    expect(conflict.json()).toMatchObject({ type: 'urn:impfpass:problem:station-frozen' });
    expect((await state()).standing).toBe('frozen');
    expect((await send(chain.add(1))).statusCode).toBe(409);
    expect(await here(stream)).toHaveLength(5);
  });

  it('freezes a copy too that sends only what comes after', async () => {
    chain.add(3);
    const copy = chain.clone();
    chain.add(1);
    await answerOf(chain.events);
    copy.add(3);
    expect((await send(copy.events.slice(4))).statusCode).toBe(409);
    expect((await state()).standing).toBe('frozen');
  });

  it('is refused as a whole when the head is not signed by the station', async () => {
    const events = chain.add(2);
    const forged = await post(await pushOf(makeKeyPair('Ed25519'), events));
    expect(forged.statusCode).toBe(422);
    const moved = await pushOf(station.signing, events);
    const other = { ...moved, head: { ...moved.head, seq: 9 } };
    expect((await post(other)).statusCode).toBe(422);
    expect((await state()).chains).toEqual([]);
  });

  it('is refused when it is too large, has too many events or none', async () => {
    const events = chain.add(2);
    const request = await pushOf(station.signing, events);
    expect((await post({ ...request, events: [] })).statusCode).toBe(400);
    expect((await post({ ...request, events: new Array(501).fill(events[0]) })).statusCode).toBe(400);
    const large = events.map((event) => ({ ...event, data: 'x'.repeat(600_000) }));
    expect((await post({ ...request, events: large })).statusCode).toBe(413);
  });

  it('takes the chain of a new epoch from its beginning', async () => {
    await answerOf(chain.add(2));
    const restored = new Chain(station.station, 2);
    await answerOf(restored.add(3));
    expect((await state()).chains).toEqual([
      { epoch: 1, lastContiguousSeq: 2, events: 2, quarantined: 0 },
      { epoch: 2, lastContiguousSeq: 3, events: 3, quarantined: 0 },
    ]);
  });

  it('needs a token, and reaches the own centre only', async () => {
    expect((await post(await pushOf(station.signing, chain.add(1)), 'no-token')).statusCode).toBe(401);
    await aCentre(test, 'sued').catch(() => {});
    const elsewhere = await anEnrolledStation(test, 'sued', station.station);
    const seen = await test.app.inject({
      url: '/sync/v1/state',
      headers: { authorization: `Bearer ${await elsewhere.token()}` },
    });
    expect(seen.json()).toMatchObject({ centre: 'sued', chains: [] });
  });

  it('ends with everything here once, however it is cut and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(19), fc.integer({ min: 1, max: 8 })), { maxLength: 12 }),
        async (parts) => {
          station = await anEnrolledStation(test, 'nord');
          token = await station.token();
          const stream = `person of ${station.station}`;
          chain = new Chain(station.station);
          const events = chain.add(20, { stream });
          for (const [from, count] of parts) await answerOf(events.slice(from, from + count));
          for (let last = (await answerOf(events.slice(0, 1))).lastContiguousSeq; last < 20; )
            last = (await answerOf(events.slice(last, last + 7))).lastContiguousSeq;
          expect(await here(stream)).toEqual(events);
        },
      ),
      { numRuns: 8 },
    );
  });
});
