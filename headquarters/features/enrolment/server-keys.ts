import { keyPairOf, makeKeyPair, type RawKeyPair } from '../../../ledger/raw-keys.ts';
import type { Databases } from '../../store/open-databases.ts';
import type { ServerKey } from '../../store/server-key.ts';
import { serverSecret } from '../../store/server-secrets.ts';

export interface ServerKeys {
  /** Ed25519: signs heads of feeds. */
  readonly signing: RawKeyPair;
  /** X25519: receives keys of persons. */
  readonly exchange: RawKeyPair;
}

interface ServerKeysParts {
  readonly databases: Pick<Databases, 'app'>;
  readonly key: ServerKey;
}

/** The keys by which stations know headquarters; made where there are none, the same on every instance. */
export async function openServerKeys({ databases, key }: ServerKeysParts): Promise<ServerKeys> {
  const pair = async (name: string, curve: 'Ed25519' | 'X25519') =>
    keyPairOf(await serverSecret(databases.app, key, name, () => makeKeyPair(curve).der));
  return { signing: await pair('signing-key', 'Ed25519'), exchange: await pair('exchange-key', 'X25519') };
}
