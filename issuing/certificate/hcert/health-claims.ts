import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { type CborMap, type CborRefusal, CborTag, type CborValue, readCbor } from '../encoding/read-cbor.ts';

/** The claims of an HCERT's web token (RFC 8392) and the certificate in it, as JSON. */
export interface HealthClaims {
  readonly issuer?: string;
  readonly issuedAtSeconds?: number;
  readonly notBeforeSeconds?: number;
  readonly expiresAtSeconds?: number;
  readonly certificate: JsonObject;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

export type ClaimsRefusal = CborRefusal | 'claims-structure';

const claim = { issuer: 1, expiresAt: 4, notBefore: 5, issuedAt: 6, health: -260 } as const;
const covidCertificate = 1;

export function readHealthClaims(payload: Uint8Array): Result<HealthClaims, ClaimsRefusal> {
  const item = readCbor(payload);
  if (!item.ok) return item;
  if (!(item.value instanceof Map)) return refuse('claims-structure');
  const claims = item.value as CborMap;
  const health = claims.get(claim.health);
  const content = health instanceof Map ? (health as CborMap).get(covidCertificate) : undefined;
  const certificate = content instanceof Map ? jsonOf(content as CborMap) : undefined;
  if (certificate === undefined) return refuse('claims-structure');
  const issuer = claims.get(claim.issuer);
  return accept({
    ...(typeof issuer === 'string' ? { issuer } : {}),
    issuedAtSeconds: secondsOf(claims.get(claim.issuedAt)),
    notBeforeSeconds: secondsOf(claims.get(claim.notBefore)),
    expiresAtSeconds: secondsOf(claims.get(claim.expiresAt)),
    certificate: certificate as JsonObject,
  });
}

/** Whole or fractional seconds, bare or under the tag of a point in time. */
function secondsOf(value: CborValue): number | undefined {
  if (value instanceof CborTag && value.tag === 1) return secondsOf(value.content);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The value as JSON would hold it, or undefined for what JSON cannot (number keys, odd tags). */
function jsonOf(value: CborValue): JsonValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (value === null || value === undefined) return null;
  if (value instanceof CborTag) return dateOf(value);
  if (value instanceof Map) return objectOf(value as CborMap);
  if (!Array.isArray(value)) return undefined;
  const items = value.map(jsonOf);
  return items.includes(undefined) ? undefined : (items as JsonValue[]);
}

function objectOf(map: CborMap): JsonObject | undefined {
  const entries: [string, JsonValue][] = [];
  for (const [key, item] of map) {
    const json = jsonOf(item);
    if (typeof key !== 'string' || json === undefined) return undefined;
    entries.push([key, json]);
  }
  // From entries, a key named __proto__ is a key like any other.
  return Object.fromEntries(entries);
}

/** Some issuers write dates under CBOR's own tags for them: text (0) or seconds (1). */
function dateOf({ tag, content }: CborTag): JsonValue | undefined {
  if (tag === 0 && typeof content === 'string') return content;
  if (tag !== 1 || typeof content !== 'number' || Math.abs(content) > 8.64e12) return undefined;
  return new Date(content * 1000).toISOString().replace('.000Z', 'Z');
}
