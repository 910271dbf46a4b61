import { crc32, deflateRawSync } from 'node:zlib';

/**
 * One file of a zip, ready to be copied: made once for what never changes. Our own writer, because the
 * libraries read, sum and copy every image again for each archive, which costs more than the signature.
 */
export interface ZipRecord {
  readonly name: string;
  /** Local header and the file's bytes. */
  readonly local: Buffer;
  /** Entry of the central directory; its offset is filled in by `zipOf`. */
  readonly central: Buffer;
}

export function zipRecord(
  name: string,
  content: Uint8Array,
  method: 'store' | 'deflate' = 'store',
): ZipRecord {
  const packed = method === 'deflate' ? deflateRawSync(content) : content;
  const nameLength = Buffer.byteLength(name);
  const local = Buffer.allocUnsafe(localHeaderBytes + nameLength + packed.length);
  local.writeUInt32LE(0x04034b50, 0);
  writeShared(local, 4, content, packed.length, nameLength, method);
  local.write(name, localHeaderBytes);
  local.set(packed, localHeaderBytes + nameLength);
  const central = Buffer.alloc(centralHeaderBytes + nameLength);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  local.copy(central, 6, 4, localHeaderBytes);
  central.write(name, centralHeaderBytes);
  return { name, local, central };
}

/** The archive of these records, in their order. */
export function zipOf(records: readonly ZipRecord[]): Buffer {
  let localBytes = 0;
  let centralBytes = 0;
  for (const { local, central } of records) {
    localBytes += local.length;
    centralBytes += central.length;
  }
  const archive = Buffer.allocUnsafe(localBytes + centralBytes + endBytes);
  let at = 0;
  let directoryAt = localBytes;
  for (const { local, central } of records) {
    archive.set(local, at);
    archive.set(central, directoryAt);
    archive.writeUInt32LE(at, directoryAt + 42);
    at += local.length;
    directoryAt += central.length;
  }
  archive.writeUInt32LE(0x06054b50, directoryAt);
  archive.writeUInt32LE(0, directoryAt + 4);
  archive.writeUInt16LE(records.length, directoryAt + 8);
  archive.writeUInt16LE(records.length, directoryAt + 10);
  archive.writeUInt32LE(centralBytes, directoryAt + 12);
  archive.writeUInt32LE(localBytes, directoryAt + 16);
  archive.writeUInt16LE(0, directoryAt + 20);
  return archive;
}

const localHeaderBytes = 30;
const centralHeaderBytes = 46;
const endBytes = 22;

/** Always 1 January 2020: the clock has no business in a file whose bytes are compared and cached. */
const dosDate = ((2020 - 1980) << 9) | (1 << 5) | 1;
const utf8Names = 0x0800;

/** The 26 bytes that local header and central entry have in common, from 'version needed' to the lengths. */
function writeShared(
  target: Buffer,
  at: number,
  content: Uint8Array,
  packedBytes: number,
  nameBytes: number,
  method: 'store' | 'deflate',
): void {
  target.writeUInt16LE(20, at);
  target.writeUInt16LE(utf8Names, at + 2);
  target.writeUInt16LE(method === 'store' ? 0 : 8, at + 4);
  target.writeUInt16LE(0, at + 6);
  target.writeUInt16LE(dosDate, at + 8);
  target.writeUInt32LE(crc32(content), at + 10);
  target.writeUInt32LE(packedBytes, at + 14);
  target.writeUInt32LE(content.length, at + 18);
  target.writeUInt16LE(nameBytes, at + 22);
  target.writeUInt16LE(0, at + 24);
}
