import { keyPairOf, makeKeyPair, type RawKeyPair } from '../../../ledger/raw-keys.ts';
import type { Headquarters } from '../../headquarters.ts';
import { serverSecret } from '../../store/server-secrets.ts';

export interface ServerKeys {
  /** Ed25519: signs heads of feeds. */
  readonly signing: RawKeyPair;
  /** X25519: receives keys of persons. */
  readonly exchange: RawKeyPair;
}

const opened = new WeakMap<Headquarters, Promise<ServerKeys>>();

/** The keys by which stations know headquarters; made on first use, the same on every instance. */
export function serverKeys(headquarters: Headquarters): Promise<ServerKeys> {
  const known = opened.get(headquarters);
  if (known !== undefined) return known;
  const keys = openKeys(headquarters);
  opened.set(headquarters, keys);
  keys.catch(() => opened.delete(headquarters));
  return keys;
}

async function openKeys({ databases, key }: Headquarters): Promise<ServerKeys> {
  const pair = async (name: string, curve: 'Ed25519' | 'X25519') =>
    keyPairOf(await serverSecret(databases.app, key, name, () => makeKeyPair(curve).der));
  return { signing: await pair('signing-key', 'Ed25519'), exchange: await pair('exchange-key', 'X25519') };
}
