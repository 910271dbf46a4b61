import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../support/test-station.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const MEGABYTE = 1024 * 1024;

/** Verifies in a process whose memory is as small as the promise: constant, whatever the file. */
async function verify(
  write: (file: string) => void,
): Promise<{ code: number | null; said: string; ms: number }> {
  const dir = temporaryDirectory();
  mkdirSync(dir);
  const file = path.join(dir, 'log.jsonl');
  write(file);
  const script = path.join(root, 'scripts', 'verify-log.mjs');
  const began = performance.now();
  const child = spawn(process.execPath, ['--max-old-space-size=192', script, file]);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said, ms: performance.now() - began };
}

function withText(text: string) {
  return (file: string) => writeFileSync(file, text);
}

const start = (keys: string) =>
  `{"record":"start","format":"impfpass-log","version":1,"station":"a","centre":"b","exportedAt":"c","keys":${keys}}\n`;

describe('a log file that is made to hurt', () => {
  test('with one line of a gigabyte is refused before it is read to its end', async () => {
    const made = await verify((file) => {
      const handle = openSync(file, 'w');
      ftruncateSync(handle, 1024 * MEGABYTE);
      closeSync(handle);
    });
    expect(made).toMatchObject({ code: 1, said: 'Line 1: a line is longer than any record.\n' });
    expect(made.ms).toBeLessThan(10_000);
  });

  test('with a line that is cut off or too long names that line, not the one before it', async () => {
    const first = start('[]').replace('[]', JSON.stringify([{ station: 'a', key: 'd'.repeat(64) }]));
    expect(await verify(withText(`${first}{"record":"eve`))).toMatchObject({
      code: 1,
      said: 'Line 2: the last line is cut off.\n',
    });
    expect(await verify(withText(first + 'a'.repeat(17 * MEGABYTE)))).toMatchObject({
      code: 1,
      said: 'Line 2: a line is longer than any record.\n',
    });
  });

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('with nested %s is refused before anything is made of it', async (_what, open, close) => {
    const levels = Math.floor((15 * MEGABYTE) / (open.length + close.length));
    const made = await verify(withText(`{"record":${open.repeat(levels)}1${close.repeat(levels)}}\n`));
    expect(made).toMatchObject({ code: 1, said: 'Line 1: the line nests deeper than any record.\n' });
    expect(made.ms).toBeLessThan(10_000);
  });

  test('whose brackets stand in a text that looks ended is read as what it is', async () => {
    const made = await verify(withText(`{"record":"a\\"[[[[[[[[","b":1}\n`));
    expect(made).toMatchObject({
      code: 1,
      said: expect.stringContaining('not written as the format has it'),
    });
  });

  test.each([
    ['a number of a million digits', `{"record":"head","station":"a","epoch":${'9'.repeat(1_000_000)}}`],
    ['a number without an end', '{"record":"gap","station":"a","epoch":1e999999,"from":1,"to":2}'],
    [
      'a number that no counter holds',
      '{"record":"gap","station":"a","epoch":9007199254740993,"from":1,"to":2}',
    ],
    ['a number below nothing', '{"record":"gap","station":"a","epoch":-1,"from":1,"to":2}'],
  ])('with %s is refused', async (_what, line) => {
    expect(await verify(withText(`${line}\n`))).toMatchObject({ code: 1 });
  });

  test('with a hundred thousand keys, or chains, is refused in time', async () => {
    const key = '{"station":"a","key":null}';
    const keys = await verify(withText(start(`[${Array(100_000).fill(key).join(',')}]`)));
    expect(keys).toMatchObject({ code: 1, said: 'Line 1: the file has more keys than any centre.\n' });
    const own = `[{"station":"a","key":"${'00'.repeat(31)}01"}]`;
    const heads = Array.from(
      { length: 50_000 },
      (_, at) =>
        `{"record":"gap","station":"b","epoch":${at},"from":1,"to":2}\n{"record":"gap","station":"c","epoch":${at},"from":1,"to":1}`,
    );
    const chains = await verify(withText(`${start(own)}${heads.join('\n')}\n`));
    expect(chains.code).toBe(1);
    expect(Math.max(keys.ms, chains.ms)).toBeLessThan(10_000);
  });
});
