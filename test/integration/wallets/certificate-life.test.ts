import { unzipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { addMinutes, epochMsOf, type Instant } from '../../../domain/kernel/instant.ts';
import { createTrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import { answerRequest } from '../../../main/ipc/answer-request.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { retryAll } from '../../../main/store/outbox/outbox.ts';
import { keepSecret } from '../../../main/store/secrets.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { keepPassCertificate } from '../../../main/store/tables/wallets/pass-certificates.ts';
import { type AppleLikeAuthority, createAppleLikeAuthority } from '../../support/apple-like-authority.ts';
import {
  aPerson,
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

let apple: AppleLikeAuthority;
let opened: TestStation;
const startsAt = '2026-11-23T09:00:00.000Z' as Instant;

beforeAll(async () => {
  apple = await createAppleLikeAuthority();
});
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), startsAt, {
    mode: 'live',
    alsoApple: [apple.fingerprint],
  });
});
afterEach(() => opened.close());

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of every channel by their fields
type Read = any;

async function ask(channel: string, input: object = {}): Promise<Read> {
  const caller = { session: 's', actor: 'staff:lead', roles: ['site-lead'] } as const;
  const answer: Answer = await answerRequest(opened.station, { channel, input }, caller);
  return answer;
}
const command = (channel: string, input: object = {}) =>
  ask(channel, { requestId: crypto.randomUUID(), ...input });

const days = (count: number) => new Date(epochMsOf(opened.clock.now) + count * 86_400_000);
const file = (name: string, content: Uint8Array | string) => ({
  name,
  content: Buffer.from(content).toString('base64'),
});

async function requested(): Promise<string> {
  const made = await command('wallets.request-certificate', {
    organisation: 'Impfzentrum Nord',
    email: 'leitung@nord.example',
    country: 'DE',
  });
  const { value } = await ask('wallets.certificate-request', { id: made.value.id });
  expect(value.fileName).toMatch(/\.certSigningRequest$/);
  return value.pem;
}

async function imported(wish: { passTypeId?: string; from?: number; to?: number } = {}): Promise<Read> {
  const { from = -1, to = 365, ...more } = wish;
  const cer = await apple.answer(await requested(), { ...more, notBefore: days(from), notAfter: days(to) });
  return command('wallets.import-certificate', {
    files: [file('pass.cer', cer), file('wwdr.pem', apple.wwdrPem)],
  });
}

const overview = async () => (await ask('wallets.overview')).value;
const isSigned = (personId: string) => {
  const pass = passOf(opened.station.db, personId);
  return passFileOf(opened.station.db, pass?.pass_id ?? '')?.revision === pass?.revision;
};

describe('a live centre without a certificate', () => {
  test('issues nothing, says so to everybody, and signs what waited once the certificate is there', async () => {
    const personId = expectPerson(opened.station);
    await drainOutbox(opened.station);
    expect(isSigned(personId)).toBe(false);
    const status = (await ask('system.status')).value;
    expect(status.warnings[0].sentence.de).toContain('Zertifikat von Apple fehlt');
    expect(await overview()).toMatchObject({ certificates: [], waitingPasses: 1 });
    expect(await imported()).toMatchObject({ ok: true });
    await drainOutbox(opened.station);
    expect(isSigned(personId)).toBe(true);
    expect((await ask('system.status')).value.warnings).toEqual([]);
    expect(await overview()).toMatchObject({
      certificates: [{ isInUse: true, isTrial: false }],
      waitingPasses: 0,
    });
  });

  test('never takes a trial certificate, nor signs with one that got into its store some other way', async () => {
    const trial = await createTrialAuthority({ now: startsAt, randomBytes: opened.station.randomBytes });
    const files = [
      file('a.pem', trial.passCertificatePem),
      file('b.pem', trial.wwdrPem),
      file('c.pem', trial.privateKeyPem),
    ];
    const refused = await command('wallets.import-certificate', { files });
    expect(refused.refusal).toMatchObject({
      reason: 'certificate-refused',
      details: { code: 'trial-authority' },
    });
    keepSecret(opened.station.db, 'certificate-key-F', Buffer.from(trial.privateKeyPem));
    keepPassCertificate(opened.station.db, {
      fingerprint: 'F',
      certificate_pem: trial.passCertificatePem,
      wwdr_pem: trial.wwdrPem,
      pass_type_id: trial.passTypeId,
      team_id: trial.teamId,
      not_before: startsAt,
      not_after: '2027-11-23T09:00:00.000Z' as Instant,
      imported_at: startsAt,
    });
    expect(opened.station.signers.current()).toEqual({ ok: false, refusal: 'no-certificate' });
  });

  test('does not take a certificate of an authority that is not Apple', async () => {
    const other = await createAppleLikeAuthority();
    const cer = await other.answer(await requested(), { notBefore: days(-1), notAfter: days(365) });
    const refused = await command('wallets.import-certificate', {
      files: [file('pass.cer', cer), file('wwdr.pem', other.wwdrPem)],
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
    opened.clock.now = addMinutes(opened.clock.now, 60);
    await imported({ to: 396 });
    const { certificates } = await overview();
    expect(certificates).toHaveLength(2);
    expect(certificates[0]).toMatchObject({ isInUse: true, level: 'fine' });
    expect(certificates[1]).toMatchObject({ isInUse: false, fingerprint: old.fingerprint });
    expect((await ask('system.status')).value.warnings).toEqual([]);
  });

  test('after the end nothing is signed, and everything that waited is once there is a successor', async () => {
    await imported({ to: 10 });
    opened.clock.now = addMinutes(opened.clock.now, 11 * 24 * 60);
    const personId = expectPerson(opened.station, aPerson({ givenName: 'Anna' }));
    await drainOutbox(opened.station);
    expect(isSigned(personId)).toBe(false);
    expect((await ask('system.status')).value.warnings[0].code).toBe('certificate-all-expired');
    expect(await imported()).toMatchObject({ ok: true });
    await drainOutbox(opened.station);
    expect(isSigned(personId)).toBe(true);
  });

  test('a successor for another pass type is refused: it would not reach the passes that are out there', async () => {
    await imported();
    const refused = await imported({ passTypeId: 'pass.org.example.other' });
    expect(refused.refusal.details).toMatchObject({ code: 'pass-type-id-other' });
  });
});

describe('what can be wrong with a file', () => {
  test.each([
    ['nothing readable', async () => [file('x.cer', 'Hallo')], 'file-unreadable'],
    [
      'a certificate that ended',
      async () => [await cer({ notBefore: days(-400), notAfter: days(-1) }), wwdr()],
      'expired',
    ],
    [
      'one from the future',
      async () => [await cer({ notBefore: days(1), notAfter: days(9) }), wwdr()],
      'not-yet-valid',
    ],
    [
      'one without its issuer',
      async () => [await cer({ notBefore: days(-1), notAfter: days(9) })],
      'wwdr-missing',
    ],
    ['the issuer alone', async () => [wwdr()], 'certificate-missing'],
  ] as const)('%s is refused with a sentence, and nothing is kept', async (_what, files, code) => {
    const refused = await command('wallets.import-certificate', { files: await files() });
    expect(refused.refusal.details.code).toBe(code);
    expect(refused.refusal.details.de).toMatch(/[.?]$/);
    expect(refused.refusal.details.en).toMatch(/[.?]$/);
    expect((await overview()).certificates).toEqual([]);
  });

  test('a certificate for a request of another station does not fit any key here', async () => {
    const own = await cer({ notBefore: days(-1), notAfter: days(9) });
    const elsewhere = await openTestStation(temporaryDirectory(), startsAt, {
      mode: 'live',
      alsoApple: [apple.fingerprint],
    });
    const mine = opened;
    opened = elsewhere;
    await requested();
    const refused = await command('wallets.import-certificate', { files: [own, wwdr()] });
    expect(refused.refusal.details.code).toBe('key-does-not-match');
    elsewhere.close();
    opened = mine;
  });

  const wwdr = () => file('wwdr.pem', apple.wwdrPem);
  const cer = async (dates: { notBefore: Date; notAfter: Date }) =>
    file('pass.cer', await apple.answer(await requested(), dates));
});

describe('keys', () => {
  test('never appear in an answer, an event or a log line', async () => {
    await imported();
    expectPerson(opened.station);
    retryAll(opened.station.db, 'sign-pass', opened.station.now());
    await drainOutbox(opened.station);
    const events = opened.station.db.all<{ data: string }>('SELECT data FROM event');
    const said = JSON.stringify([await overview(), await ask('system.status'), events, opened.logged]);
    expect(said).toContain('PassCertificate'.slice(0, 4));
    expect(said).not.toContain('PRIVATE KEY');
  });
});

describe('the centre itself', () => {
  const details = {
    name: 'Impfzentrum Nord',
    address: 'Hafen 1, 20457 Hamburg',
    phone: '040 1',
    timeZone: 'Europe/Vienna',
  };

  test('is described on the screen, at once and for the next start', async () => {
    expect(await command('wallets.describe-centre', details)).toMatchObject({ ok: true });
    expect((await ask('system.status')).value).toMatchObject({
      centreName: details.name,
      timeZone: 'Europe/Vienna',
    });
    const { dir } = opened;
    opened.close();
    opened = await openTestStation(dir, startsAt, { mode: 'live' });
    expect((await overview()).centre).toEqual(details);
  });

  test('keeps its clock once dates are booked by it, and needs a name', async () => {
    expectPerson(opened.station);
    expect(await command('wallets.describe-centre', details)).toMatchObject({
      refusal: { reason: 'time-zone-fixed' },
    });
    const berlin = { ...details, timeZone: 'Europe/Berlin' };
    expect(await command('wallets.describe-centre', berlin)).toMatchObject({ ok: true });
    expect(await command('wallets.describe-centre', { ...berlin, name: ' ' })).toMatchObject({
      refusal: { reason: 'centre-name-missing' },
    });
    expect(await command('wallets.describe-centre', { ...berlin, timeZone: 'Mars/Base' })).toMatchObject({
      refusal: { reason: 'time-zone-unknown' },
    });
  });

  test('under a new name offers to bring all passes to it, counted, and they show it once that is done', async () => {
    const former = { ...details, name: 'Alte Mühle', timeZone: 'Europe/Berlin' };
    expect((await command('wallets.describe-centre', former)).value).toEqual({});
    expect(await imported()).toMatchObject({ ok: true });
    const personId = expectPerson(opened.station);
    expectPerson(opened.station);
    await drainOutbox(opened.station);
    const formerName = former.name;
    const berlin = { ...details, timeZone: 'Europe/Berlin' };
    const described = await command('wallets.describe-centre', berlin);
    expect(described.value).toEqual({ renamed: { formerName, passes: 2 } });
    expect((await command('wallets.describe-centre', { ...berlin, phone: '040 2' })).value).toEqual({});
    const files = () => {
      const pass = passOf(opened.station.db, personId);
      return unzipSync(passFileOf(opened.station.db, pass?.pass_id ?? '')?.bytes ?? new Uint8Array());
    };
    const passJson = () => Buffer.from(files()['pass.json'] ?? []).toString('utf8');
    const shown = () => passJson() + Buffer.from(files()['de.lproj/pass.strings'] ?? []).toString('utf8');
    expect(JSON.parse(passJson()).organizationName).toBe(formerName);
    expect(shown()).toContain(formerName);
    const requestId = crypto.randomUUID();
    const push = () => ask('wallets.push-centre-name', { requestId, formerName });
    expect(await push()).toMatchObject({ value: { version: 2, passes: 2 } });
    expect(await push()).toMatchObject({ value: { version: 2, passes: 2 } });
    await drainOutbox(opened.station);
    expect(shown()).toContain('Impfzentrum Nord');
    expect(shown()).not.toContain(formerName);
  });

  test('without a pass has nothing to bring to a new name', async () => {
    expect((await command('wallets.describe-centre', details)).value).toEqual({});
    expect(await command('wallets.push-centre-name', { formerName: 'Früher' })).toMatchObject({
      refusal: { reason: 'nothing-to-push' },
    });
  });

  test('is set up by site leads only', async () => {
    const caller = { session: 's', actor: 'staff:x', roles: ['reception'] } as const;
    const answer = await answerRequest(opened.station, { channel: 'wallets.overview', input: {} }, caller);
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'not-allowed' } });
  });
});
