import { existsSync, readFileSync } from 'node:fs';
import { capture } from './run-child.mjs';
import { say, stop } from './say.mjs';

const forElectron = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6'];
const forTests = [...forElectron, 'xvfb', 'xauth', 'chromium', 'openssl'];

/** The system libraries that Electron's window needs; on Linux only, elsewhere Electron brings its own. */
export function ensureElectronLibraries() {
  ensure(forElectron);
}

/** What the tests use besides: a virtual display, a browser, an independent verifier of signatures. */
export function ensureTestTools() {
  ensure(forTests);
}

function ensure(packages) {
  if (process.platform !== 'linux') return;
  const isDebian = existsSync('/etc/debian_version') && capture('apt-get', ['--version']).code === 0;
  if (!isDebian) return; // other systems: a missing library is named by Electron itself
  const missing = packages.filter((name) => !isInstalled(name)).map(packageName);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) stop(`Some system packages are missing. Please run:\n  sudo ${command}`);
  say(`Installing system packages: ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  capture('apt-get', ['update', '-qq'], { env });
  const { code, err } = capture('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    env,
  });
  if (code !== 0) stop(`${err}\nThe system packages could not be installed. Please run:\n  ${command}`);
}

function isInstalled(name) {
  return [name, `${name}t64`].some((candidate) =>
    / ok installed$/m.test(capture('dpkg-query', ['-s', candidate]).out),
  );
}

/** Newer releases renamed some libraries (libgtk-3-0t64), and Ubuntu's chromium is a snap we cannot use. */
function packageName(name) {
  if (!name.startsWith('lib')) return name;
  return capture('apt-cache', ['policy', `${name}t64`]).out.includes('Candidate:') && isNewRelease()
    ? `${name}t64`
    : name;
}

function isNewRelease() {
  const release = /VERSION_ID="?(\d+)/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  return Number(release) >= (readFileSync('/etc/os-release', 'utf8').includes('ubuntu') ? 24 : 13);
}
