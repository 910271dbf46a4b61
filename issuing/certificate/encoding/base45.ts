import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';

const symbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const valueOfSymbol = new Int8Array(128).fill(-1);
for (let i = 0; i < symbols.length; i++) valueOfSymbol[symbols.charCodeAt(i)] = i;

export type Base45Refusal = 'base45-character' | 'base45-length' | 'base45-overflow';

/** Base45 of RFC 9285: two bytes in three symbols, a last single byte in two. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  for (; at + 1 < bytes.length; at += 2) {
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    text += symbolAt(pair % 45) + symbolAt(Math.floor(pair / 45) % 45) + symbolAt(Math.floor(pair / 2025));
  }
  if (at < bytes.length) {
    const last = bytes[at] ?? 0;
    text += symbolAt(last % 45) + symbolAt(Math.floor(last / 45));
  }
  return text;
}

/** Strict: small letters, lengths that no encoder makes and groups above their bytes are refused. */
export function decodeBase45(text: string): Result<Uint8Array, Base45Refusal> {
  const rest = text.length % 3;
  if (rest === 1) return refuse('base45-length');
  const bytes = new Uint8Array(((text.length - rest) / 3) * 2 + rest / 2);
  let filled = 0;
  for (let at = 0; at < text.length; at += 3) {
    const isPair = at + 2 < text.length;
    const low = symbolValue(text, at);
    const middle = symbolValue(text, at + 1);
    const high = isPair ? symbolValue(text, at + 2) : 0;
    if (low < 0 || middle < 0 || high < 0) return refuse('base45-character');
    const value = low + middle * 45 + high * 2025;
    if (value > (isPair ? 0xffff : 0xff)) return refuse('base45-overflow');
    if (isPair) bytes[filled++] = value >> 8;
    bytes[filled++] = value & 0xff;
  }
  return accept(bytes);
}

function symbolAt(value: number): string {
  return symbols.charAt(value);
}

function symbolValue(text: string, at: number): number {
  return valueOfSymbol[text.charCodeAt(at)] ?? -1;
}
