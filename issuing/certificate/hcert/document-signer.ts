import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { DccStatement } from './dcc-schema.ts';

/** A document signer: whoever may sign HCERTs, as its certificate says. */
export interface DocumentSigner {
  /** The first eight bytes of the certificate's SHA-256, as hex. */
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly country?: string;
  readonly subject: string;
  readonly validFromMs: number;
  readonly validToMs: number;
  /** What it may sign; undefined is everything. */
  readonly allowed?: readonly DccStatement[];
}

export type DocumentSignerRefusal = 'certificate-unreadable' | 'key-unsuitable';

/** Reads a certificate (DER). Its chain is not asked: the trust list is the authority. */
export function readDocumentSigner(der: Uint8Array): Result<DocumentSigner, DocumentSignerRefusal> {
  const certificate = parsed(der);
  if (!certificate) return refuse('certificate-unreadable');
  const publicKey = certificate.publicKey;
  if (publicKey.asymmetricKeyType !== 'ec' && publicKey.asymmetricKeyType !== 'rsa')
    return refuse('key-unsuitable');
  const country = /^C=(.+)$/m.exec(certificate.subject)?.[1];
  const allowed = allowedStatements(certificate.keyUsage ?? []);
  return accept({
    kid: kidOf(der),
    publicKey,
    ...(country ? { country } : {}),
    subject: certificate.subject,
    validFromMs: Date.parse(certificate.validFrom),
    validToMs: Date.parse(certificate.validTo),
    ...(allowed.length > 0 ? { allowed } : {}),
  });
}

export function kidOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

const statements = { '1': 'test', '2': 'vaccination', '3': 'recovery' } as const;

/** Extended key usages of the HCERT specification; early certificates have them with a 0 too many. */
function allowedStatements(usages: readonly string[]): DccStatement[] {
  return usages.flatMap((usage) => {
    const digit = /^1\.3\.6\.1\.4\.1\.(?:0\.)?1847\.2021\.1\.([123])$/.exec(usage)?.[1];
    return digit === undefined ? [] : [statements[digit as '1' | '2' | '3']];
  });
}

function parsed(der: Uint8Array): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(der);
    // The key is decoded only when it is asked for, and may be of a kind that OpenSSL refuses.
    return certificate.publicKey ? certificate : undefined;
  } catch {
    return undefined;
  }
}
