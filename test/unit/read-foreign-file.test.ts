import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readForeignFile, readForeignText } from '../../main/read-foreign-file.ts';
import { temporaryDirectory } from '../support/test-station.ts';

function fileOf(bytes: number): string {
  const dir = temporaryDirectory();
  mkdirSync(dir);
  const file = path.join(dir, 'file');
  writeFileSync(file, 'ä'.repeat(bytes / 2));
  return file;
}

test('a file is read whole as long as it is no longer than one of its kind', async () => {
  expect(await readForeignText(fileOf(100), 100)).toBe('ä'.repeat(50));
  expect((await readForeignFile(fileOf(200_000), 200_000))?.length).toBe(200_000);
  expect(await readForeignFile(fileOf(200_002), 200_000)).toBeUndefined();
});

test('what is not there, or no file, is nothing', async () => {
  expect(await readForeignFile(path.join(temporaryDirectory(), 'none'), 100)).toBeUndefined();
  expect(await readForeignFile(path.dirname(fileOf(2)), 100)).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('a file without an end is left', async () => {
  const began = performance.now();
  expect(await readForeignFile('/dev/zero', 1024 * 1024)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(5_000);
});
