import 'reflect-metadata';
import { KeyObject, randomBytes } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** An authority of a house, which no computer knows by itself. */
export interface TlsAuthority {
  readonly pem: string;
  /** A server's key and certificate for that address. */
  issue(
    address: string,
    dates?: { readonly notAfter: Date },
  ): Promise<{ keyPem: string; certificatePem: string }>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const name = 'CN=Authority of the house';
const dates = { notBefore: new Date('2020-01-01'), notAfter: new Date('2040-01-01') };

export async function aTlsAuthority(): Promise<TlsAuthority> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const own = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name,
    ...dates,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    pem: `${own.toString('pem')}\n`,
    async issue(address, more = dates) {
      const server = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serial(),
        subject: 'CN=headquarters',
        issuer: name,
        ...dates,
        ...more,
        signingAlgorithm: algorithm,
        publicKey: server.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new SubjectAlternativeNameExtension([{ type: 'ip', value: address }]),
          await AuthorityKeyIdentifierExtension.create(keys.publicKey),
        ],
      });
      const keyPem = KeyObject.from(server.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
      return { keyPem, certificatePem: `${certificate.toString('pem')}\n` };
    },
  };
}

function serial(): string {
  return `5${randomBytes(8).toString('hex')}`;
}
