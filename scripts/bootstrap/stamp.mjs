import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A digest of files and whole folders below `root`, by name and content: the same wherever the checkout lies. */
export function digestOf(root, names) {
  const hash = createHash('sha256');
  const visit = (name) => {
    const file = path.join(root, name);
    const entries = readFolder(file);
    if (entries) for (const entry of entries.sort()) visit(`${name}/${entry}`);
    else if (existsSync(file)) hash.update(`${name}\0`).update(readFileSync(file));
  };
  for (const name of names) visit(name);
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
