import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../../../main/ipc/answer-request.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { eachLiveCentre, liveStartsAt } from '../../support/live-centre.ts';
import { expectPerson, openTestStation } from '../../support/test-station.ts';

const { live, ask, act, imported, overview } = eachLiveCentre();

describe('the centre itself', () => {
  const details = {
    name: 'Impfzentrum Nord',
    address: 'Hafen 1, 20457 Hamburg',
    phone: '040 1',
    timeZone: 'Europe/Vienna',
    districtKey: '02000',
  };

  test('is described on the screen, at once and for the next start', async () => {
    expect(await act('wallets.describe-centre', details)).toMatchObject({ ok: true });
    expect((await ask('system.status')).value).toMatchObject({
      centreName: details.name,
      timeZone: 'Europe/Vienna',
    });
    const { dir } = live.opened;
    live.opened.close();
    live.opened = await openTestStation(dir, liveStartsAt, { mode: 'live' });
    expect((await overview()).centre).toEqual(details);
  });

  test('keeps its clock once dates are booked by it, and needs a name', async () => {
    expectPerson(live.opened.station);
    expect(await act('wallets.describe-centre', details)).toMatchObject({
      refusal: { reason: 'time-zone-fixed' },
    });
    const berlin = { ...details, timeZone: 'Europe/Berlin' };
    expect(await act('wallets.describe-centre', berlin)).toMatchObject({ ok: true });
    expect(await act('wallets.describe-centre', { ...berlin, name: ' ' })).toMatchObject({
      refusal: { reason: 'centre-name-missing' },
    });
    expect(await act('wallets.describe-centre', { ...berlin, timeZone: 'Mars/Base' })).toMatchObject({
      refusal: { reason: 'time-zone-unknown' },
    });
  });

  test('under a new name offers to bring all passes to it, counted, and they show it once that is done', async () => {
    const former = { ...details, name: 'Alte Mühle', timeZone: 'Europe/Berlin' };
    expect((await act('wallets.describe-centre', former)).value).toEqual({});
    expect(await imported()).toMatchObject({ ok: true });
    const personId = expectPerson(live.opened.station);
    expectPerson(live.opened.station);
    await drainOutbox(live.opened.station);
    const formerName = former.name;
    const berlin = { ...details, timeZone: 'Europe/Berlin' };
    const described = await act('wallets.describe-centre', berlin);
    expect(described.value).toEqual({ renamed: { formerName, passes: 2 } });
    expect((await act('wallets.describe-centre', { ...berlin, phone: '040 2' })).value).toEqual({});
    const files = () => {
      const pass = passOf(live.opened.station.db, personId);
      return unzipSync(passFileOf(live.opened.station.db, pass?.pass_id ?? '')?.bytes ?? new Uint8Array());
    };
    const passJson = () => Buffer.from(files()['pass.json'] ?? []).toString('utf8');
    const shown = () => passJson() + Buffer.from(files()['de.lproj/pass.strings'] ?? []).toString('utf8');
    expect(JSON.parse(passJson()).organizationName).toBe(formerName);
    expect(shown()).toContain(formerName);
    const requestId = crypto.randomUUID();
    const push = () => ask('wallets.push-centre-name', { requestId, formerName });
    expect(await push()).toMatchObject({ value: { version: 2, passes: 2 } });
    expect(await push()).toMatchObject({ value: { version: 2, passes: 2 } });
    await drainOutbox(live.opened.station);
    expect(shown()).toContain('Impfzentrum Nord');
    expect(shown()).not.toContain(formerName);
  });

  test('without a pass has nothing to bring to a new name', async () => {
    expect((await act('wallets.describe-centre', details)).value).toEqual({});
    expect(await act('wallets.push-centre-name', { formerName: 'Früher' })).toMatchObject({
      refusal: { reason: 'nothing-to-push' },
    });
  });

  test('is set up by site leads only', async () => {
    const caller = { session: 's', actor: 'staff:x', roles: ['reception'] } as const;
    const answer = await answerRequest(
      live.opened.station,
      { channel: 'wallets.overview', input: {} },
      caller,
    );
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'not-allowed' } });
  });
});
