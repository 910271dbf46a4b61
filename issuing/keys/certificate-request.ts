import 'reflect-metadata';
import { createPrivateKey, KeyObject } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';

export interface RequestFor {
  /** Who asks, as Apple shows it in its list. */
  readonly organisation: string;
  readonly email: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Encrypts the key (AES-256): without one it may only go into an encrypted store. */
  readonly passphrase?: string;
}

export interface CertificateRequest {
  /** What is uploaded at Apple. */
  readonly requestPem: string;
  /** Stays here. PKCS#8, encrypted where a passphrase was given. */
  readonly privateKeyPem: string;
}

export type RequestRefusal =
  | 'organisation-missing'
  | 'email-invalid'
  | 'country-invalid'
  | 'passphrase-too-short';

/** Makes the key and the request that a Mac's keychain would make: RSA-2048, PKCS#10. */
export async function createCertificateRequest(
  asked: RequestFor,
): Promise<Result<CertificateRequest, RequestRefusal>> {
  const refusal = requestRefusal(asked);
  if (refusal) return refuse(refusal);
  const keys = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ E: [asked.email] }, { CN: [asked.organisation] }, { C: [asked.country] }],
    keys,
    signingAlgorithm: rsa,
  });
  const key = KeyObject.from(keys.privateKey);
  return accept({ requestPem: `${request.toString('pem')}\n`, privateKeyPem: keyPem(key, asked.passphrase) });
}

/** The key of a request again, to be imported together with Apple's answer. */
export function readRequestKey(privateKeyPem: string, passphrase?: string): KeyObject | undefined {
  try {
    return createPrivateKey({ key: privateKeyPem, ...(passphrase ? { passphrase } : {}) });
  } catch {
    return undefined;
  }
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

function requestRefusal({
  organisation,
  email,
  country,
  passphrase,
}: RequestFor): RequestRefusal | undefined {
  if (organisation.trim() === '') return 'organisation-missing';
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return 'email-invalid';
  if (!/^[A-Z]{2}$/.test(country)) return 'country-invalid';
  return passphrase !== undefined && passphrase.length < 8 ? 'passphrase-too-short' : undefined;
}

function keyPem(key: KeyObject, passphrase: string | undefined): string {
  const encryption = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return key.export({ type: 'pkcs8', format: 'pem', ...encryption }).toString();
}
