import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { asksForTooManyRounds } from './password-rounds.ts';

/** What was in the files that somebody chose: in any order, in PEM, DER or PKCS#12. */
export interface KeyMaterial {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

export type KeyFileFault =
  | { readonly code: 'file-unreadable'; readonly name: string }
  | { readonly code: 'passphrase-missing'; readonly name: string }
  | { readonly code: 'passphrase-wrong'; readonly name: string }
  /** The password alone would take minutes or hours to try. */
  | { readonly code: 'protection-too-costly'; readonly name: string };

export interface KeyFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Reads keys and certificates of all files, with one passphrase for whatever is encrypted. */
export function readKeyFiles(
  files: readonly KeyFile[],
  passphrase?: string,
): Result<KeyMaterial, KeyFileFault> {
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const file of files) {
    const read = readKeyFile(file, passphrase);
    if (!read.ok) return read;
    keys.push(...read.value.keys);
    certificates.push(...read.value.certificates);
  }
  return accept({ keys, certificates });
}

function readKeyFile(
  { name, content }: KeyFile,
  passphrase: string | undefined,
): Result<KeyMaterial, KeyFileFault> {
  if (content.length > byteLimit) return refuse({ code: 'file-unreadable', name });
  const text = Buffer.from(content).toString('latin1');
  if (text.includes('-----BEGIN ')) return readPem(name, text, passphrase);
  return readDerCertificate(content) ?? readDerKey(content) ?? readPkcs12(name, text, passphrase);
}

const byteLimit = 1024 * 1024;

function readPem(
  name: string,
  text: string,
  passphrase: string | undefined,
): Result<KeyMaterial, KeyFileFault> {
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const [block, label = ''] of text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g)) {
    try {
      if (label === 'CERTIFICATE') certificates.push(new X509Certificate(block));
      else if (label.endsWith('PRIVATE KEY')) {
        if (isEncrypted(block) && !passphrase) return refuse({ code: 'passphrase-missing', name });
        if (isTooCostly(block)) return refuse({ code: 'protection-too-costly', name });
        keys.push(createPrivateKey({ key: block, ...(passphrase ? { passphrase } : {}) }));
      }
    } catch {
      return refuse({ code: isEncrypted(block) ? 'passphrase-wrong' : 'file-unreadable', name });
    }
  }
  return keys.length + certificates.length > 0
    ? accept({ keys, certificates })
    : refuse({ code: 'file-unreadable', name });
}

/** Whether opening this key asks for too much work. */
export function isTooCostly(pem: string): boolean {
  const body = /-----BEGIN ENCRYPTED PRIVATE KEY-----([^-]*)-----END/.exec(pem)?.[1];
  return body !== undefined && asksForTooManyRounds(Buffer.from(body, 'base64').toString('latin1'));
}

function isEncrypted(pem: string): boolean {
  return pem.includes('ENCRYPTED');
}

function readDerCertificate(content: Uint8Array): Result<KeyMaterial, never> | undefined {
  try {
    return accept({ keys: [], certificates: [new X509Certificate(content)] });
  } catch {
    return undefined;
  }
}

function readDerKey(content: Uint8Array): Result<KeyMaterial, never> | undefined {
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    try {
      const key = createPrivateKey({ key: Buffer.from(content), format: 'der', type });
      return accept({ keys: [key], certificates: [] });
    } catch {
      // Not of this kind; the next one is tried.
    }
  }
  return undefined;
}

/** By node-forge, for what the keychain of a Mac exports uses ciphers that OpenSSL 3 no longer reads. */
function readPkcs12(
  name: string,
  binary: string,
  passphrase: string | undefined,
): Result<KeyMaterial, KeyFileFault> {
  let structure: forge.asn1.Asn1;
  try {
    structure = forge.asn1.fromDer(binary);
  } catch {
    return refuse({ code: 'file-unreadable', name });
  }
  if (asksForTooManyRounds(binary)) return refuse({ code: 'protection-too-costly', name });
  try {
    const store = forge.pkcs12.pkcs12FromAsn1(structure, false, passphrase ?? '');
    return accept({ keys: keysIn(store), certificates: certificatesIn(store) });
  } catch (error) {
    if (!/password|MAC/i.test(String(error))) return refuse({ code: 'file-unreadable', name });
    return refuse({ code: passphrase ? 'passphrase-wrong' : 'passphrase-missing', name });
  }
}

function keysIn(store: forge.pkcs12.Pkcs12Pfx): KeyObject[] {
  const { pkcs8ShroudedKeyBag = '', keyBag = '' } = forge.pki.oids;
  return [pkcs8ShroudedKeyBag, keyBag]
    .flatMap((bagType) => store.getBags({ bagType })[bagType] ?? [])
    .flatMap(({ key }) => (key ? [createPrivateKey(forge.pki.privateKeyToPem(key))] : []));
}

function certificatesIn(store: forge.pkcs12.Pkcs12Pfx): X509Certificate[] {
  const { certBag = '' } = forge.pki.oids;
  return (store.getBags({ bagType: certBag })[certBag] ?? []).flatMap(({ cert }) =>
    cert ? [new X509Certificate(forge.pki.certificateToPem(cert))] : [],
  );
}
