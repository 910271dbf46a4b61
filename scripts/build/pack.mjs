// dist/linux-unpacked: the application as users get it, with its fuses set.
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { path7za } from '7zip-bin';
import { root } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/run-child.mjs';
import { say } from '../bootstrap/say.mjs';
import { collectLicences } from './collect-licences.mjs';

const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH;
if (runtime) say('This build carries the runtime for trial and tests: do not give it to users.');
rmSync(path.join(root, 'dist/linux-unpacked'), { recursive: true, force: true });
chmodSync(path7za, 0o755);
const args = ['--linux', 'dir', '--publish', 'never', ...(runtime ? [`-c.electronDist=${runtime}`] : [])];
const code = await run('electron-builder', args, {
  stdio: ['ignore', 2, 2],
  env: { ELECTRON_BUILDER_7ZIP_PATH: path7za },
});
if (code !== 0) process.exit(code);

const packed = path.join(root, 'dist/linux-unpacked');
collectLicences(path.join(packed, 'resources/app.asar'), path.join(packed, 'LICENSES.packages.md'));
await flipFuses(path.join(packed, 'impfpass-station'), {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: false,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  ...(runtime ? {} : { [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true }),
});
console.log(path.join('dist', 'linux-unpacked', 'impfpass-station'));
