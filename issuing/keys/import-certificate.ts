import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { appleWwdrG4Pem } from './apple-wwdr-g4.ts';
import { authorityOf, readPassCertificate } from './pass-certificate.ts';
import { type KeyFile, type KeyFileFault, type KeyMaterial, readKeyFiles } from './read-key-files.ts';
import {
  readSignerCertificate,
  type SignerCertificate,
  type SignerCertificateFault,
} from './signer-certificate.ts';

/** Everything needed to sign passes, checked and in one form whatever it came in. */
export interface ImportedCertificate {
  readonly certificate: SignerCertificate;
  readonly certificatePem: string;
  readonly wwdrPem: string;
  /** PKCS#8, not encrypted: for the encrypted store or the key store of the system, never for a file. */
  readonly privateKeyPem: string;
}

export interface ImportExpectations {
  readonly now: Instant;
  /** A live centre takes only what Apple itself issued; a trial centre takes trial certificates too. */
  readonly centre: 'live' | 'trial';
  readonly passphrase?: string;
  readonly passTypeId?: string;
  readonly teamId?: string;
  /** Keys that the station made itself for its requests, where the file holds only Apple's answer. */
  readonly requestKeys?: readonly KeyObject[];
  /** Fingerprints that count as Apple's intermediates beside the real ones: for tests of a live centre. */
  readonly alsoApple?: readonly string[];
}

export type ImportFault =
  | KeyFileFault
  | { readonly code: 'certificate-missing' }
  | { readonly code: 'key-missing' }
  | { readonly code: 'key-does-not-match' }
  | { readonly code: 'key-too-short'; readonly bits: number }
  | { readonly code: 'certificate-unfit'; readonly fault: SignerCertificateFault }
  | { readonly code: 'wwdr-missing'; readonly issuer: string }
  | { readonly code: 'pass-type-id-other'; readonly found: string; readonly expected: string }
  | { readonly code: 'team-id-other'; readonly found: string; readonly expected: string }
  | { readonly code: 'not-yet-valid'; readonly from: Instant }
  | { readonly code: 'expired'; readonly since: Instant }
  | { readonly code: 'trial-authority' }
  | { readonly code: 'authority-unknown'; readonly issuer: string }
  | { readonly code: 'wwdr-generation-wrong'; readonly generation: string };

/** Takes the files somebody got from Apple (or exported from a Mac) and answers a signer's parts, or why not. */
export function importPassCertificate(
  files: readonly KeyFile[],
  expected: ImportExpectations,
): Result<ImportedCertificate, ImportFault> {
  const material = readKeyFiles(files, expected.passphrase);
  return material.ok ? takePassCertificate(material.value, expected) : material;
}

/** The same with what was in the files already read. */
export function takePassCertificate(
  { keys: given, certificates }: KeyMaterial,
  expected: Omit<ImportExpectations, 'passphrase'>,
): Result<ImportedCertificate, ImportFault> {
  const keys = [...given, ...(expected.requestKeys ?? [])];
  const own = ownCertificate(certificates);
  if (!own) return refuse({ code: 'certificate-missing' });
  const [unfit] = readPassCertificate(own).faults;
  if (unfit) return refuse({ code: 'certificate-unfit', fault: unfit });
  const wwdr = [...certificates, new X509Certificate(appleWwdrG4Pem)].find((issuer) =>
    own.checkIssued(issuer),
  );
  if (!wwdr) return refuse({ code: 'wwdr-missing', issuer: commonName(own.issuer) });
  const certificate = readSignerCertificate(own.raw, wwdr.raw);
  if (!certificate.ok) return refuse({ code: 'certificate-unfit', fault: certificate.refusal });
  const fault =
    ownerFault(certificate.value, expected) ??
    authorityFault(wwdr, expected) ??
    dateFault(certificate.value, expected.now);
  if (fault) return refuse(fault);
  const key = fittingKey(keys, certificate.value);
  if (!key.ok) return key;
  return accept({
    certificate: certificate.value,
    certificatePem: own.toString(),
    wwdrPem: wwdr.toString(),
    privateKeyPem: key.value.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
}

/** Whether a centre may sign with this certificate at all: nothing but Apple's own will do for a live one. */
export function certificateFitsCentre(
  certificate: Pick<SignerCertificate, 'wwdrDer'>,
  centre: 'live' | 'trial',
): Result<true, ImportFault> {
  const wwdr = new X509Certificate(certificate.wwdrDer);
  const fault = authorityFault(wwdr, { centre });
  return fault ? refuse(fault) : accept(true);
}

/** The certificate that is not an authority's; of several the one that says it is for passes. */
function ownCertificate(certificates: readonly X509Certificate[]): X509Certificate | undefined {
  const leaves = certificates.filter(({ ca }) => !ca);
  return leaves.find((certificate) => readPassCertificate(certificate).faults.length === 0) ?? leaves[0];
}

function ownerFault(
  { passTypeId, teamId }: SignerCertificate,
  expected: ImportExpectations,
): ImportFault | undefined {
  if ((expected.passTypeId ?? passTypeId) !== passTypeId)
    return { code: 'pass-type-id-other', found: passTypeId, expected: expected.passTypeId ?? '' };
  if ((expected.teamId ?? teamId) !== teamId)
    return { code: 'team-id-other', found: teamId, expected: expected.teamId ?? '' };
  return undefined;
}

function authorityFault(
  wwdr: X509Certificate,
  { centre, alsoApple }: Pick<ImportExpectations, 'centre' | 'alsoApple'>,
): ImportFault | undefined {
  const generation = /^OU=(.*)$/m.exec(wwdr.subject)?.[1] ?? '';
  const authority = authorityOf(wwdr, alsoApple);
  if (authority === 'trial') return centre === 'live' ? { code: 'trial-authority' } : undefined;
  if (authority === 'unknown' && centre === 'live')
    return { code: 'authority-unknown', issuer: commonName(wwdr.subject) };
  return generation === 'G4' ? undefined : { code: 'wwdr-generation-wrong', generation };
}

function dateFault({ notBefore, notAfter }: SignerCertificate, now: Instant): ImportFault | undefined {
  if (now < notBefore) return { code: 'not-yet-valid', from: notBefore };
  return now > notAfter ? { code: 'expired', since: notAfter } : undefined;
}

function fittingKey(
  keys: readonly KeyObject[],
  { publicKey }: SignerCertificate,
): Result<KeyObject, ImportFault> {
  if (keys.length === 0) return refuse({ code: 'key-missing' });
  const key = keys.find((candidate) => createPublicKey(candidate).equals(publicKey));
  if (!key) return refuse({ code: 'key-does-not-match' });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < 2048 ? refuse({ code: 'key-too-short', bits }) : accept(key);
}

function commonName(distinguishedName: string): string {
  return /^CN=(.*)$/m.exec(distinguishedName)?.[1] ?? distinguishedName.replaceAll('\n', ', ');
}
