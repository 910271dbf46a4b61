import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passKeysLabel } from '../../../contracts/sync/pull-contract.ts';
import { openKeys } from '../../../ledger/key-box.ts';
import { seal, unseal } from '../../../ledger/sealing.ts';
import { Chain, pushOf } from '../../support/chain.ts';
import { aHeadquarters, asOwner, type TestHeadquarters } from '../../support/headquarters.ts';
import { feedOf } from '../../support/headquarters-feed.ts';
import { anEnrolledStation, type TestStation } from '../../support/headquarters-station.ts';

let test: TestHeadquarters;
beforeAll(async () => {
  test = await aHeadquarters();
});
afterAll(() => test.close());

const { aNewCentre, pullOnce, pullAll, push } = feedOf(() => test);

describe('keys of persons', () => {
  const key = Buffer.alloc(32, 9);

  it('reach another station sealed for it alone, and lie wrapped at headquarters', async () => {
    const centre = await aNewCentre();
    const [a, b] = [await anEnrolledStation(test, centre), await anEnrolledStation(test, centre)];
    const chain = new Chain(a.station);
    const secret = { givenName: 'Erika' };
    const [event] = chain.add(1, { stream: 'person-k', data: { personal: 'x' } });
    const box = seal(key, event?.id ?? '', secret);
    const keys = [{ stream: 'person-k', key: key.toString('base64url') }];
    await push(a, chain.events, { keys, exchangeKey: a.enrolled.headquarters.exchangeKey });
    const answer = await pullOnce(b, 0);
    const opened = answer.keys && (await openKeys(answer.keys, b.exchange.privateKey, answer.head.hash));
    expect(opened).toEqual(keys);
    expect(unseal(Buffer.from(opened?.[0]?.key ?? '', 'base64url'), event?.id ?? '', box)).toEqual(secret);
    expect(
      answer.keys && (await openKeys(answer.keys, a.exchange.privateKey, answer.head.hash)),
    ).toBeUndefined();
    const kept = await asOwner(test.database.url, (owner) =>
      owner.query('SELECT box FROM keys.person_key WHERE stream = $1', ['person-k']),
    );
    // Even the owner sees nothing past the border unless it is a superuser, as here; and then only a wrapped key.
    expect(kept.rows[0].box.includes(key)).toBe(false);
  });

  it('make a push that brings them for another receiver refused as a whole', async () => {
    const centre = await aNewCentre();
    const a = await anEnrolledStation(test, centre);
    const keys = [{ stream: 'person-k', key: key.toString('base64url') }];
    const wrong = Buffer.from(a.exchange.publicKey).toString('base64url');
    const answer = await test.app.inject({
      method: 'POST',
      url: '/sync/v1/events',
      payload: await pushOf(a.signing, new Chain(a.station).add(1), { keys, exchangeKey: wrong }),
      headers: { authorization: `Bearer ${await a.token()}` },
    });
    expect(answer.statusCode).toBe(422);
  });
});

describe('the keys of barcodes', () => {
  it('reach a station sealed for it, the same for each of a centre and of no other', async () => {
    const [north, south] = [await aNewCentre(), await aNewCentre()];
    const keyAt = async (station: TestStation) => {
      const answer = await test.app.inject({
        url: '/sync/v1/pass-keys',
        headers: { authorization: `Bearer ${await station.token()}` },
      });
      return openKeys(answer.json().keys, station.exchange.privateKey, passKeysLabel);
    };
    const one = await keyAt(await anEnrolledStation(test, north));
    expect(one).toEqual([{ stream: '8', key: expect.stringMatching(/^[\w-]{43}$/) }]);
    expect(await keyAt(await anEnrolledStation(test, north))).toEqual(one);
    expect(await keyAt(await anEnrolledStation(test, south))).not.toEqual(one);
  });
});

describe('erasing somebody in a connected centre', () => {
  const key = Buffer.alloc(32, 5).toString('base64url');
  const ask = async (station: TestStation, stream: string, what = 'erase') =>
    (
      await test.app.inject({
        method: 'POST',
        url: '/sync/v1/erasures',
        payload: { stream, ask: what },
        headers: { authorization: `Bearer ${await station.token()}` },
      })
    ).json();

  it('waits ten years after the last dose anywhere, of anybody linked as the same', async () => {
    const centre = await aNewCentre();
    const [a, b] = [await anEnrolledStation(test, centre), await anEnrolledStation(test, centre)];
    const chain = new Chain(b.station);
    chain.add(1, { type: 'DoseAdministered', stream: 'p-2', occurredAt: '2020-02-29T10:00:00.000Z' });
    chain.add(1, { type: 'PersonsLinked', stream: 'p-1', data: { personId: 'p-1', otherId: 'p-2' } });
    await push(b, chain.events);
    expect(await ask(a, 'p-1')).toMatchObject({ decision: 'kept', keptUntil: '2030-03-01' });
    await push(b, chain.add(1, { type: 'PersonsUnlinked', data: { personId: 'p-2', otherId: 'p-1' } }));
    expect(await ask(a, 'p-1')).toMatchObject({ decision: 'erased' });
  });

  it('destroys the key for good, tells every station, and counts where it is done', async () => {
    const centre = await aNewCentre();
    const [a, b] = [await anEnrolledStation(test, centre), await anEnrolledStation(test, centre)];
    const chain = new Chain(a.station);
    const exchangeKey = a.enrolled.headquarters.exchangeKey;
    const keys = [{ stream: 'p-9', key }];
    await push(a, chain.add(1, { stream: 'p-9' }), { keys, exchangeKey });
    expect(await ask(a, 'p-9')).toEqual({ decision: 'erased', destroyedAt: 0, stations: 2 });
    await push(a, chain.add(1, { stream: 'p-9' }), { keys, exchangeKey });
    const entries = await pullAll(b, 3);
    expect(entries.map(({ event }) => event?.type)).toContain('PersonErased');
    const { keys: sent } = await pullOnce(b, 0);
    expect(sent).toBeUndefined();
    expect(await ask(b, 'p-9', 'destroyed-here')).toEqual({ decision: 'noted', destroyedAt: 1, stations: 2 });
    const list = await test.app.inject({
      url: '/sync/v1/erasures',
      headers: { authorization: `Bearer ${await b.token()}` },
    });
    expect(list.json().erasures).toMatchObject([{ stream: 'p-9' }]);
    await ask(a, 'p-9');
    expect(await pullAll(b, 3)).toHaveLength(3);
  });
});
