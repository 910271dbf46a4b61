import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../main/cli.ts';
import { temporaryDirectory } from '../../support/test-station.ts';

const dir = temporaryDirectory();

async function station(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    stdin: new PassThrough(),
  };
  const code = await runCli(words, {
    ...io,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

let day: Record<string, unknown>;
beforeAll(async () => {
  const { out } = await station('demo-day', '--dir', dir, '--json');
  day = JSON.parse(out);
});

describe('demo-day plays a whole visit', () => {
  test('and tells what happened, in order', () => {
    expect(day).toMatchObject({
      doseCount: 1,
      chainOk: true,
      files: ['pass-0.pkpass', 'pass-1.pkpass', 'ca.pem'],
    });
    expect(day.barcode).toMatch(/^[0-9A-HJ-NP-X]{42}$/);
    expect(day.events).toEqual([
      'PersonRegistered',
      'AppointmentBooked',
      'PassIssued',
      'AppointmentBooked',
      'PassUpdated',
      'CheckedIn',
      'ConsentGiven',
      'DoseAdministered',
      'ObservationSet',
      'PassUpdated',
    ]);
  });

  test.each(['pass-0', 'pass-1'])(
    'and leaves %s, which openssl accepts and whose every hash fits',
    (name) => {
      const files = unzipSync(readFileSync(path.join(dir, `${name}.pkpass`)));
      const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as Record<
        string,
        string
      >;
      const named = Object.keys(files).filter((file) => file !== 'manifest.json' && file !== 'signature');
      expect(Object.keys(manifest).sort()).toEqual(named.sort());
      for (const file of named)
        expect(
          createHash('sha1')
            .update(files[file] ?? '')
            .digest('hex'),
        ).toBe(manifest[file]);
      const work = path.join(dir, name);
      mkdirSync(work);
      for (const file of ['manifest.json', 'signature'])
        writeFileSync(path.join(work, file), files[file] ?? '');
      const args = ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', '/dev/null'];
      const inputs = ['-in', path.join(work, 'signature'), '-content', path.join(work, 'manifest.json')];
      execFileSync('openssl', [...args, ...inputs, '-CAfile', path.join(dir, 'ca.pem')], { stdio: 'pipe' });
    },
  );

  test('and does not play over a centre that is there', async () => {
    expect((await station('demo-day', '--dir', dir)).code).toBe(2);
  });
});

describe('log verify', () => {
  test('finds the chain whole and the end signed', async () => {
    const { code, out } = await station('log', 'verify', '--dir', dir, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, events: 10, signedUpTo: 10 });
  });

  test('says so where there is no station', async () => {
    expect((await station('log', 'verify', '--dir', path.join(dir, 'nowhere'))).code).toBe(2);
  });
});

describe('scan with a directory', () => {
  test('says what the code is and how the desk would decide', async () => {
    const { out } = await station('scan', '--dir', dir, '--text', String(day.barcode), '--json');
    expect(JSON.parse(out)).toMatchObject({
      kind: 'pass',
      fields: { doseCount: 0 },
      decision: { light: 'amber', reason: 'dose-already-today', personId: day.personId },
    });
  });

  test('leaves no trace', async () => {
    const before = await station('log', 'verify', '--dir', dir, '--json');
    await station('scan', '--dir', dir, '--text', 'Mustermann', '--json');
    expect((await station('log', 'verify', '--dir', dir, '--json')).out).toBe(before.out);
  });
});

test('a command that does not exist lists those that do', async () => {
  const { code, err } = await station('dance');
  expect(code).toBe(2);
  expect(err).toContain('demo-day');
});
