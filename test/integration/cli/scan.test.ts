import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundedLines } from '../../../main/cli/bounded-lines.ts';
import { runCli } from '../../../main/cli.ts';
import { scannerKeys } from '../../support/scanner-keys.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'scan-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function scan(args: string[], lines: string[] = []) {
  const out: string[] = [];
  const io = { out: (line: string) => out.push(line), err: () => {}, stdin: Readable.from(lines.join('\n')) };
  const code = await runCli(['scan', ...args], io);
  return { code, answers: out.map((line) => JSON.parse(line) as object) };
}

const vial = '010950400005910117270200' + '10AB-1';
const fields = { gtin: '09504000059101', lot: 'AB-1', expiry: '2027-02-28' };

test('a text is answered with its kind and fields', async () => {
  expect(await scan(['--text', `]d2${vial}`, '--json'])).toMatchObject({
    code: 0,
    answers: [{ kind: 'gs1', fields }],
  });
});

test('a refusal says why and ends with code 1', async () => {
  expect(await scan(['--text', '(01)09504000059102', '--json'])).toEqual({
    code: 1,
    answers: [{ kind: 'refused', reason: 'gs1-check-digit-wrong', ai: '01' }],
  });
});

test('the bytes of a symbol are read as hex', async () => {
  const hex = Buffer.from(`${vial}\u001d21S1`).toString('hex');
  expect(await scan(['--hex', hex, '--json'])).toMatchObject({
    answers: [{ fields: { ...fields, serial: 'S1' } }],
  });
  expect(await scan(['--hex', 'xyz', '--json'])).toMatchObject({ answers: [{ reason: 'hex-malformed' }] });
});

test('recorded keys of a US scanner on a German computer are read from a file', async () => {
  const file = path.join(folder, 'keys.json');
  await writeFile(file, JSON.stringify(scannerKeys(`]d2${vial}`, { host: 'de', isBare: true })));
  expect(await scan(['--keys', file, '--json'])).toMatchObject({ answers: [{ kind: 'gs1', fields }] });
  expect(await scan(['--keys', '/none', '--json'])).toMatchObject({
    answers: [{ reason: 'file-unreadable' }],
  });
});

test('keys that a person typed are no scan', async () => {
  const keys = scannerKeys('schmidt', { gapMs: 90 });
  const line = JSON.stringify({ id: 'k', keys });
  expect(await scan(['--batch'], [line])).toMatchObject({ answers: [{ id: 'k', reason: 'typed-by-hand' }] });
});

test('a batch is answered line by line, whatever the lines hold', async () => {
  const { code, answers } = await scan(
    ['--batch', '--json'],
    [
      JSON.stringify({ id: 1, text: vial, kind: 'vial' }),
      'no json',
      JSON.stringify({ id: 'b', text: 'x', hex: '00' }),
      '',
      JSON.stringify({ id: 3, text: 'Müller', kind: 'vial' }),
      JSON.stringify({ id: 4, text: 'Müller' }),
    ],
  );
  expect(code).toBe(0);
  expect(answers).toMatchObject([
    { id: 1, kind: 'gs1', fields },
    { kind: 'refused', reason: 'request-malformed' },
    { id: 'b', kind: 'refused', reason: 'request-malformed' },
    { id: 3, kind: 'refused', reason: 'not-a-vial-code' },
    { id: 4, kind: 'name', fields: { name: 'Müller' } },
  ]);
});

test('a key recording that two layouts explain differently is a question', async () => {
  const keys = scannerKeys('010950400005910110YZ', { host: 'de' });
  expect(await scan(['--batch'], [JSON.stringify({ keys })])).toMatchObject({
    answers: [
      {
        kind: 'ambiguous',
        fields: { candidates: [{ fields: { lot: 'ZY' } }, { fields: { lot: 'YZ' } }] },
      },
    ],
  });
});

test('with the directory of a centre, the decision of its desk comes with it', async () => {
  const dir = path.join(folder, 'centre');
  const played: string[] = [];
  const io = { out: (line: string) => played.push(line), err: () => {}, stdin: Readable.from('') };
  expect(await runCli(['demo-day', '--dir', dir, '--json'], io)).toBe(0);
  expect(await scan(['--text', 'nobody of this name', '--dir', dir, '--json'])).toMatchObject({
    answers: [{ kind: 'name', decision: { reason: 'nobody-found', action: 'search' } }],
  });
});

test('a directory without a station is told and stays as it is', async () => {
  const dir = path.join(folder, 'none');
  const told: string[] = [];
  const io = { out: () => {}, err: (line: string) => told.push(line), stdin: Readable.from([]) };
  expect(await runCli(['scan', '--text', 'x', '--dir', dir], io)).toBe(2);
  const list = path.join(folder, 'list.csv');
  await writeFile(list, 'Nachname;Vorname;Geburtsdatum\nBerg;Anna;01.02.1980\n');
  expect(await runCli(['import', 'csv', list, '--dir', dir], io)).toBe(2);
  expect(told).toEqual([expect.stringContaining('no station'), expect.stringContaining('no station')]);
  expect(existsSync(dir)).toBe(false);
});

test('called without anything to read, it says how', async () => {
  expect((await scan([])).code).toBe(2);
});

test('a batch that is not there is told, and a device is no file of keys', async () => {
  expect((await scan(['--batch', path.join(folder, 'none')])).code).toBe(2);
  expect(await scan(['--keys', '/dev/zero', '--json'])).toMatchObject({
    answers: [{ reason: 'file-unreadable' }],
  });
});

test('lines are cut wherever the chunks end, and one that is too long costs no more than itself', async () => {
  const bytes = Buffer.from(`ä1\r\n\n${'x'.repeat(50)}\nlast`);
  for (const size of [1, 3, 7, 100]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, at * size + size),
    );
    const lines: (string | undefined)[] = [];
    for await (const line of boundedLines(Readable.from(chunks), 20)) lines.push(line);
    expect(lines).toEqual(['ä1', '', undefined, 'last']);
  }
});
