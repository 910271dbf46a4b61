import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { PassId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import {
  type BarcodeContent,
  type BarcodeRefusal,
  barcodeText,
  barcodeVersion,
  type ClaimsRefusal,
  encodeClaims,
  parseBarcode,
  taggedBytes,
} from '../../domain/passes/barcode.ts';
import { type Identity, identityText } from '../../domain/passes/identity-text.ts';

/** A pass key of the network: `keyId` 0 to 15, `secret` 32 random bytes. */
export interface PassKey {
  readonly keyId: number;
  readonly secret: Uint8Array;
}

export interface PassBarcodeFields {
  readonly passId: PassId;
  /** Absent: the barcode does not tell it. */
  readonly doseCount?: number;
  readonly lastDoseOn?: PlainDate;
  readonly identity: Identity;
}

/** The 42 symbols of a pass, tagged under `key`. */
export function createPassBarcode(key: PassKey, fields: PassBarcodeFields): Result<string, ClaimsRefusal> {
  const { passId, doseCount, lastDoseOn, identity } = fields;
  const claims = encodeClaims({
    version: barcodeVersion,
    keyId: key.keyId,
    passId,
    ...(doseCount === undefined ? {} : { doseCount }),
    ...(lastDoseOn === undefined ? {} : { lastDoseOn }),
    identityCheck: identityCheckOf(key, passId, identity),
  });
  return claims.ok ? accept(barcodeText(claims.value, tagOf(key, claims.value))) : claims;
}

export type VerifyBarcodeRefusal = BarcodeRefusal | 'key-unknown' | 'tag-wrong';

/**
 * What a pass says, once its tag fits one of `keys` (current and earlier ones by id). `key-unknown` is a pass
 * of a key this station does not hold; `tag-wrong` one that nobody of this network issued.
 */
export function verifyPassBarcode(
  keys: readonly PassKey[],
  text: string,
): Result<BarcodeContent, VerifyBarcodeRefusal> {
  const parsed = parseBarcode(text);
  return parsed.ok ? verifyParsedBarcode(keys, parsed.value) : parsed;
}

/** The same for a barcode that was parsed already; `bytes` are its 26 bytes. */
export function verifyParsedBarcode(
  keys: readonly PassKey[],
  { bytes, ...content }: BarcodeContent & { readonly bytes: Uint8Array },
): Result<BarcodeContent, 'key-unknown' | 'tag-wrong'> {
  const candidates = keys.filter(({ keyId }) => keyId === content.keyId);
  if (candidates.length === 0) return refuse('key-unknown');
  const claims = bytes.subarray(0, taggedBytes);
  const fits = candidates.some((key) => timingSafeEqual(tagOf(key, claims), content.tag));
  return fits ? accept(content) : refuse('tag-wrong');
}

/** Whether name and birth date of a document fit a verified pass, without knowing the person. */
export function identityFits(keys: readonly PassKey[], content: BarcodeContent, identity: Identity): boolean {
  return keys
    .filter(({ keyId }) => keyId === content.keyId)
    .some((key) => timingSafeEqual(identityCheckOf(key, content.passId, identity), content.identityCheck));
}

/**
 * HMAC-SHA-256 (RFC 2104) over label and claims, by two digests at one go: OpenSSL's own, made ready for each call,
 * takes four times as long, and every pass that leaves is proved by it.
 */
function tagOf(key: PassKey, claims: Uint8Array): Uint8Array {
  const { inner, outer } = tagPadsOf(key);
  inner.set(claims, blockBytes + tagLabel.length);
  outer.write(hash('sha256', inner), blockBytes, 'hex');
  return Buffer.from(hash('sha256', outer).slice(0, 16), 'hex');
}

/** Over the pass id too, so that two passes of one person have nothing in common that links them. */
function identityCheckOf(key: PassKey, passId: PassId, identity: Identity): Uint8Array {
  return createHmac('sha256', hmacKeyOf(key))
    .update(`pass-identity-1\0${passId}\0${identityText(identity)}`)
    .digest()
    .subarray(0, 4);
}

const tagLabel = Buffer.from('pass-tag-1\0');

/** What a block of SHA-256 takes; a pass key is shorter. */
const blockBytes = 64;

interface TagPads {
  /** The key under each pad, and room behind it: for label and claims, and for the inner digest. */
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const tagPads = new WeakMap<PassKey, TagPads>();

function tagPadsOf(key: PassKey): TagPads {
  let pads = tagPads.get(key);
  if (!pads) {
    const padded = (pad: number, room: number) => {
      const block = Buffer.alloc(blockBytes + room);
      for (let at = 0; at < blockBytes; at++) block[at] = (key.secret[at] ?? 0) ^ pad;
      return block;
    };
    pads = { inner: padded(0x36, tagLabel.length + taggedBytes), outer: padded(0x5c, 32) };
    pads.inner.set(tagLabel, blockBytes);
    tagPads.set(key, pads);
  }
  return pads;
}

const hmacKeys = new WeakMap<PassKey, KeyObject>();

/** Kept: an HMAC with raw bytes costs six times one with a prepared key. */
function hmacKeyOf(key: PassKey): KeyObject {
  let prepared = hmacKeys.get(key);
  if (!prepared) {
    prepared = createSecretKey(key.secret);
    hmacKeys.set(key, prepared);
  }
  return prepared;
}
