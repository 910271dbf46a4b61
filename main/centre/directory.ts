import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a data directory says of itself in clear: nothing secret, nobody's name. */
export interface DirectoryLabel {
  readonly format: 1;
  readonly mode: 'trial' | 'live';
  /** Tells a wrong key from a damaged file, and tells nothing about the key. */
  readonly keyCheck: string;
}

export function databaseFile(dir: string): string {
  return path.join(dir, 'station.db');
}

export function readLabel(dir: string): DirectoryLabel | undefined {
  const file = labelFile(dir);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DirectoryLabel;
  } catch {
    return undefined; // a torn label is made again once the key has opened the database
  }
}

export function writeLabel(dir: string, label: DirectoryLabel): void {
  writeFileSync(labelFile(dir), `${JSON.stringify(label, undefined, 2)}\n`, { mode: 0o600 });
}

export function keyCheckOf(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update('station.json key check')
    .digest('hex')
    .slice(0, 32);
}

export function keyFits(label: DirectoryLabel, key: string): boolean {
  const [expected, actual] = [Buffer.from(label.keyCheck), Buffer.from(keyCheckOf(key))];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function labelFile(dir: string): string {
  return path.join(dir, 'station.json');
}
