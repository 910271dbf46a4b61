import type { ZipBlock, ZipRecord } from './zip-record.ts';

/**
 * Whether what `zipAfter` wrote behind a block is just these records, in this order: every byte of directory, headers
 * and contents is read back. Far quicker than `readZip`, which expects the worst of an archive.
 */
export function holdsRecords(archive: Buffer, block: ZipBlock, records: readonly ZipRecord[]): boolean {
  const startsAt = block.local.length;
  const end = archive.length - 22;
  const count = block.count + records.length;
  const directoryAt = end < 0 ? -1 : archive.readUInt32LE(end + 16) - startsAt;
  if (directoryAt < 0 || directoryAt > end || !isEndAt(archive, end, count, end - directoryAt)) return false;
  if (!isAt(archive, directoryAt, block.central, 0, block.central.length)) return false;
  let at = directoryAt + block.central.length;
  let localAt = 0;
  for (const record of records) {
    const { central, local } = record.headers;
    if (at + central.length > end || archive.readUInt32LE(at + 42) !== startsAt + localAt) return false;
    if (!isEntryAt(archive, at, record) || !isFileAt(archive, localAt, record)) return false;
    at += central.length;
    localAt += local.length + record.packed.length;
  }
  return at === end && localAt === directoryAt;
}

function isEndAt(archive: Buffer, at: number, count: number, directoryBytes: number): boolean {
  return (
    archive.readUInt32LE(at) === 0x06054b50 &&
    archive.readUInt32LE(at + 4) === 0 &&
    archive.readUInt16LE(at + 8) === count &&
    archive.readUInt16LE(at + 10) === count &&
    archive.readUInt32LE(at + 12) === directoryBytes &&
    archive.readUInt16LE(at + 20) === 0
  );
}

function isEntryAt(archive: Buffer, at: number, record: ZipRecord): boolean {
  const { central } = record.headers;
  return (
    isAt(archive, at, central, 0, 16) &&
    areSumsAt(archive, at + 16, record) &&
    isAt(archive, at + 28, central, 28, 42) &&
    isAt(archive, at + 46, central, 46, central.length)
  );
}

function isFileAt(archive: Buffer, at: number, record: ZipRecord): boolean {
  const { headers, packed } = record;
  const { local } = headers;
  return (
    at + local.length + packed.length <= archive.length &&
    isAt(archive, at, local, 0, 14) &&
    areSumsAt(archive, at + 14, record) &&
    isAt(archive, at + 26, local, 26, local.length) &&
    isAt(archive, at + local.length, packed, 0, packed.length)
  );
}

function areSumsAt(archive: Buffer, at: number, { crc, packed, size }: ZipRecord): boolean {
  return (
    archive.readUInt32LE(at) === crc &&
    archive.readUInt32LE(at + 4) === packed.length &&
    archive.readUInt32LE(at + 8) === size
  );
}

/** Whether the bytes of `part` between the two places lie there. */
function isAt(archive: Buffer, at: number, part: Uint8Array, from: number, to: number): boolean {
  const end = at + to - from;
  if (end > archive.length) return false;
  if (to - from > fewBytes) return archive.compare(part, from, to, at, end) === 0;
  for (let i = from; i < to; i++) if (archive[at + i - from] !== part[i]) return false;
  return true;
}

/** Up to here a loop is quicker than the call of a comparison: headers, not files. */
const fewBytes = 80;
