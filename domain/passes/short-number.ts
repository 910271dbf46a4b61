import type { PassId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { bytesToSymbols, symbols, symbolsToBytes, symbolValue } from './symbols32.ts';

/** Nine symbols of the pass id and a check symbol, for people who read or type a pass: `4F2K-9TB-30X`. */
export function shortNumberOf(passId: PassId): string {
  const bytes = new Uint8Array(6);
  for (let i = 0; i < 6; i++) bytes[i] = Number.parseInt(passId.slice(2 * i, 2 * i + 2), 16);
  const body = bytesToSymbols(bytes).slice(0, bodySymbols);
  return grouped(body + checkSymbol(body));
}

export type ShortNumberRefusal = 'length-wrong' | 'symbol-foreign' | 'check-symbol-wrong';

/**
 * The number in its one written form, whatever way it was typed: small letters, no hyphens, the letters O and
 * I for 0 and 1. Any one wrong symbol and any two swapped ones are found by the check symbol.
 */
export function parseShortNumber(typed: string): Result<string, ShortNumberRefusal> {
  const text = typed
    .replace(/[\s\-–—]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/I/g, '1');
  if (text.length !== bodySymbols + 1) return refuse('length-wrong');
  if ([...text].some((symbol) => symbolValue(symbol) === undefined)) return refuse('symbol-foreign');
  const body = text.slice(0, bodySymbols);
  return checkSymbol(body) === text.charAt(bodySymbols)
    ? accept(grouped(text))
    : refuse('check-symbol-wrong');
}

/** The first 10 hex digits of every pass id that has this (well-formed) number: what a look-up goes by. */
export function passIdPrefixOf(shortNumber: string): string {
  const bytes = symbolsToBytes(shortNumber.replaceAll('-', '').slice(0, 8)) ?? new Uint8Array();
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}

const bodySymbols = 9;

function grouped(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4, 7)}-${text.slice(7)}`;
}

/** Weighted by powers of 2 in the field of 32 elements: each place has its own weight, so swaps show too. */
function checkSymbol(body: string): string {
  let sum = 0;
  for (const symbol of body) sum = doubled(sum ^ (symbolValue(symbol) ?? 0));
  return symbols.charAt(sum);
}

/** Times x modulo x^5 + x^2 + 1. */
function doubled(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
