import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasWitness, witnessFiles } from './witness-file.ts';
import { writeKeptFile } from './write-kept-file.ts';

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

/**
 * Whether something of a station lies here, but not its database: creating a centre there would bury what was lost.
 * A key that was made for a centre which is yet to be created is not taken for one.
 */
export function storeIsMissing(dir: string, mode: 'trial' | 'live'): boolean {
  const file = databaseFile(dir);
  if (existsSync(file) && statSync(file).size > 0) return false;
  const [inside, beside] = witnessFiles(dir);
  // Whoever removes a trial as a whole begins a new one; a live centre is not begun anew where one is known.
  if (mode === 'live' && hasWitness(beside)) return true;
  if (existsSync(creationMark(dir))) return false;
  const traces = [labelFile(dir), `${file}-wal`, inside];
  if (traces.some((trace) => existsSync(trace))) return true;
  return existsSync(file) || keyFiles(dir).some((key) => existsSync(key));
}

/** Marks that what lies here is new: its centre is about to be created. */
export function markCreation(dir: string): void {
  writeFileSync(creationMark(dir), '', { mode: 0o600 });
}

export function endCreation(dir: string): void {
  rmSync(creationMark(dir), { force: true });
}

export function keyFiles(dir: string): readonly [clear: string, wrapped: string] {
  return [path.join(dir, 'station.key'), path.join(dir, 'station.key.wrapped')];
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
  writeKeptFile(labelFile(dir), `${JSON.stringify(label, undefined, 2)}\n`);
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

function creationMark(dir: string): string {
  return path.join(dir, 'station.founding');
}

function labelFile(dir: string): string {
  return path.join(dir, 'station.json');
}
