import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { modules, out, root } from '../bootstrap/paths.mjs';

const texts = path.join(root, 'scripts/build/licence-texts');
/** Licences that ask for their own text where the package does not bring it. */
const textOf = { LGPL: ['LGPL-3.0.txt', 'GPL-3.0.txt'] };

/**
 * Writes the notices of everything that the application carries into one file beside it: of what is bundled as Vite
 * collected them, and of each package that lies in it as a whole. A package without any stops the build.
 */
export function collectLicences(archive, file) {
  const bundled = readdirSync(out)
    .map((name) => path.join(out, name, 'LICENSES.md'))
    .filter((notices) => existsSync(notices))
    .map((notices) => readFileSync(notices, 'utf8').trim());
  const whole = packagesIn(archive).map(noticeOf);
  writeFileSync(file, `${['# Third-party notices', ...bundled, ...whole].join('\n\n---\n\n')}\n`);
}

function packagesIn(archive) {
  const names = listPackage(archive, {}).flatMap((entry) => {
    const found = /[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)[/\\]package\.json$/.exec(entry);
    return found ? [found[1].replaceAll('\\', '/')] : [];
  });
  return [...new Set(names)].sort();
}

function noticeOf(name) {
  const dir = path.join(modules, name);
  const { version, license = 'see below' } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
  const own = readdirSync(dir).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  // Prebuilt libraries of others (libvips and what it is made of) are listed in the README alone.
  const said = own.length > 0 ? own : readdirSync(dir).filter((file) => /^readme\.md$/i.test(file));
  if (said.length === 0 || (license === 'see below' && own.length === 0))
    throw new Error(`${name} says nothing of its licence`);
  const added = Object.entries(textOf).flatMap(([kind, files]) =>
    license.includes(kind) ? files.map((text) => path.join(texts, text)) : [],
  );
  const content = [...said.map((file) => path.join(dir, file)), ...added].map((file) =>
    readFileSync(file, 'utf8').trim(),
  );
  return [`## ${name} ${version} (${license})`, ...content].join('\n\n');
}
