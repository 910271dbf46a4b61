import { crc32, inflateRawSync } from 'node:zlib';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

export type ZipFault =
  | { readonly code: 'not-a-zip' }
  | { readonly code: 'zip-damaged'; readonly name?: string }
  | { readonly code: 'zip-too-large'; readonly name?: string }
  | { readonly code: 'zip-method-unknown'; readonly name: string }
  | { readonly code: 'zip-encrypted'; readonly name: string }
  | { readonly code: 'zip-name-unsafe'; readonly name: string }
  | { readonly code: 'zip-name-twice'; readonly name: string }
  | { readonly code: 'zip-link'; readonly name: string };

/** What an archive may cost to read; a pass is far below. */
export const zipLimits = { entries: 200, fileBytes: 10 * 1024 * 1024, totalBytes: 32 * 1024 * 1024 } as const;

/**
 * Reads every file of an archive of unknown origin. Sizes are bounded before anything is unpacked, names must
 * be plain relative paths and stand once, sums must fit: what two readers could see differently is refused.
 */
export function readZip(bytes: Uint8Array): Result<ZipEntry[], ZipFault> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(archive);
  if (end === undefined) return refuse({ code: 'not-a-zip' });
  const directory = directoryOf(archive, end);
  if (!directory) return refuse({ code: 'zip-damaged' });
  const { count } = directory;
  if (count > zipLimits.entries) return refuse({ code: 'zip-too-large' });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directory.at;
  let totalBytes = 0;
  for (let i = 0; i < count; i++) {
    const listed = readListed(archive, at, end);
    if (!listed) return refuse({ code: 'zip-damaged' });
    at = listed.nextAt;
    totalBytes += listed.size;
    const fault = listedFault(listed, names, totalBytes);
    if (fault) return refuse(fault);
    names.add(foldName(listed.name));
    if (listed.name.endsWith('/')) continue;
    const content = unpack(archive, listed);
    if (!content) return refuse({ code: 'zip-damaged', name: listed.name });
    entries.push({ name: listed.name, content });
  }
  return accept(entries);
}

/**
 * Where the list of files begins, and how many it has. Writers that do not know the size beforehand say so in 64 bits,
 * also of a small archive.
 */
function directoryOf(
  archive: Buffer,
  end: number,
): { readonly count: number; readonly at: number } | undefined {
  const count = archive.readUInt16LE(end + 10);
  const at = archive.readUInt32LE(end + 16);
  if (count !== MOST_16 && at !== MOST_32) return { count, at };
  const locator = end - 20;
  if (locator < 0 || archive.readUInt32LE(locator) !== 0x07064b50) return undefined;
  const wide = wideAt(archive, locator + 8);
  if (wide === undefined || wide + 56 > locator || archive.readUInt32LE(wide) !== 0x06064b50)
    return undefined;
  const [wideCount, wideStart] = [wideAt(archive, wide + 32), wideAt(archive, wide + 48)];
  return wideCount === undefined || wideStart === undefined ? undefined : { count: wideCount, at: wideStart };
}

const MOST_16 = 0xffff;
const MOST_32 = 0xffff_ffff;

/** 64 bits, as far as a file can be long. */
function wideAt(bytes: Buffer, at: number): number | undefined {
  if (at + 8 > bytes.length) return undefined;
  const value = bytes.readBigUInt64LE(at);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

interface Listed {
  readonly name: string;
  readonly flags: number;
  readonly isLink: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly localAt: number;
  readonly nextAt: number;
}

function findEnd(archive: Buffer): number | undefined {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 0xffff); at--)
    if (archive.readUInt32LE(at) === 0x06054b50 && at + 22 + archive.readUInt16LE(at + 20) === archive.length)
      return at;
  return undefined;
}

function readListed(archive: Buffer, at: number, end: number): Listed | undefined {
  if (at + 46 > end || archive.readUInt32LE(at) !== 0x02014b50) return undefined;
  const nameBytes = archive.readUInt16LE(at + 28);
  const extraAt = at + 46 + nameBytes;
  const extraEnd = extraAt + archive.readUInt16LE(at + 30);
  const nextAt = extraEnd + archive.readUInt16LE(at + 32);
  if (nextAt > end) return undefined;
  const narrow = [24, 20, 42].map((place) => archive.readUInt32LE(at + place));
  const [size, packedSize, localAt] = widened(narrow, archive.subarray(extraAt, extraEnd));
  if (size === undefined || packedSize === undefined || localAt === undefined) return undefined;
  return {
    name: archive.toString('utf8', at + 46, extraAt),
    flags: archive.readUInt16LE(at + 8),
    isLink: isLink(archive.readUInt8(at + 5), archive.readUInt32LE(at + 38)),
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packedSize,
    size,
    localAt,
    nextAt,
  };
}

/** Those that are full in 32 bits stand in 64 behind the name, in their order. */
function widened(narrow: readonly number[], extra: Buffer): (number | undefined)[] {
  if (!narrow.includes(MOST_32)) return [...narrow];
  let wide: Buffer | undefined;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) wide = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  let at = -8;
  return narrow.map((value) => {
    if (value !== MOST_32) return value;
    at += 8;
    return wide && wideAt(wide, at);
  });
}

/** Made by Unix or macOS, with the file type of a symbolic link. */
function isLink(system: number, attributes: number): boolean {
  return (system === 3 || system === 19) && ((attributes >>> 16) & 0xf000) === 0xa000;
}

function listedFault(listed: Listed, names: ReadonlySet<string>, totalBytes: number): ZipFault | undefined {
  const { name } = listed;
  if (!isPlainPath(name)) return { code: 'zip-name-unsafe', name };
  if (names.has(foldName(name))) return { code: 'zip-name-twice', name };
  if (listed.isLink) return { code: 'zip-link', name };
  if (listed.flags & 1) return { code: 'zip-encrypted', name };
  if (listed.method !== 0 && listed.method !== 8) return { code: 'zip-method-unknown', name };
  const tooLarge = listed.size > zipLimits.fileBytes || totalBytes > zipLimits.totalBytes;
  return tooLarge ? { code: 'zip-too-large', name } : undefined;
}

function isPlainPath(name: string): boolean {
  if (name === '' || /^[/\\]|^[A-Za-z]:|\\|[\p{Cc}\uFFFD]/u.test(name)) return false;
  return name
    .replace(/\/$/, '')
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Two names that one file system keeps apart and another does not count as the same. */
function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\/$/, '');
}

function unpack(archive: Buffer, listed: Listed): Uint8Array | undefined {
  const { localAt, packedSize, size } = listed;
  if (localAt + 30 > archive.length || archive.readUInt32LE(localAt) !== 0x04034b50) return undefined;
  const nameBytes = archive.readUInt16LE(localAt + 26);
  if (archive.toString('utf8', localAt + 30, localAt + 30 + nameBytes) !== listed.name) return undefined;
  const from = localAt + 30 + nameBytes + archive.readUInt16LE(localAt + 28);
  if (from + packedSize > archive.length) return undefined;
  const content = inflate(archive.subarray(from, from + packedSize), listed.method, size);
  return content && content.length === size && crc32(content) === listed.crc ? content : undefined;
}

function inflate(packed: Buffer, method: number, size: number): Uint8Array | undefined {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
