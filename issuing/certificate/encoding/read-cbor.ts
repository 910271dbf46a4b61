import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';

/**
 * A CBOR value as this reader gives it: maps stay maps, because certificates mix number and text keys. Integers
 * beyond the safe range are bigints.
 */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly CborValue[]
  | CborMap
  | CborTag;
export type CborMap = ReadonlyMap<CborValue, CborValue>;

export class CborTag {
  readonly tag: number | bigint;
  readonly content: CborValue;
  constructor(tag: number | bigint, content: CborValue) {
    this.tag = tag;
    this.content = content;
  }
}

export type CborRefusal =
  | 'cbor-truncated'
  | 'cbor-trailing-bytes'
  | 'cbor-malformed'
  | 'cbor-text-encoding'
  | 'cbor-duplicate-key'
  | 'cbor-too-deep'
  | 'cbor-too-many-items';

const maximumDepth = 16;
const maximumItems = 4096;

/**
 * Reads exactly one CBOR item (RFC 8949), of definite or indefinite length, in any width of integers. By hand,
 * because a code is hostile input: depth, count, duplicate keys and bytes left over are refused on the way, at a
 * fraction of a general decoder's time.
 */
export function readCbor(bytes: Uint8Array): Result<CborValue, CborRefusal> {
  const reader = new Reader(bytes);
  try {
    const value = reader.item(0);
    return reader.isAtEnd ? accept(value) : refuse('cbor-trailing-bytes');
  } catch (error) {
    if (error instanceof CborFault) return refuse(error.reason);
    throw error;
  }
}

/** Leaves the recursion at once; never leaves this file. */
class CborFault extends Error {
  readonly reason: CborRefusal;
  constructor(reason: CborRefusal) {
    super(reason);
    this.reason = reason;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const breakCode = Symbol('break');

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #items = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  item(depth: number): CborValue {
    const value = this.#itemOrBreak(depth);
    if (value === breakCode) throw new CborFault('cbor-malformed');
    return value;
  }

  #itemOrBreak(depth: number): CborValue | typeof breakCode {
    if (depth > maximumDepth) throw new CborFault('cbor-too-deep');
    if (++this.#items > maximumItems) throw new CborFault('cbor-too-many-items');
    const initial = this.#take(1)[0] ?? 0;
    const info = initial & 0x1f;
    if (initial === 0xff) return breakCode;
    switch (initial >> 5) {
      case 0:
        return this.#argument(info);
      case 1:
        return negated(this.#argument(info));
      case 2:
        return info === 31 ? Buffer.concat(this.#chunks(2)) : this.#take(this.#length(info));
      case 3:
        return info === 31 ? this.#chunks(3).map(textOf).join('') : textOf(this.#take(this.#length(info)));
      case 4:
        return this.#list(info, depth);
      case 5:
        return this.#map(info, depth);
      case 6:
        return new CborTag(this.#argument(info), this.item(depth + 1));
      default:
        return this.#simple(info);
    }
  }

  #list(info: number, depth: number): CborValue[] {
    const values: CborValue[] = [];
    const length = info === 31 ? Number.POSITIVE_INFINITY : this.#length(info);
    while (values.length < length) {
      const value = this.#itemOrBreak(depth + 1);
      if (value === breakCode) {
        if (info !== 31) throw new CborFault('cbor-malformed');
        break;
      }
      values.push(value);
    }
    return values;
  }

  #map(info: number, depth: number): CborMap {
    const map = new Map<CborValue, CborValue>();
    const length = info === 31 ? Number.POSITIVE_INFINITY : this.#length(info);
    while (map.size < length) {
      const key = this.#itemOrBreak(depth + 1);
      if (key === breakCode) {
        if (info !== 31) throw new CborFault('cbor-malformed');
        break;
      }
      if (typeof key === 'object' && key !== null) throw new CborFault('cbor-malformed');
      if (map.has(key)) throw new CborFault('cbor-duplicate-key');
      map.set(key, this.item(depth + 1));
    }
    return map;
  }

  #chunks(major: number): Uint8Array[] {
    const chunks: Uint8Array[] = [];
    for (;;) {
      if (++this.#items > maximumItems) throw new CborFault('cbor-too-many-items');
      const initial = this.#take(1)[0] ?? 0;
      if (initial === 0xff) return chunks;
      if (initial >> 5 !== major || (initial & 0x1f) === 31) throw new CborFault('cbor-malformed');
      chunks.push(this.#take(this.#length(initial & 0x1f)));
    }
  }

  #simple(info: number): CborValue {
    switch (info) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
        return null;
      case 23:
        return undefined;
      case 25:
        return halfOf(this.#view.getUint16(this.#skip(2)));
      case 26:
        return this.#view.getFloat32(this.#skip(4));
      case 27:
        return this.#view.getFloat64(this.#skip(8));
      default:
        throw new CborFault('cbor-malformed');
    }
  }

  #argument(info: number): number | bigint {
    if (info < 24) return info;
    if (info === 24) return this.#view.getUint8(this.#skip(1));
    if (info === 25) return this.#view.getUint16(this.#skip(2));
    if (info === 26) return this.#view.getUint32(this.#skip(4));
    if (info !== 27) throw new CborFault('cbor-malformed');
    const wide = this.#view.getBigUint64(this.#skip(8));
    return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide;
  }

  /** A length is believed only as far as there are bytes: each item takes at least one. */
  #length(info: number): number {
    const length = this.#argument(info);
    if (length > this.#bytes.length - this.#at) throw new CborFault('cbor-truncated');
    return Number(length);
  }

  #take(count: number): Uint8Array {
    const start = this.#skip(count);
    return this.#bytes.subarray(start, start + count);
  }

  #skip(count: number): number {
    const start = this.#at;
    if (start + count > this.#bytes.length) throw new CborFault('cbor-truncated');
    this.#at = start + count;
    return start;
  }
}

function negated(value: number | bigint): number | bigint {
  return typeof value === 'bigint' ? -1n - value : -1 - value;
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new CborFault('cbor-text-encoding');
  }
}

function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
