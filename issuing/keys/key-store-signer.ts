import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { signInPool } from './sign-in-pool.ts';
import type { PassSigner } from './signer.ts';
import type { SignerCertificate } from './signer-certificate.ts';

/**
 * A signer whose key lies in the key store of the operating system: `unwrap` answers it (PKCS#8, PEM or DER)
 * when the first pass is signed, so that a locked key store delays that pass and not the start. The key stays in
 * memory after that. `sign` rejects while the store cannot be read; the next pass tries again.
 */
export function createKeyStoreSigner(
  certificate: SignerCertificate,
  unwrap: () => Promise<Uint8Array>,
): PassSigner {
  let opened: Promise<KeyObject> | undefined;
  const open = () => {
    opened ??= unwrap().then((wrapped) => openKey(wrapped, certificate));
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
  return {
    certificate,
    async sign(data) {
      return signInPool(data, await open());
    },
  };
}

function openKey(bytes: Uint8Array, { publicKey }: SignerCertificate): KeyObject {
  const file = Buffer.from(bytes);
  const key = file.includes('-----BEGIN')
    ? createPrivateKey(file)
    : createPrivateKey({ key: file, format: 'der', type: 'pkcs8' });
  if (!createPublicKey(key).equals(publicKey))
    throw new Error('The key in the key store is not the one of the pass certificate.');
  return key;
}
