import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { beforeEach, describe, expect, test } from 'vitest';
import { forbiddenSentence, forbiddenSwitch } from '../../../main/shell/forbidden-switches.ts';
import { hasChanged } from '../../../main/shell/unpacked-files.ts';

let archive: string;
const unpacked = (...parts: string[]) => path.join(`${archive}.unpacked`, ...parts);

/** An application as it is packed: the window's part in the archive, the service and its addon beside it. */
beforeEach(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'station-packed-'));
  const source = path.join(folder, 'source');
  for (const [file, content] of [
    ['out/main/index.cjs', 'window'],
    ['out/service/index.cjs', 'service'],
    ['node_modules/addon/addon.node', 'native'],
  ] as const) {
    mkdirSync(path.dirname(path.join(source, file)), { recursive: true });
    writeFileSync(path.join(source, file), content);
  }
  archive = path.join(folder, 'app.asar');
  await createPackageWithOptions(source, archive, { unpackDir: '{out/service,node_modules/addon}' });
});

describe('what lies beside the archive', () => {
  test('is whole as it was packed', () => {
    expect(hasChanged(archive)).toBe(false);
  });

  test.each([
    ['a changed service', () => appendFileSync(unpacked('out/service/index.cjs'), '// and more')],
    ['a service of the same length', () => writeFileSync(unpacked('out/service/index.cjs'), 'servicE')],
    ['a changed addon', () => writeFileSync(unpacked('node_modules/addon/addon.node'), 'other')],
    ['a file more', () => writeFileSync(unpacked('node_modules/addon/more.node'), 'more')],
    ['a file less', () => rmSync(unpacked('node_modules/addon/addon.node'))],
    [
      'a link to the very same content',
      () => {
        const file = unpacked('out/service/index.cjs');
        cpSync(file, `${archive}.copy`);
        rmSync(file);
        symlinkSync(`${archive}.copy`, file);
      },
    ],
    ['no archive', () => rmSync(archive)],
    ['an archive that is none', () => writeFileSync(archive, 'x')],
  ])('%s is noticed', (_, change) => {
    change();
    expect(hasChanged(archive)).toBe(true);
  });
});

describe('a live centre', () => {
  test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'load-extension'])(
    'does not start with --%s, and says so',
    (name) => {
      expect(forbiddenSwitch((given) => given === name)).toBe(name);
      expect(forbiddenSentence(name).de).toContain(`--${name}`);
    },
  );

  test('starts with its own switches', () => {
    expect(forbiddenSwitch((given) => ['live', 'dir', 'no-sandbox', 'scanner-vendors'].includes(given))).toBe(
      undefined,
    );
  });
});
