/** What certificates are written from: plain values, maps for number keys, bytes. */
export type CborSource =
  | number
  | string
  | Uint8Array
  | readonly CborSource[]
  | ReadonlyMap<number, CborSource>
  | { readonly [key: string]: CborSource };

/** Writes deterministic CBOR: definite lengths, shortest integers, keys in the order given. */
export function writeCbor(value: CborSource): Uint8Array {
  const parts: Uint8Array[] = [];
  write(value, parts);
  return Buffer.concat(parts);
}

/** The first bytes of an item: its major type and its length or number. */
export function cborHead(major: number, argument: number): Uint8Array {
  const type = major << 5;
  if (argument < 24) return Uint8Array.of(type | argument);
  if (argument < 0x100) return Uint8Array.of(type | 24, argument);
  if (argument < 0x10000) return Uint8Array.of(type | 25, argument >> 8, argument & 0xff);
  const head = Buffer.alloc(argument <= 0xffffffff ? 5 : 9);
  head[0] = type | (head.length === 5 ? 26 : 27);
  if (head.length === 5) head.writeUInt32BE(argument, 1);
  else head.writeBigUInt64BE(BigInt(argument), 1);
  return head;
}

function write(value: CborSource, parts: Uint8Array[]): void {
  if (typeof value === 'number') writeInteger(value, parts);
  else if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8');
    parts.push(cborHead(3, text.length), text);
  } else if (value instanceof Uint8Array) parts.push(cborHead(2, value.length), value);
  else if (Array.isArray(value)) {
    parts.push(cborHead(4, value.length));
    for (const item of value) write(item, parts);
  } else {
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    parts.push(cborHead(5, entries.length));
    for (const [key, item] of entries) {
      write(key, parts);
      write(item, parts);
    }
  }
}

function writeInteger(value: number, parts: Uint8Array[]): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`A certificate holds whole numbers, not ${value}.`);
  parts.push(value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
}
