/**
 * The alphabet of everything that is scanned or typed from a pass. No I and O (read as 1 and 0), no Y and Z
 * (swapped between keyboard layouts); the order is the value, 0 to 31.
 */
export const symbols = '0123456789ABCDEFGHJKLMNPQRSTUVWX';

/** The value 0 to 31 of one upper-case symbol. */
export function symbolValue(symbol: string): number | undefined {
  const value = symbol.length === 1 ? valueOfCode[symbol.charCodeAt(0)] : undefined;
  return value === foreign ? undefined : value;
}

/** Five bits a symbol, most significant first; the last symbol is filled with zero bits. */
export function bytesToSymbols(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let pendingBits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= 5) {
      pendingBits -= 5;
      text += symbols.charAt((pending >> pendingBits) & 31);
    }
    pending &= (1 << pendingBits) - 1;
  }
  return pendingBits === 0 ? text : text + symbols.charAt((pending << (5 - pendingBits)) & 31);
}

/** The bytes again; `undefined` where a symbol is foreign or a fill bit is not zero: each content has one text. */
export function symbolsToBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let length = 0;
  let pending = 0;
  let pendingBits = 0;
  for (let i = 0; i < text.length; i++) {
    const value = valueOfCode[text.charCodeAt(i)] ?? foreign;
    if (value === foreign) return undefined;
    pending = (pending << 5) | value;
    pendingBits += 5;
    if (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[length++] = (pending >> pendingBits) & 255;
      pending &= (1 << pendingBits) - 1;
    }
  }
  return pending === 0 ? bytes : undefined;
}

const foreign = 255;
const valueOfCode = new Uint8Array(128).fill(foreign);
for (let value = 0; value < symbols.length; value++) valueOfCode[symbols.charCodeAt(value)] = value;
