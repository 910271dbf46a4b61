import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
// @ts-expect-error: a plain script without types
import { takeDirectory } from '../../scripts/bootstrap/one-start.mjs';
// @ts-expect-error: a plain script without types
import { runningSentences } from '../../scripts/bootstrap/start-station.mjs';

let dir: string;
beforeEach(() => {
  dir = path.join(mkdtempSync(path.join(os.tmpdir(), 'one-start-')), 'trial');
});

const written = () => JSON.parse(readFileSync(path.join(dir, 'start.json'), 'utf8'));

describe('one start a directory', () => {
  test('given a start that runs, when another comes, then it hears where that one is and changes nothing', async () => {
    const first = await takeDirectory(dir, { shell: 'browser' });
    first.tell({ address: 'http://127.0.0.1:4711/#token' });
    const before = readFileSync(path.join(dir, 'start.json'), 'utf8');
    const { running } = await takeDirectory(dir, { shell: 'window' });
    expect(running).toMatchObject({ shell: 'browser', address: 'http://127.0.0.1:4711/#token' });
    expect(readFileSync(path.join(dir, 'start.json'), 'utf8')).toBe(before);
    expect(statSync(path.join(dir, 'start.json')).mode & 0o777).toBe(0o600);
    first.release();
  });

  test('given a start that ended or was killed, then the next one has the directory', async () => {
    const first = await takeDirectory(dir, { shell: 'window' });
    const left = written();
    first.release();
    writeFileSync(path.join(dir, 'start.json'), JSON.stringify(left)); // as a killed one leaves it
    const second = await takeDirectory(dir, { shell: 'window' });
    expect(second.running).toBeUndefined();
    second.release();
  });

  test('given another program at the port of a killed start, then the next one has the directory', async () => {
    const other = createServer((socket) =>
      socket.end('something else altogether, and longer than any secret'),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await takeDirectory(dir, {}).then(({ release }: { release(): void }) => release());
    writeFileSync(path.join(dir, 'start.json'), JSON.stringify({ port, secret: 'a'.repeat(32) }));
    const next = await takeDirectory(dir, {});
    expect(next.running).toBeUndefined();
    next.release();
    other.close();
  });
});

test('a second start says where the running one is, and where its pages are', () => {
  expect(
    runningSentences(
      { shell: 'browser', address: 'http://127.0.0.1:4711/#token' },
      { booking: 'http://127.0.0.1:2/book/probe', phone: 'http://127.0.0.1:3' },
    ),
  ).toEqual([
    'Impfpass Station is running already with this directory: http://127.0.0.1:4711/#token',
    'Booking page: http://127.0.0.1:2/book/probe',
    'Phone of the trial: http://127.0.0.1:3',
  ]);
  expect(runningSentences({ shell: 'window' })).toEqual([
    'Impfpass Station is running already with this directory, in a window.',
  ]);
});
