import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { silentDisk } from '../../support/failing-disk.ts';
import { temporaryDirectory } from '../../support/test-station.ts';

const run = promisify(execFile);

test('a disk that stops to answer under an import and a closing ends neither: they go on once it answers', async ({
  skip,
}) => {
  const disk = silentDisk();
  if (!disk) return skip('a disk that does not answer takes Linux and a C compiler');
  const env = {
    ...process.env,
    LD_PRELOAD: disk.library,
    SILENT_WHILE: disk.flag,
    SILENT_PATH: '/station.db',
  };
  const script = ['test/integration/jobs/silent-work.ts', temporaryDirectory()];
  const { stdout } = await run(process.execPath, script, { env, timeout: 110_000 });
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
    people: 1_620,
    cancelled: 120,
    isWhole: true,
    faults: 0,
  });
}, 120_000);
