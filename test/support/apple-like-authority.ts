import 'reflect-metadata';
import { X509Certificate as NodeCertificate, randomBytes } from 'node:crypto';
import {
  BasicConstraintsExtension,
  Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { applePassExtension } from '../../issuing/keys/apple-names.ts';
import { fingerprintOf } from '../../issuing/keys/pass-certificate.ts';

/** An authority shaped like Apple's (WWDR G4), that answers requests as the developer portal does. */
export interface AppleLikeAuthority {
  readonly wwdrPem: string;
  readonly fingerprint: string;
  /** The `.cer` for a request, DER. */
  answer(requestPem: string, wish: CertificateWish): Promise<Uint8Array>;
}

export interface CertificateWish {
  readonly passTypeId?: string;
  readonly teamId?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

export async function createAppleLikeAuthority(): Promise<AppleLikeAuthority> {
  const keys = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const name: JsonName = [
    { CN: ['Test Worldwide Developer Relations'] },
    { OU: ['G4'] },
    { O: ['Test Inc.'] },
  ];
  const wwdr = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name,
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2040-01-01'),
    signingAlgorithm: rsa,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const wwdrPem = `${wwdr.toString('pem')}\n`;
  return {
    wwdrPem,
    fingerprint: fingerprintOf(new NodeCertificate(wwdrPem)),
    async answer(requestPem, { passTypeId = 'pass.org.example.centre', teamId = 'ABCDE12345', ...dates }) {
      const request = new Pkcs10CertificateRequest(requestPem);
      if (!(await request.verify())) throw new Error('the request does not verify');
      const text = Buffer.from(passTypeId);
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serial(),
        subject: [
          { '0.9.2342.19200300.100.1.1': [passTypeId] },
          { CN: [`Pass Type ID: ${passTypeId}`] },
          { OU: [teamId] },
          { O: ['Test Inc.'] },
        ],
        issuer: wwdr.subject,
        publicKey: await request.publicKey.export(rsa, ['verify']),
        signingKey: keys.privateKey,
        signingAlgorithm: rsa,
        ...dates,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new Extension(applePassExtension, false, Uint8Array.of(0x0c, text.length, ...text)),
        ],
      });
      return new Uint8Array(certificate.rawData);
    },
  };
}

function serial(): string {
  return randomBytes(12).toString('hex').replace(/^./, '5');
}
