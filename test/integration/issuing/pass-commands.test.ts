import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../../main/cli.ts';
import { goodFiles } from '../../support/broken-pass.ts';
import { trialSigner } from '../../support/trial-signer.ts';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  const { authority } = await trialSigner();
  writeFileSync(join(folder, 'good.pkpass'), zipSync(await goodFiles()));
  writeFileSync(join(folder, 'broken.pkpass'), 'no zip');
  writeFileSync(
    join(folder, 'all.pem'),
    authority.passCertificatePem + authority.wwdrPem + authority.privateKeyPem,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

async function station(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: string[][] = [[], []];
  const io = {
    out: (line: string) => out?.push(line),
    err: (line: string) => err?.push(line),
    stdin: Readable.from([]),
  };
  const code = await runCli(words, io);
  return { code, out: (out ?? []).join('\n'), err: (err ?? []).join('\n') };
}

it('inspects a pass and says what it found, as JSON and in words', async () => {
  const good = await station('pass', 'inspect', join(folder, 'good.pkpass'), '--json');
  const report = JSON.parse(good.out);
  expect(report.findings.map(({ code }: { code: string }) => code)).toContain('authority-trial');
  expect(report.findings[0].sentence.de).toMatch(/\.$/);
  const broken = await station('pass', 'inspect', join(folder, 'broken.pkpass'));
  expect(broken).toMatchObject({ code: 1 });
  expect(broken.out).toContain('The file is not a pass');
});

it('says how it is called, and which file it cannot read', async () => {
  expect(await station('pass', 'inspect')).toMatchObject({ code: 2 });
  expect(await station('pass', 'inspect', join(folder, 'none'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('none'),
  });
});

it('makes a request for a pass certificate, and never over an earlier one', async () => {
  const words = [
    'pass-certificate',
    'request',
    '--out',
    join(folder, 'new'),
    '--organisation',
    'Impfzentrum',
    '--email',
    'it@centre.example',
    '--json',
  ];
  const made = JSON.parse((await station(...words)).out);
  expect(made).toMatchObject({ ok: true, isEncrypted: false });
  expect(readFileSync(made.request, 'utf8')).toContain('BEGIN CERTIFICATE REQUEST');
  expect(statSync(made.privateKey).mode & 0o777).toBe(0o600);
  const again = await station(...words);
  expect(again).toMatchObject({ code: 1 });
  expect(JSON.parse(again.out)).toMatchObject({ ok: false, fault: 'already-there' });
});

it('checks whether files can sign passes', async () => {
  const files = join(folder, 'all.pem');
  expect(await station('pass-certificate', 'check', files)).toMatchObject({
    code: 1,
    out: expect.stringContaining('trial'),
  });
  const trial = JSON.parse(
    (await station('pass-certificate', 'check', files, '--trial', '--team-id', 'OTHER', '--json')).out,
  );
  expect(trial).toMatchObject({
    ok: false,
    fault: 'team-id-other',
    sentence: { de: expect.stringContaining('OTHER') },
  });
});
