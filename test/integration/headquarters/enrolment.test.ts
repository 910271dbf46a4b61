import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { changeStanding } from '../../../headquarters/store/stations.ts';
import { keyFingerprint } from '../../../ledger/key-fingerprint.ts';
import { makeKeyPair } from '../../../ledger/raw-keys.ts';
import { aHeadquarters, minutesLater, type TestHeadquarters } from '../../support/headquarters.ts';
import {
  aCentre,
  anEnrolledStation,
  askToEnrol,
  askToken,
  assertionFields,
  assertionOf,
  confirmStation,
} from '../../support/headquarters-station.ts';

describe('enrolling a station', () => {
  let test: TestHeadquarters;
  const keys = () => ({ signing: makeKeyPair('Ed25519'), exchange: makeKeyPair('X25519') });
  beforeAll(async () => {
    test = await aHeadquarters();
    await aCentre(test, 'nord');
    await aCentre(test, 'nord-mitte');
  });
  afterAll(() => test.close());

  it('takes the code once, and shows the fingerprints of both sides', async () => {
    const { code } = await issueCode(test.headquarters, 'nord-mitte', 'operator');
    const station = { station: 'station-a', ...keys() };
    const answer = await askToEnrol(test, code.toLowerCase(), station);
    expect(answer.statusCode).toBe(201);
    const { fingerprints, headquarters, centre } = answer.json();
    expect(centre).toBe('nord-mitte');
    expect(fingerprints.station).toBe(keyFingerprint(station.signing.publicKey, station.exchange.publicKey));
    const [signing, exchange] = [headquarters.signingKey, headquarters.exchangeKey].map((text: string) =>
      Buffer.from(text, 'base64url'),
    );
    expect(fingerprints.headquarters).toBe(keyFingerprint(signing as Buffer, exchange as Buffer));
    expect(fingerprints.station).toMatch(/^[0-9A-X]{4}(-[0-9A-X]{4}){3}$/);
    const again = await askToEnrol(test, code, { station: 'station-b', ...keys() });
    expect(again.statusCode).toBe(422);
  });

  it('gives one code to one of two stations that use it at the same moment', async () => {
    const { code } = await issueCode(test.headquarters, 'nord', 'operator');
    const both = await Promise.all(
      ['race-a', 'race-b'].map((station) => askToEnrol(test, code, { station, ...keys() })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422]);
  });

  it.each([
    ['wrong', 'NORD-0000-0000'],
    ['of no centre', 'WEST-0000-0000'],
  ])('does not say more about a code that is %s', async (_how, code) => {
    const answer = await askToEnrol(test, code, { station: 'x', ...keys() });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      type: 'urn:impfpass:problem:refused',
      detail: 'The code is wrong, was used or is older than 15 minutes.',
    });
  });

  it('does not take the code of another centre', async () => {
    const { code } = await issueCode(test.headquarters, 'nord', 'operator');
    const moved = code.replace('NORD-', 'NORD-MITTE-');
    expect((await askToEnrol(test, moved, { station: 'x', ...keys() })).statusCode).toBe(422);
  });

  it('takes no code after a quarter of an hour', async () => {
    const { code } = await issueCode(test.headquarters, 'nord', 'operator');
    const before = test.clock.now;
    test.clock.now = minutesLater(before, 15);
    expect((await askToEnrol(test, code, { station: 'late', ...keys() })).statusCode).toBe(422);
    test.clock.now = before;
  });

  it('gives no token before an operator confirmed, one after, and none once revoked', async () => {
    const { code } = await issueCode(test.headquarters, 'nord', 'operator');
    const station = { station: 'slow', ...keys() };
    const enrolled = (await askToEnrol(test, code, station)).json();
    const ask = async () => {
      const assertion = await assertionOf({ ...station, enrolled });
      return askToken(test, { client_id: enrolled.clientId, ...assertionFields(assertion) });
    };
    expect((await ask()).statusCode).toBe(401);
    await confirmStation(test, 'nord', 'slow');
    expect((await ask()).statusCode).toBe(200);
    await inCentre(test.headquarters.databases.app, 'nord', (db) =>
      changeStanding(db, 'slow', { from: ['active'], to: 'revoked', at: test.clock.now }),
    );
    expect((await ask()).statusCode).toBe(401);
  });

  it('does not let somebody else take the place of a station at work', async () => {
    const { station } = await anEnrolledStation(test, 'nord');
    const { code } = await issueCode(test.headquarters, 'nord', 'operator');
    const answer = await askToEnrol(test, code, { station, ...keys() });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ type: 'urn:impfpass:problem:station-known' });
  });
});
