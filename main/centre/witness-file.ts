import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeKeptFile } from './write-kept-file.ts';

/** How far the log of a station came, kept outside of its database: a database that is put back cannot take it along. */
export interface Witness {
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  /** The hash of that event, as hex. */
  readonly hash: string;
}

/** One lies among the files of the station, one beside their directory: the whole directory may be put back, too. */
export function witnessFiles(dir: string): readonly [inside: string, beside: string] {
  return [path.join(dir, 'station.witness'), `${path.resolve(dir)}.witness`];
}

export function hasWitness(file: string): boolean {
  return existsSync(file);
}

/** The witnesses of a directory that were written with this key; anything else says nothing. */
export function readWitnesses(dir: string, key: string): Witness[] {
  return witnessFiles(dir).flatMap((file) => readWitness(file, key) ?? []);
}

/**
 * Both places; the one beside the directory only where that can be written.
 * @throws what the file system says about the one inside.
 */
export function writeWitness(dir: string, key: string, witness: Witness): void {
  const text = `${JSON.stringify({ ...witness, mac: macOf(witness, key) })}\n`;
  const [inside, beside] = witnessFiles(dir);
  writeKeptFile(inside, text);
  try {
    writeKeptFile(beside, text);
  } catch {
    // a directory of its own medium: the one inside still tells a lost journal and a shortened log
  }
}

function readWitness(file: string, key: string): Witness | undefined {
  try {
    const { mac, ...witness } = JSON.parse(readFileSync(file, 'utf8')) as Witness & { mac: string };
    const [said, right] = [Buffer.from(mac, 'hex'), Buffer.from(macOf(witness, key), 'hex')];
    return said.length === right.length && timingSafeEqual(said, right) ? witness : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody without the key of the database can write a witness that is believed. */
function macOf({ station, epoch, seq, hash }: Witness, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(JSON.stringify(['station.witness', station, epoch, seq, hash]))
    .digest('hex');
}
