import { describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { createTrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { retryAll } from '../../../main/store/outbox/outbox.ts';
import { keepSecret } from '../../../main/store/secrets.ts';
import { keepPassCertificate } from '../../../main/store/tables/wallets/pass-certificates.ts';
import { createAppleLikeAuthority } from '../../support/apple-like-authority.ts';
import { eachLiveCentre, fileOf, liveStartsAt } from '../../support/live-centre.ts';
import { aPerson, expectPerson } from '../../support/test-station.ts';

const { live, ask, act, days, requested, imported, overview, isSigned } = eachLiveCentre();

describe('a live centre without a certificate', () => {
  test('issues nothing, says so to everybody, and signs what waited once the certificate is there', async () => {
    const personId = expectPerson(live.opened.station);
    await drainOutbox(live.opened.station);
    expect(isSigned(personId)).toBe(false);
    const status = (await ask('system.status')).value;
    expect(status.warnings[0].sentence.de).toContain('Zertifikat von Apple fehlt');
    expect(await overview()).toMatchObject({ certificates: [], waitingPasses: 1 });
    expect(await imported()).toMatchObject({ ok: true });
    await drainOutbox(live.opened.station);
    expect(isSigned(personId)).toBe(true);
    expect((await ask('system.status')).value.warnings).toEqual([]);
    expect(await overview()).toMatchObject({
      certificates: [{ isInUse: true, isTrial: false }],
      waitingPasses: 0,
    });
  });

  test('never takes a trial certificate, nor signs with one that got into its store some other way', async () => {
    const trial = await createTrialAuthority({
      now: liveStartsAt,
      randomBytes: live.opened.station.randomBytes,
    });
    const files = [
      fileOf('a.pem', trial.passCertificatePem),
      fileOf('b.pem', trial.wwdrPem),
      fileOf('c.pem', trial.privateKeyPem),
    ];
    const refused = await act('wallets.import-certificate', { files });
    expect(refused.refusal).toMatchObject({
      reason: 'certificate-refused',
      details: { code: 'trial-authority' },
    });
    keepSecret(live.opened.station.db, 'certificate-key-F', Buffer.from(trial.privateKeyPem));
    keepPassCertificate(live.opened.station.db, {
      fingerprint: 'F',
      certificate_pem: trial.passCertificatePem,
      wwdr_pem: trial.wwdrPem,
      pass_type_id: trial.passTypeId,
      team_id: trial.teamId,
      not_before: liveStartsAt,
      not_after: '2027-11-23T09:00:00.000Z' as Instant,
      imported_at: liveStartsAt,
    });
    expect(live.opened.station.signers.current()).toEqual({ ok: false, refusal: 'no-certificate' });
  });

  test('does not take a certificate of an authority that is not Apple', async () => {
    const other = await createAppleLikeAuthority();
    const cer = await other.answer(await requested(), { notBefore: days(-1), notAfter: days(365) });
    const refused = await act('wallets.import-certificate', {
      files: [fileOf('pass.cer', cer), fileOf('wwdr.pem', other.wwdrPem)],
    });
    expect(refused.refusal.details).toMatchObject({ code: 'authority-unknown' });
    expect(refused.refusal.details.de).toContain('nicht Apple');
  });
});

describe('old and new', () => {
  test('the new one signs at once, the old one stays, and the warning is gone', async () => {
    await imported({ to: 20 });
    expect((await ask('system.status')).value.warnings[0].sentence.de).toContain('in 20 Tagen');
    const [old] = (await overview()).certificates;
    live.opened.clock.now = addMinutes(live.opened.clock.now, 60);
    await imported({ to: 396 });
    const { certificates } = await overview();
    expect(certificates).toHaveLength(2);
    expect(certificates[0]).toMatchObject({ isInUse: true, level: 'fine' });
    expect(certificates[1]).toMatchObject({ isInUse: false, fingerprint: old.fingerprint });
    expect((await ask('system.status')).value.warnings).toEqual([]);
  });

  test('after the end nothing is signed, and everything that waited is once there is a successor', async () => {
    await imported({ to: 10 });
    live.opened.clock.now = addMinutes(live.opened.clock.now, 11 * 24 * 60);
    const personId = expectPerson(live.opened.station, aPerson({ givenName: 'Anna' }));
    await drainOutbox(live.opened.station);
    expect(isSigned(personId)).toBe(false);
    expect((await ask('system.status')).value.warnings[0].code).toBe('certificate-all-expired');
    expect(await imported()).toMatchObject({ ok: true });
    await drainOutbox(live.opened.station);
    expect(isSigned(personId)).toBe(true);
  });

  test('a successor for another pass type is refused: it would not reach the passes that are out there', async () => {
    await imported();
    const refused = await imported({ passTypeId: 'pass.org.example.other' });
    expect(refused.refusal.details).toMatchObject({ code: 'pass-type-id-other' });
  });
});

describe('keys', () => {
  test('never appear in an answer, an event or a log line', async () => {
    await imported();
    expectPerson(live.opened.station);
    retryAll(live.opened.station.db, 'sign-pass', live.opened.station.now());
    await drainOutbox(live.opened.station);
    const events = live.opened.station.db.all<{ data: string }>('SELECT data FROM event');
    const said = JSON.stringify([await overview(), await ask('system.status'), events, live.opened.logged]);
    expect(said).toContain('PassCertificate'.slice(0, 4));
    expect(said).not.toContain('PRIVATE KEY');
  });
});
