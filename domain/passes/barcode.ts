import type { PassId } from '../kernel/ids.ts';
import { dateOfDayNumber, dayNumber, type PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { bytesToSymbols, symbolsToBytes } from './symbols32.ts';

/** The only version of the content so far. */
export const barcodeVersion = 1;

/**
 * 26 bytes: 1 version and key | 10 pass id | 1 doses, 2 day of the last | 4 identity check | 8 tag. No dose on the
 * last day there is stands for a dose state that is not told.
 */
export const barcodeBytes = 26;
export const barcodeSymbols = 42;

/** What the tag covers: everything in front of it. */
export const taggedBytes = 18;

/** What a pass says about itself, readable without a network. `keyId` 0 to 15 names the key of the tag. */
export interface BarcodeClaims {
  readonly version: number;
  readonly keyId: number;
  readonly passId: PassId;
  /** Absent where the barcode lies with somebody who is not to know: it is not told then, and no day either. */
  readonly doseCount?: number;
  readonly lastDoseOn?: PlainDate;
  /** First 4 bytes of an HMAC over the holder's name and birth date. */
  readonly identityCheck: Uint8Array;
}

export interface BarcodeContent extends BarcodeClaims {
  /** First 8 bytes of an HMAC over everything else. */
  readonly tag: Uint8Array;
}

export type ClaimsRefusal =
  | 'version-unknown'
  | 'key-id-out-of-range'
  | 'pass-id-malformed'
  | 'dose-count-out-of-range'
  | 'last-dose-missing'
  | 'last-dose-without-dose'
  | 'last-dose-out-of-range'
  | 'identity-check-malformed';

export type BarcodeRefusal = 'length-wrong' | 'symbol-foreign' | 'version-unknown' | 'dose-state-malformed';

/** The 18 bytes that the tag is made over. Days count from 2020-01-01, the last that fits is 2199-06-06. */
export function encodeClaims(claims: BarcodeClaims): Result<Uint8Array, ClaimsRefusal> {
  const refusal = claimsRefusal(claims);
  if (refusal) return refuse(refusal);
  const bytes = new Uint8Array(taggedBytes);
  bytes[0] = (claims.version << 4) | claims.keyId;
  for (let i = 0; i < 10; i++) bytes[1 + i] = Number.parseInt(claims.passId.slice(2 * i, 2 * i + 2), 16);
  const day = claims.doseCount === undefined ? untoldDay : daysOf(claims.lastDoseOn);
  bytes[11] = claims.doseCount ?? 0;
  bytes[12] = day >> 8;
  bytes[13] = day & 255;
  bytes.set(claims.identityCheck, 14);
  return accept(bytes);
}

/** The 42 symbols of claims (from `encodeClaims`) and their tag of 8 bytes. */
export function barcodeText(claims: Uint8Array, tag: Uint8Array): string {
  const bytes = new Uint8Array(barcodeBytes);
  bytes.set(claims.subarray(0, taggedBytes));
  bytes.set(tag.subarray(0, barcodeBytes - taggedBytes), taggedBytes);
  return bytesToSymbols(bytes);
}

export function encodeBarcode(content: BarcodeContent): Result<string, ClaimsRefusal> {
  const claims = encodeClaims(content);
  return claims.ok ? accept(barcodeText(claims.value, content.tag)) : claims;
}

/** Whether a text can be a pass at all, by length and symbols. Small letters count: caps lock may be off. */
export function looksLikeBarcode(text: string): boolean {
  return /^[0-9A-HJ-NP-Xa-hj-np-x]{42}$/.test(text);
}

/** Reads a pass. The tag is not checked here: whoever holds the keys does that over `bytes`. */
export function parseBarcode(
  text: string,
): Result<BarcodeContent & { readonly bytes: Uint8Array }, BarcodeRefusal> {
  if (text.length !== barcodeSymbols) return refuse('length-wrong');
  const bytes = looksLikeBarcode(text) ? symbolsToBytes(text.toUpperCase()) : undefined;
  if (!bytes) return refuse('symbol-foreign');
  const [first = 0, doseCount = 0, high = 0, low = 0] = [bytes[0], bytes[11], bytes[12], bytes[13]];
  if (first >> 4 !== barcodeVersion) return refuse('version-unknown');
  const day = (high << 8) | low;
  const isUntold = doseCount === 0 && day === untoldDay;
  if (doseCount === 0 && day !== 0 && !isUntold) return refuse('dose-state-malformed');
  return accept({
    version: first >> 4,
    keyId: first & 15,
    passId: hexOf(bytes.subarray(1, 11)) as PassId,
    ...(isUntold ? {} : { doseCount }),
    ...(doseCount === 0 ? {} : { lastDoseOn: dateOfDayNumber(firstDay + day) }),
    identityCheck: bytes.slice(14, 18),
    tag: bytes.slice(taggedBytes),
    bytes,
  });
}

const firstDay = dayNumber('2020-01-01' as PlainDate);
const untoldDay = 0xffff;

function daysOf(lastDoseOn: PlainDate | undefined): number {
  return lastDoseOn === undefined ? 0 : dayNumber(lastDoseOn) - firstDay;
}

function claimsRefusal(claims: BarcodeClaims): ClaimsRefusal | undefined {
  if (claims.version !== barcodeVersion) return 'version-unknown';
  if (!isWholeUpTo(claims.keyId, 15)) return 'key-id-out-of-range';
  if (!/^[0-9A-F]{20}$/.test(claims.passId)) return 'pass-id-malformed';
  if (!isWholeUpTo(claims.doseCount ?? 0, 255)) return 'dose-count-out-of-range';
  if (claims.identityCheck.length !== 4) return 'identity-check-malformed';
  if (claims.lastDoseOn === undefined) return claims.doseCount ? 'last-dose-missing' : undefined;
  if (!claims.doseCount) return 'last-dose-without-dose';
  return isWholeUpTo(dayNumber(claims.lastDoseOn) - firstDay, 0xffff) ? undefined : 'last-dose-out-of-range';
}

function isWholeUpTo(value: number, highest: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= highest;
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (let at = 0; at < bytes.length; at++) hex += hexOfByte[bytes[at] ?? 0];
  return hex;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
