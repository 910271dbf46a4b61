import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';
import { readJson } from '../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';

/** What Google tells when somebody saved or deleted a card. It may come twice: `nonce` tells. */
export interface WalletCallback {
  readonly classId: string;
  readonly objectId: string;
  readonly eventType: 'save' | 'del';
  readonly expTimeMillis: number;
  readonly nonce: string;
}

/** One of Google's root keys, as its list of keys for pass callbacks has them. */
export interface RootSigningKey {
  readonly keyValue: string;
  readonly protocolVersion: string;
  readonly keyExpiration?: string;
}

export type CallbackFault =
  | 'callback-malformed'
  | 'protocol-unknown'
  | 'intermediate-not-signed'
  | 'intermediate-expired'
  | 'signature-wrong'
  | 'message-expired'
  | 'issuer-other';

const protocol = 'ECv2SigningOnly';
const sender = 'GooglePayPasses';

/** Believes a callback only when Google's key signed the key that signed it, for this issuer, and in time. */
export function readWalletCallback(
  body: string,
  expected: { issuerId: string; rootKeys: readonly RootSigningKey[]; now: Instant },
): Result<WalletCallback, CallbackFault> {
  const sealed = parsedEnvelope(body);
  if (!sealed) return refuse('callback-malformed');
  if (sealed.protocolVersion !== protocol) return refuse('protocol-unknown');
  const nowMs = epochMsOf(expected.now);
  const roots = expected.rootKeys
    .filter(
      ({ protocolVersion, keyExpiration }) =>
        protocolVersion === protocol && (keyExpiration === undefined || Number(keyExpiration) > nowMs),
    )
    .flatMap(({ keyValue }) => keyOf(keyValue) ?? []);
  const { signedKey, signatures } = sealed.intermediateSigningKey;
  const vouched = lengthPrefixed(sender, protocol, signedKey);
  if (!signatures.some((signature) => roots.some((root) => isSigned(vouched, signature, root))))
    return refuse('intermediate-not-signed');
  const intermediate = parsedObject(signedKey);
  const key = typeof intermediate?.keyValue === 'string' ? keyOf(intermediate.keyValue) : undefined;
  if (!key) return refuse('callback-malformed');
  if (!(Number(intermediate?.keyExpiration) > nowMs)) return refuse('intermediate-expired');
  const signed = lengthPrefixed(sender, expected.issuerId, protocol, sealed.signedMessage);
  if (!isSigned(signed, sealed.signature, key)) return refuse('signature-wrong');
  const message = parsedMessage(sealed.signedMessage);
  if (!message) return refuse('callback-malformed');
  if (!(message.expTimeMillis > nowMs)) return refuse('message-expired');
  return message.objectId.startsWith(`${expected.issuerId}.`) ? accept(message) : refuse('issuer-other');
}

/** What is signed: each part behind its length, four bytes, little-endian. */
export function lengthPrefixed(...parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
}

interface Envelope {
  readonly protocolVersion: string;
  readonly signature: string;
  readonly signedMessage: string;
  readonly intermediateSigningKey: { readonly signedKey: string; readonly signatures: readonly string[] };
}

function parsedEnvelope(body: string): Envelope | undefined {
  const json = parsedObject(body);
  const intermediate = json?.intermediateSigningKey as Record<string, unknown> | undefined;
  const { signedKey, signatures } = intermediate ?? {};
  const { protocolVersion, signature, signedMessage } = json ?? {};
  return typeof protocolVersion === 'string' &&
    typeof signature === 'string' &&
    typeof signedMessage === 'string' &&
    typeof signedKey === 'string' &&
    Array.isArray(signatures) &&
    signatures.every((each) => typeof each === 'string')
    ? { protocolVersion, signature, signedMessage, intermediateSigningKey: { signedKey, signatures } }
    : undefined;
}

function parsedMessage(text: string): WalletCallback | undefined {
  const json = parsedObject(text);
  if (!json) return undefined;
  const { classId, objectId, eventType, nonce } = json;
  const expTimeMillis = Number(json.expTimeMillis);
  return typeof classId === 'string' &&
    typeof objectId === 'string' &&
    typeof nonce === 'string' &&
    (eventType === 'save' || eventType === 'del') &&
    Number.isFinite(expTimeMillis)
    ? { classId, objectId, eventType, expTimeMillis, nonce }
    : undefined;
}

function parsedObject(text: string): Record<string, unknown> | undefined {
  const value = readJson(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function keyOf(base64: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

function isSigned(data: Buffer, signature: string, key: KeyObject): boolean {
  try {
    return verify('sha256', data, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
