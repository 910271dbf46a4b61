import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { type CborMap, type CborRefusal, CborTag, type CborValue, readCbor } from '../encoding/read-cbor.ts';
import { cborHead } from '../encoding/write-cbor.ts';

/** A COSE_Sign1 message (RFC 9052) taken apart, nothing in it believed yet. */
export interface CoseEnvelope {
  /** From the protected header, and only where that has none from the unprotected one. */
  readonly algorithm: CborValue;
  readonly keyId: Uint8Array | undefined;
  readonly protectedHeader: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

export type CoseRefusal = CborRefusal | 'cose-structure';

const signTag = 18;
const webTokenTag = 61;
const algorithmLabel = 1;
const keyIdLabel = 4;

/** Untagged, tagged as COSE_Sign1, or that tagged again as a web token: all three are in circulation. */
export function readCoseEnvelope(bytes: Uint8Array): Result<CoseEnvelope, CoseRefusal> {
  const item = readCbor(bytes);
  if (!item.ok) return item;
  const parts = untagged(untagged(item.value, webTokenTag), signTag);
  if (!Array.isArray(parts) || parts.length !== 4) return refuse('cose-structure');
  const [protectedHeader, unprotected, payload, signature] = parts as CborValue[];
  if (!isBytes(protectedHeader) || !isBytes(payload) || !isBytes(signature)) return refuse('cose-structure');
  if (!(unprotected instanceof Map)) return refuse('cose-structure');
  const known = headerOf(protectedHeader);
  if (!known.ok) return known;
  const header = (label: number) => known.value.get(label) ?? (unprotected as CborMap).get(label);
  const keyId = header(keyIdLabel);
  if (keyId !== undefined && !isBytes(keyId)) return refuse('cose-structure');
  return accept({ algorithm: header(algorithmLabel), keyId, protectedHeader, payload, signature });
}

/** The bytes that a COSE_Sign1 signature signs: its Sig_structure without external data. */
export function signedBytes(protectedHeader: Uint8Array, payload: Uint8Array): Uint8Array {
  return Buffer.concat([
    signatureContext,
    cborHead(2, protectedHeader.length),
    protectedHeader,
    emptyBytes,
    cborHead(2, payload.length),
    payload,
  ]);
}

const signatureContext = Buffer.concat([Uint8Array.of(0x84), cborHead(3, 10), Buffer.from('Signature1')]);
const emptyBytes = Uint8Array.of(0x40);

function untagged(value: CborValue, tag: number): CborValue {
  return value instanceof CborTag && value.tag === tag ? value.content : value;
}

function headerOf(bytes: Uint8Array): Result<CborMap, CoseRefusal> {
  if (bytes.length === 0) return accept(new Map());
  const header = readCbor(bytes);
  if (!header.ok) return header;
  return header.value instanceof Map ? accept(header.value as CborMap) : refuse('cose-structure');
}

function isBytes(value: CborValue): value is Uint8Array {
  return value instanceof Uint8Array;
}
