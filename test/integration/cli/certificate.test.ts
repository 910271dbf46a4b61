import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { ownTrustList } from '../../../issuing/certificate/trust/own-trust-list.ts';
import { runCli } from '../../../main/cli.ts';
import { currentDocumentSigner } from '../../../main/queries/wallets/document-signers.ts';
import type { Station } from '../../../main/station.ts';
import { asking } from '../../support/asking.ts';
import { certificateFacts, issuerUrl, trialCertificateSigner } from '../../support/certificate-facts.ts';
import { documentSignerFiles } from '../../support/document-signer-files.ts';
import { openTestStation, temporaryDirectory } from '../../support/test-station.ts';

const dir = temporaryDirectory();
const fileOf = (name: string) => path.join(path.dirname(dir), name);
const day = 24 * 60 * 60_000;

beforeAll(async () => {
  const { station, close } = await openTestStation(dir);
  await importSigner(station);
  const signer = currentDocumentSigner(station);
  if (!signer) throw new Error('the centre has no signer');
  const now = instantOf(Date.now());
  writeFileSync(fileOf('trust.json'), ownTrustList(signer, issuerUrl, now));
  writeFileSync(fileOf('others.json'), ownTrustList(await trialCertificateSigner(), issuerUrl, now));
  writeFileSync(fileOf('facts.json'), JSON.stringify(certificateFacts()));
  close();
});

async function importSigner(station: Station): Promise<void> {
  const times = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 400 * day) };
  const files = Object.values(await documentSignerFiles({ country: 'XX', ...times }));
  const answer = await asking(() => station).act('wallets.import-document-signer', { files });
  expect(answer.ok).toBe(true);
}

async function certificate(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    stdin: Readable.from([]),
  };
  const code = await runCli(['certificate', ...words], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const issue = (where: string, ...more: string[]) =>
  certificate('issue', '--dir', where, '--issuer-url', issuerUrl, '--facts', fileOf('facts.json'), ...more);
const verify = (text: string, trust: string, ...more: string[]) =>
  certificate('verify', '--text', text, '--trust', fileOf(trust), '--json', ...more);

async function reasonOf(verified: ReturnType<typeof verify>): Promise<[number, string]> {
  const { code, out } = await verified;
  return [code, JSON.parse(out).reason];
}

test('a centre’s own signer issues certificates of both kinds, which verify finds to be theirs', async () => {
  const issued = await issue(dir, '--json');
  expect(issued).toMatchObject({ code: 0, err: '' });
  const { hcert, shc, certificateId } = JSON.parse(issued.out);
  const verified = await verify(hcert, 'trust.json');
  expect(verified.code).toBe(0);
  const { nam, v, ...rest } = JSON.parse(verified.out).content;
  expect(nam).toMatchObject({ fn: "O'Müller-Groß", fnt: 'OMUELLER<GROSS', gn: 'Jürgen' });
  expect(rest).toMatchObject({ dob: '1958-11-11' });
  expect(v).toMatchObject([{ mp: 'EU/1/20/1528', dn: 2, sd: 2, dt: '2026-11-23', ci: certificateId }]);
  const card = await verify(shc, 'trust.json');
  expect(JSON.parse(card.out)).toMatchObject({ ok: true, kind: 'shc', issuer: issuerUrl });
});

test('verify refuses what was issued where another signer is believed, what has expired and what was changed', async () => {
  const [hcert = ''] = (await issue(dir)).out.split('\n');
  expect(await reasonOf(verify(hcert, 'others.json'))).toEqual([1, 'signer-unknown']);
  const afterwards = new Date(Date.now() + 2 * day).toISOString();
  const [short = ''] = (await issue(dir, '--days', '1')).out.split('\n');
  expect(await reasonOf(verify(short, 'trust.json', '--at', afterwards))).toEqual([1, 'expired']);
  const middle = Math.floor(hcert.length / 2);
  const changed = hcert.slice(0, middle) + (hcert[middle] === 'A' ? 'B' : 'A') + hcert.slice(middle + 1);
  expect((await verify(changed, 'trust.json')).code).toBe(1);
});

test('each issue has a number of its own, and the centre’s key is in no answer', async () => {
  const both = [await issue(dir, '--json'), await issue(dir, '--json')];
  const issued = both.map(({ out }) => JSON.parse(out));
  expect(issued[0].certificateId).not.toBe(issued[1].certificateId);
  expect(JSON.stringify(issued)).not.toContain('PRIVATE');
});

test('a centre without a signer, a directory without a centre and incomplete facts are sentences', async () => {
  const other = await openTestStation();
  other.close();
  expect(await issue(other.dir)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/no certificate in force/),
  });
  const misspelt = await issue(fileOf('misspelt'), '--json');
  expect(misspelt.code).toBe(2);
  expect(JSON.parse(misspelt.out)).toMatchObject({ ok: false, fault: 'no-station' });
  expect(existsSync(fileOf('misspelt'))).toBe(false);
  writeFileSync(fileOf('half.json'), JSON.stringify({ ...certificateFacts(), birthDate: '1958-13-11' }));
  expect(await issue(dir, '--facts', fileOf('half.json'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('birthDate'),
  });
});
