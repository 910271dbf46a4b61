import { createHash } from 'node:crypto';
import { bytesToSymbols } from '../domain/passes/symbols32.ts';

const BYTES = 10;

/**
 * What two people read to each other to know that both computers mean the same keys: four groups of four symbols, 80
 * bits of SHA-256 over both public keys (32 bytes each).
 */
export function keyFingerprint(signingKey: Uint8Array, exchangeKey: Uint8Array): string {
  const digest = createHash('sha256').update('impfpass keys').update(signingKey).update(exchangeKey).digest();
  const symbols = bytesToSymbols(digest.subarray(0, BYTES));
  return (symbols.match(/.{4}/g) ?? []).join('-');
}
