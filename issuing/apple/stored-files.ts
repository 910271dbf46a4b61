import type { ZipBlock } from './zip-record.ts';

/**
 * The files that `zipAfter` put behind a block, read back from the directory: stored, never packed. Far quicker than
 * `readZip`, which expects the worst of an archive; `undefined` for anything but what fits behind that very block.
 */
export function storedFiles(archive: Buffer, block: ZipBlock): Map<string, Buffer> | undefined {
  const startsAt = block.local.length;
  const end = archive.length - 22;
  if (end < 0 || archive.readUInt32LE(end) !== 0x06054b50) return undefined;
  const count = archive.readUInt16LE(end + 10) - block.count;
  const directoryAt = archive.readUInt32LE(end + 16) - startsAt;
  if (directoryAt < 0 || !holds(archive, directoryAt, block.central)) return undefined;
  const files = new Map<string, Buffer>();
  let at = directoryAt + block.central.length;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || archive.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameBytes = archive.readUInt16LE(at + 28);
    const size = archive.readUInt32LE(at + 24);
    const from = archive.readUInt32LE(at + 42) - startsAt + 30 + nameBytes;
    if (!isStoredAt(archive, at, from - nameBytes, nameBytes) || from + size > end) return undefined;
    files.set(archive.toString('latin1', at + 46, at + 46 + nameBytes), archive.subarray(from, from + size));
    at += 46 + nameBytes;
  }
  return at === end && files.size === count ? files : undefined;
}

function holds(archive: Buffer, at: number, part: Buffer): boolean {
  return at + part.length <= archive.length && part.compare(archive, at, at + part.length) === 0;
}

/** Whether local header and directory say the same of the file: 26 bytes and the name. */
function isStoredAt(archive: Buffer, centralAt: number, localNameAt: number, nameBytes: number): boolean {
  return (
    localNameAt >= 30 &&
    archive.readUInt16LE(centralAt + 10) === 0 &&
    archive.compare(archive, centralAt + 6, centralAt + 32, localNameAt - 26, localNameAt) === 0 &&
    archive.compare(
      archive,
      centralAt + 46,
      centralAt + 46 + nameBytes,
      localNameAt,
      localNameAt + nameBytes,
    ) === 0
  );
}
