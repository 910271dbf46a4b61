import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { vaccinationCertificate } from '../../../domain/certificates/vaccination-entry.ts';
import { addMinutes, epochMsOf, type Instant } from '../../../domain/kernel/instant.ts';
import { readDocumentSigner } from '../../../issuing/certificate/hcert/document-signer.ts';
import { evaluateHcert } from '../../../issuing/certificate/hcert/evaluate-hcert.ts';
import { issueHcert } from '../../../issuing/certificate/hcert/issue-hcert.ts';
import { currentDocumentSigner } from '../../../main/queries/wallets/document-signers.ts';
import { asking, type Read } from '../../support/asking.ts';
import { certificateFacts } from '../../support/certificate-facts.ts';
import { documentSignerFiles, type SignerWish } from '../../support/document-signer-files.ts';
import { openTestStation, type TestStation, temporaryDirectory } from '../../support/test-station.ts';

let opened: TestStation;
const startsAt = '2026-11-23T09:00:00.000Z' as Instant;
const minutesADay = 24 * 60;

beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), startsAt, { mode: 'live' });
});
afterEach(() => opened.close());

const { ask, act } = asking(() => opened.station);

const days = (count: number) => new Date(epochMsOf(startsAt) + count * minutesADay * 60_000);
const filesOf = (wish: Partial<SignerWish> = {}) =>
  documentSignerFiles({ notBefore: days(-1), notAfter: days(365), ...wish });
const send = (files: object[], more: object = {}) =>
  act('wallets.import-document-signer', { files, ...more });
const signers = async () => (await ask('wallets.overview')).value.documentSigners;

async function imported(wish: Partial<SignerWish> = {}): Promise<Read> {
  const { certificate, key } = await filesOf(wish);
  return send([certificate, key]);
}

describe('a signer of vaccination certificates', () => {
  test('is taken with its key, shown as its certificate says, and signs what verifiers accept', async () => {
    expect(currentDocumentSigner(opened.station)).toBeUndefined();
    expect(await imported()).toMatchObject({
      ok: true,
      value: { kid: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(await signers()).toMatchObject([
      { country: 'DE', states: ['vaccination'], isInUse: true, isTrial: false, level: 'fine', daysLeft: 365 },
    ]);
    const signer = currentDocumentSigner(opened.station);
    const entry = vaccinationCertificate(certificateFacts());
    if (!signer || !entry.ok) throw new Error('nothing to sign with');
    const times = { issuedAt: startsAt, expiresAt: addMinutes(startsAt, 300 * minutesADay) };
    const text = await issueHcert(entry.value, 'DE', times, signer);
    const known = readDocumentSigner(signer.certificate);
    const evaluated = evaluateHcert(text, known.ok ? [known.value] : [], epochMsOf(startsAt));
    expect([evaluated.signature?.ok, evaluated.expiry?.ok, evaluated.keyUsage?.ok]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('is one that may state everything where its certificate limits nothing', async () => {
    await imported({ usages: [] });
    expect((await signers())[0].states).toEqual(['vaccination', 'test', 'recovery']);
  });

  test('is followed by a newer one, which signs at once, and stays listed', async () => {
    await imported({ notAfter: days(20) });
    await imported({ notAfter: days(400) });
    expect((await signers()).map(({ isInUse, daysLeft }: Read) => [isInUse, daysLeft])).toEqual([
      [true, 400],
      [false, 20],
    ]);
  });

  test.each([
    [90, 'notice'],
    [30, 'soon'],
    [7, 'urgent'],
    [-1, 'expired'],
  ])('that ends in %i days is told to everybody (%s)', async (left, level) => {
    await imported({ notAfter: days(100) });
    opened.clock.now = addMinutes(startsAt, (100 - left) * minutesADay);
    expect((await signers())[0].level).toBe(level);
    const { warnings } = (await ask('system.status')).value;
    const [warning] = warnings.filter(({ code }: Read) => code === 'document-signer-ends');
    expect(warning.sentence.de).toMatch(left < 0 ? /abgelaufen/ : new RegExp(`in ${left} Tagen ab`));
    expect(currentDocumentSigner(opened.station) === undefined).toBe(left < 0);
  });

  test('leaves its key in no answer, event or log line, and stays after a new start', async () => {
    await imported();
    const events = opened.station.db.all<{ data: string }>('SELECT data FROM event');
    const said = JSON.stringify([await ask('wallets.overview'), events, opened.logged]);
    expect(said).not.toContain('PRIVATE KEY');
    const { dir } = opened;
    opened.close();
    opened = await openTestStation(dir, startsAt, { mode: 'live' });
    expect(currentDocumentSigner(opened.station)).toBeDefined();
  });
});

describe('what can be wrong with its files is said in a sentence, and nothing is kept', () => {
  const cases: readonly [string, RegExp, () => Promise<object[]>][] = [
    ['signer-key-missing', /private Schlüssel fehlt/, async () => [(await filesOf()).certificate]],
    ['signer-missing', /kein Zertifikat/, async () => [(await filesOf()).key]],
    [
      'signer-key-other',
      /gehören nicht zusammen/,
      async () => [(await filesOf()).certificate, (await filesOf()).key],
    ],
    ['signer-key-kind', /P-256/, async () => both({ curve: 'P-384' })],
    ['signer-country-missing', /kein Land/, async () => both({ country: '' })],
    ['signer-usage', /keine Impfungen/, async () => both({ usages: [1, 3] })],
    ['signer-not-yet-valid', /gilt erst ab/, async () => both({ notBefore: days(2) })],
    ['signer-expired', /abgelaufen/, async () => both({ notBefore: days(-9), notAfter: days(-1) })],
    ['signer-of-a-trial', /Testbetrieb/, async () => both({ country: 'XX' })],
    [
      'file-unreadable',
      /weder ein Zertifikat noch ein Schlüssel/,
      async () => [{ name: 'x.pem', content: 'AAAA' }],
    ],
  ];
  const both = async (wish: Partial<SignerWish>) => Object.values(await filesOf(wish));

  test.each(cases)('%s', async (code, sentence, files) => {
    const { refusal } = await send(await files());
    expect(refusal).toMatchObject({ reason: 'document-signer-refused', details: { code } });
    expect(refusal.details.de).toMatch(sentence);
    expect(await signers()).toEqual([]);
  });

  test('a trial takes the signer of a trial', async () => {
    opened.close();
    opened = await openTestStation(temporaryDirectory(), startsAt);
    expect(await imported({ country: 'XX' })).toMatchObject({ ok: true });
    expect(await signers()).toMatchObject([{ isTrial: true, isInUse: true }]);
  });
});
