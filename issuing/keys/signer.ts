import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { isTooCostly } from './read-key-files.ts';
import { signInPool } from './sign-in-pool.ts';
import {
  readSignerCertificate,
  type SignerCertificate,
  type SignerCertificateFault,
} from './signer-certificate.ts';

/**
 * Signs passes: RSASSA-PKCS1-v1_5 with SHA-256 over `data`. Where the key lies (a file, the key store of the
 * operating system, headquarters) is the signer's own business; it may reject when its key cannot be reached.
 */
export interface PassSigner {
  readonly certificate: SignerCertificate;
  /**
   * Whether every signature is held against the public key before `sign` answers it, as the libraries do that sign in
   * this process (docs/decisions/0094). Of a signer that does not say so each one is checked by whoever asked for it.
   */
  readonly provesItself?: true;
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** The texts of a signer whose key is at hand: certificates as PEM or DER, the key as PEM. */
export interface SignerFiles {
  readonly certificate: string | Uint8Array;
  readonly wwdr: string | Uint8Array;
  readonly privateKeyPem: string;
  readonly passphrase?: string;
}

export type SignerFault =
  | SignerCertificateFault
  | 'key-unreadable'
  | 'passphrase-wrong'
  | 'key-does-not-match';

/** A signer with a key in this process. */
export function createFileSigner(files: SignerFiles): Result<PassSigner, SignerFault> {
  const certificate = readSignerCertificate(files.certificate, files.wwdr);
  if (!certificate.ok) return certificate;
  const key = readPrivateKey(files);
  return key.ok ? createKeySigner(key.value, certificate.value) : key;
}

/** Signs on the crypto thread pool, so that the event loop stays free; `inline` signs on the caller's thread. */
export function createKeySigner(
  key: KeyObject,
  certificate: SignerCertificate,
  where: 'thread-pool' | 'inline' = 'thread-pool',
): Result<PassSigner, 'key-does-not-match'> {
  if (!createPublicKey(key).equals(certificate.publicKey)) return refuse('key-does-not-match');
  return accept({
    certificate,
    provesItself: true,
    sign: where === 'inline' ? async (data) => sign('sha256', data, key) : (data) => signInPool(data, key),
  });
}

function readPrivateKey(files: SignerFiles): Result<KeyObject, 'key-unreadable' | 'passphrase-wrong'> {
  const { privateKeyPem: key, passphrase } = files;
  if (isTooCostly(key)) return refuse('key-unreadable');
  try {
    return accept(createPrivateKey({ key, ...(passphrase === undefined ? {} : { passphrase }) }));
  } catch {
    return refuse(/ENCRYPTED/.test(key) ? 'passphrase-wrong' : 'key-unreadable');
  }
}
