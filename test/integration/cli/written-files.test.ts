import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writePrivateFile } from '../../../main/cli/write-private-file.ts';
import { runCli } from '../../../main/cli.ts';
import { expectPerson, openTestStation, temporaryDirectory } from '../../support/test-station.ts';

let dir: string;
let person: string;
let folder: string;

beforeAll(async () => {
  dir = temporaryDirectory();
  const founded = await openTestStation(dir);
  person = expectPerson(founded.station);
  founded.close();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'written-files-'));
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const io = { out: () => {}, err: () => {}, stdin: process.stdin };

const commands: readonly [string, (file: string) => string[]][] = [
  ['list.csv', (file) => ['export', 'csv', file]],
  ['list.json', (file) => ['export', 'fhir', file]],
  ['day.csv', (file) => ['export', 'day-list', file, '--day', '2026-01-05']],
  ['person.json', (file) => ['people', 'export', '--person', person, '--out', file]],
  ['log.jsonl', (file) => ['log', 'export', '--out', file]],
];

describe.each(commands)('%s', (name, words) => {
  test('is for its owner alone, also where a file that all may read lay there', async () => {
    const file = path.join(folder, name);
    writeFileSync(file, 'before');
    chmodSync(file, 0o666);
    expect(await runCli([...words(file), '--dir', dir], io)).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain('before');
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('takes the place of a link that somebody laid there, and leaves what it leads to', async () => {
    const file = path.join(folder, name);
    const others = path.join(folder, 'others.txt');
    writeFileSync(others, 'of others');
    symlinkSync(others, file);
    expect(await runCli([...words(file), '--dir', dir], io)).toBe(0);
    expect(lstatSync(file).isSymbolicLink()).toBe(false);
    expect(readFileSync(others, 'utf8')).toBe('of others');
  });
});

test('a file that cannot be finished leaves the one before as it was, and nothing beside it', () => {
  const file = path.join(folder, 'list.csv');
  writeFileSync(file, 'the list of yesterday');
  const stop = () =>
    writePrivateFile(file, (piece) => {
      piece('half of ');
      throw new Error('the disk is full');
    });
  expect(stop).toThrow('the disk is full');
  expect(readFileSync(file, 'utf8')).toBe('the list of yesterday');
  expect(readdirSync(folder)).toEqual(['list.csv']);
});

test('where the shell led standard output into a file, that file gets it, and the name of the system stays', () => {
  const target = path.join(folder, 'redirected');
  writeFileSync(target, 'before ');
  const handle = openSync(target, 'a');
  try {
    writePrivateFile(`/proc/self/fd/${handle}`, (piece) => piece('and after'));
  } finally {
    closeSync(handle);
  }
  expect(readFileSync(target, 'utf8')).toBe('before and after');
});

test('a pipe is written into', async () => {
  const pipe = path.join(folder, 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const reader = spawn('cat', [pipe]);
  let read = '';
  reader.stdout.setEncoding('utf8').on('data', (text: string) => {
    read += text;
  });
  writePrivateFile(pipe, (piece) => piece('into the pipe'));
  await once(reader, 'close');
  expect(read).toBe('into the pipe');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

test('where nothing can be written, a sentence says so', async () => {
  const told: string[] = [];
  const err = (line: string) => void told.push(line);
  const file = path.join(folder, 'no-such-folder', 'list.csv');
  expect(await runCli(['export', 'csv', file, '--dir', dir], { ...io, err })).toBe(1);
  expect(told.join(' ')).toMatch(/list\.csv.*cannot be written/);
});
