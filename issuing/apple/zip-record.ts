import { crc32, deflateRawSync } from 'node:zlib';

/**
 * One file of a zip: made once for what never changes. Our own writer, because the libraries read, sum and copy
 * every image again for each archive, which costs more than the signature.
 */
export interface ZipRecord {
  readonly headers: ZipHeaders;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

interface ZipHeaders {
  readonly name: string;
  readonly local: Buffer;
  readonly central: Buffer;
}

/** The headers are kept for each name: the archives of this product have few, and always the same. */
export function zipRecord(
  name: string,
  content: Uint8Array,
  method: 'store' | 'deflate' = 'store',
): ZipRecord {
  return {
    headers: headersOf(name, method),
    packed: method === 'deflate' ? deflateRawSync(content) : content,
    size: content.length,
    crc: crc32(content),
  };
}

/** Files that many archives begin with, as they lie in each of them. */
export interface ZipBlock {
  readonly local: Buffer;
  readonly central: Buffer;
  readonly count: number;
}

export function zipBlock(records: readonly ZipRecord[]): ZipBlock {
  const archive = zipOf(records);
  const directoryAt = archive.readUInt32LE(archive.length - endBytes + 16);
  return {
    local: archive.subarray(0, directoryAt),
    central: archive.subarray(directoryAt, archive.length - endBytes),
    count: records.length,
  };
}

const emptyBlock: ZipBlock = { local: Buffer.alloc(0), central: Buffer.alloc(0), count: 0 };

/** The archive of these records, in their order. */
export function zipOf(records: readonly ZipRecord[]): Buffer {
  return zipAfter(emptyBlock, records);
}

/** The same behind a block that the archive begins with: all of it but the block's own bytes. */
export function zipAfter(block: ZipBlock, records: readonly ZipRecord[]): Buffer {
  const startsAt = block.local.length;
  let localBytes = 0;
  let centralBytes = block.central.length;
  for (const { headers, packed } of records) {
    localBytes += headers.local.length + packed.length;
    centralBytes += headers.central.length;
  }
  const archive = Buffer.allocUnsafe(localBytes + centralBytes + endBytes);
  archive.set(block.central, localBytes);
  let at = 0;
  let directoryAt = localBytes + block.central.length;
  for (const record of records) {
    const { local, central } = record.headers;
    archive.set(central, directoryAt);
    writeSizes(archive, directoryAt + 16, record);
    archive.writeUInt32LE(startsAt + at, directoryAt + 42);
    archive.set(local, at);
    writeSizes(archive, at + 14, record);
    archive.set(record.packed, at + local.length);
    at += local.length + record.packed.length;
    directoryAt += central.length;
  }
  writeEnd(archive, directoryAt, block.count + records.length, centralBytes, startsAt + localBytes);
  return archive;
}

const localHeaderBytes = 30;
const centralHeaderBytes = 46;
const endBytes = 22;

/** Always 1 January 2020: the clock has no business in a file whose bytes are compared. */
const dosDate = ((2020 - 1980) << 9) | (1 << 5) | 1;
const utf8Names = 0x0800;

const keptHeaders = {
  store: new Map<string, ZipHeaders>(),
  deflate: new Map<string, ZipHeaders>(),
};
const keptLimit = 1000;

function headersOf(name: string, method: 'store' | 'deflate'): ZipHeaders {
  const kept = keptHeaders[method];
  let headers = kept.get(name);
  if (!headers) {
    headers = makeHeaders(name, method);
    if (kept.size < keptLimit) kept.set(name, headers);
  }
  return headers;
}

/** Both headers without sums, sizes and offset. */
function makeHeaders(name: string, method: 'store' | 'deflate'): ZipHeaders {
  const nameBytes = Buffer.from(name);
  const local = Buffer.alloc(localHeaderBytes + nameBytes.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(utf8Names, 6);
  local.writeUInt16LE(method === 'store' ? 0 : 8, 8);
  local.writeUInt16LE(dosDate, 12);
  local.writeUInt16LE(nameBytes.length, 26);
  local.set(nameBytes, localHeaderBytes);
  const central = Buffer.alloc(centralHeaderBytes + nameBytes.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  local.copy(central, 6, 4, localHeaderBytes);
  central.set(nameBytes, centralHeaderBytes);
  return { name, local, central };
}

function writeSizes(archive: Buffer, at: number, { crc, packed, size }: ZipRecord): void {
  archive.writeUInt32LE(crc, at);
  archive.writeUInt32LE(packed.length, at + 4);
  archive.writeUInt32LE(size, at + 8);
}

function writeEnd(
  archive: Buffer,
  at: number,
  count: number,
  directoryBytes: number,
  directoryAt: number,
): void {
  archive.writeUInt32LE(0x06054b50, at);
  archive.writeUInt32LE(0, at + 4);
  archive.writeUInt16LE(count, at + 8);
  archive.writeUInt16LE(count, at + 10);
  archive.writeUInt32LE(directoryBytes, at + 12);
  archive.writeUInt32LE(directoryAt, at + 16);
  archive.writeUInt16LE(0, at + 20);
}
