import 'reflect-metadata';
import { KeyObject } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';
import { applePassExtension, trialOrganisation } from './apple-names.ts';

export interface TrialAuthority {
  readonly caPem: string;
  readonly wwdrPem: string;
  readonly passCertificatePem: string;
  /** PKCS#8, not encrypted. */
  readonly privateKeyPem: string;
  readonly passTypeId: string;
  readonly teamId: string;
}

export interface TrialAuthorityOptions {
  readonly now: Instant;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly passTypeId?: string;
  readonly teamId?: string;
  /** How long the pass certificate lasts; Apple's last 396 days. The authority itself lasts ten years. */
  readonly validDays?: number;
}

/**
 * A certificate chain of the same shape as Apple's (root, intermediate G4, pass certificate), so that a centre
 * can be tried without an account at Apple. No phone trusts it, and every certificate says that it is a trial.
 */
export async function createTrialAuthority(options: TrialAuthorityOptions): Promise<TrialAuthority> {
  const { passTypeId = 'pass.invalid.example.trial', teamId = 'TRIAL00000', validDays = 396 } = options;
  const from = new Date(epochMsOf(options.now) - msPerDay);
  const [rootKeys, wwdrKeys, passKeys] = await Promise.all([makeKeys(), makeKeys(), makeKeys()]);
  const shared = { notBefore: from, signingAlgorithm: rsa };
  const serialNumber = () => Buffer.from(options.randomBytes(12)).toString('hex').replace(/^./, '5');
  const root = nameOf('Impfpass Station Trial Root CA', 'Impfpass Station Trial Authority');
  const ca = await X509CertificateGenerator.create({
    ...shared,
    serialNumber: serialNumber(),
    notAfter: daysAfter(from, authorityDays),
    subject: root,
    issuer: root,
    publicKey: rootKeys.publicKey,
    signingKey: rootKeys.privateKey,
    extensions: authorityExtensions(),
  });
  const wwdr = await X509CertificateGenerator.create({
    ...shared,
    serialNumber: serialNumber(),
    notAfter: daysAfter(from, authorityDays),
    subject: nameOf('Impfpass Station Trial Worldwide Developer Relations', 'G4'),
    issuer: ca.subject,
    publicKey: wwdrKeys.publicKey,
    signingKey: rootKeys.privateKey,
    extensions: authorityExtensions(0),
  });
  const pass = await X509CertificateGenerator.create({
    ...shared,
    serialNumber: serialNumber(),
    notAfter: daysAfter(from, validDays + 1),
    subject: passName(passTypeId, teamId),
    issuer: wwdr.subject,
    publicKey: passKeys.publicKey,
    signingKey: wwdrKeys.privateKey,
    extensions: passExtensions(passTypeId),
  });
  return {
    caPem: pemOf(ca),
    wwdrPem: pemOf(wwdr),
    passCertificatePem: pemOf(pass),
    privateKeyPem: KeyObject.from(passKeys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    passTypeId,
    teamId,
  };
}

const msPerDay = 86_400_000;
const authorityDays = 3652;
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

function makeKeys() {
  return crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
}

function daysAfter(from: Date, days: number): Date {
  return new Date(from.getTime() + days * msPerDay);
}

function nameOf(commonName: string, unit: string): JsonName {
  return [{ CN: [commonName] }, { OU: [unit] }, { O: [trialOrganisation] }, { C: ['DE'] }];
}

function passName(passTypeId: string, teamId: string): JsonName {
  return [
    { '0.9.2342.19200300.100.1.1': [passTypeId] },
    { CN: [`Pass Type ID: ${passTypeId}`] },
    { OU: [teamId] },
    { O: [trialOrganisation] },
    { C: ['DE'] },
  ];
}

function authorityExtensions(pathLength?: number): Extension[] {
  return [
    new BasicConstraintsExtension(true, pathLength, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ];
}

function passExtensions(passTypeId: string): Extension[] {
  const text = Buffer.from(passTypeId);
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.2', '1.2.840.113635.100.4.14'], true),
    // A UTF8String of the pass type id, as Apple writes it.
    new Extension(applePassExtension, false, Uint8Array.of(0x0c, text.length, ...text)),
  ];
}

function pemOf(certificate: X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}
