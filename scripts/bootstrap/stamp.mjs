import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A digest of files and whole folders, by name and content. */
export function digestOf(paths, { except = () => false } = {}) {
  const hash = createHash('sha256');
  const visit = (file) => {
    if (except(file)) return;
    const entries = readFolder(file);
    if (entries) for (const name of entries.sort()) visit(path.join(file, name));
    else if (existsSync(file)) hash.update(`${file}\0`).update(readFileSync(file));
  };
  for (const file of paths) visit(file);
  return hash.digest('hex');
}

export function stampSays(file, digest) {
  return existsSync(file) && readFileSync(file, 'utf8') === digest;
}

export function writeStamp(file, digest) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, digest);
}

function readFolder(file) {
  try {
    return readdirSync(file);
  } catch {
    return undefined;
  }
}
