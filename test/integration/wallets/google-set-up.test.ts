import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoogleSimulator } from '../../../issuing/google/simulated/start-simulator.ts';
import { googleSaveLink } from '../../../main/commands/wallets/google-save-link.ts';
import { startTrialGoogle } from '../../../main/trial/start-trial-google.ts';
import { testGoogleAccount, testIssuerId, testMail } from '../../support/google-account.ts';
import { googleCentre, openGoogleCentre, googleStartsAt as startsAt } from '../../support/google-centre.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let google: GoogleSimulator;
let opened: TestStation;

beforeEach(async () => {
  ({ google, opened } = await openGoogleCentre());
});
afterEach(async () => {
  opened.close();
  await google.close();
});

const { ask, act, useGoogle, passIdOf, objectOf, isDateOpen, cancel, drain } = googleCentre(
  () => opened,
  () => google,
);
const { file } = testGoogleAccount();

describe('setting Google up', () => {
  const good = { issuerId: testIssuerId, mode: 'neutral', cardsFor: 'every-pass' };
  const chosen = (content: Uint8Array | string) => ({
    name: 'key.json',
    content: Buffer.from(content).toString('base64'),
  });

  test('checks id, file and address in words', async () => {
    const set = (change: object) => act('wallets.set-google', { ...good, ...change });
    expect(await set({})).toMatchObject({ refusal: { reason: 'account-file-missing' } });
    expect(await set({ issuerId: 'abc' })).toMatchObject({ refusal: { reason: 'issuer-id-wrong' } });
    expect(await set({ accountFile: chosen('{}') })).toMatchObject({
      refusal: { reason: 'account-refused', details: { code: 'not-a-service-account' } },
    });
    expect(await set({ accountFile: chosen(file), updateUrl: 'http://x/' })).toMatchObject({
      refusal: { reason: 'update-url-wrong' },
    });
    expect(await set({ accountFile: chosen(file) })).toMatchObject({ ok: true });
    expect((await ask('wallets.overview')).value.google).toMatchObject({ accountMail: testMail });
  });

  test('sends the passes that are there already, and removing it destroys the key and what waits', async () => {
    const personId = expectPerson(opened.station);
    must(useGoogle());
    await drain();
    expect(objectOf(personId)).toBeDefined();
    expect(await act('wallets.remove-google')).toMatchObject({ ok: true });
    expect(
      opened.station.db.first(`SELECT 1 AS one FROM secret WHERE name = 'google-service-account'`),
    ).toBeUndefined();
    cancel(personId);
    await drain();
    expect(isDateOpen(personId)).toBe(true);
    expect(googleSaveLink(opened.station, passIdOf(personId))).toEqual({ ok: false, refusal: 'google-off' });
  });

  test('a trial centre has a Google of its own, never the real one, and sends everything again at a new start', async () => {
    const { dir } = opened;
    opened.close();
    opened = await openTestStation(dir, startsAt);
    expect(opened.station.google.endpoints()).toBeUndefined();
    for (const _start of [1, 2]) {
      const own = await startTrialGoogle(opened.station);
      expect(own.endpoints.baseUrl).toContain('http://127.0.0.1:');
      if (_start === 1) expectPerson(opened.station);
      await drain();
      expect(own.state.objects.size).toBe(1);
      await own.close();
    }
  });
});
