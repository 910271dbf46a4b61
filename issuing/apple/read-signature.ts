import { createHash, verify, X509Certificate } from 'node:crypto';
import { fromBER, GeneralizedTime, OctetString, UTCTime } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';

/** What a signature file says about itself; nothing of it is proved yet. */
export interface ReadSignature {
  readonly signer: X509Certificate;
  /** The certificate that issued the signer's, where the file brings it along. */
  readonly issuer?: X509Certificate;
  readonly digestName: string;
  readonly messageDigest?: Uint8Array;
  readonly signingTime?: Instant;
  /** What the signature value was made over: the attributes, or nothing where it was the content itself. */
  readonly signedAttributes?: Uint8Array;
  readonly signature: Uint8Array;
}

export type SignatureFault =
  | { readonly code: 'signature-unreadable' }
  | { readonly code: 'signature-without-signer' };

/** Reads any CMS signature with one signer. */
export function readSignature(bytes: Uint8Array): Result<ReadSignature, SignatureFault> {
  try {
    const content = ContentInfo.fromBER(new Uint8Array(bytes));
    if (content.contentType !== ContentInfo.SIGNED_DATA) return refuse({ code: 'signature-unreadable' });
    const data = new SignedData({ schema: content.content });
    const [info] = data.signerInfos;
    const certificates = (data.certificates ?? []).filter((item) => item instanceof Certificate);
    const own = info && certificates.find((certificate) => isNamedBy(info, certificate));
    return info && own
      ? accept(signatureOf(info, own, certificates))
      : refuse({ code: 'signature-without-signer' });
  } catch {
    return refuse({ code: 'signature-unreadable' });
  }
}

export type SignatureProofFault =
  | { readonly code: 'signature-of-other-manifest' }
  | { readonly code: 'signature-wrong' }
  | { readonly code: 'signing-time-missing' };

/** Whether the signature was made by its signer's key over this manifest. */
export function proveSignature(read: ReadSignature, manifest: Uint8Array): Result<true, SignatureProofFault> {
  const { signedAttributes, messageDigest, digestName, signer } = read;
  if (!signedAttributes || !read.signingTime) return refuse({ code: 'signing-time-missing' });
  const digest = createHash(digestName).update(manifest).digest();
  if (!messageDigest || !digest.equals(messageDigest)) return refuse({ code: 'signature-of-other-manifest' });
  return verify(digestName, signedAttributes, signer.publicKey, read.signature)
    ? accept(true)
    : refuse({ code: 'signature-wrong' });
}

function signatureOf(info: SignerInfo, own: Certificate, certificates: Certificate[]): ReadSignature {
  const signer = nodeCertificate(own);
  const issuer = certificates.map(nodeCertificate).find((candidate) => signer.checkIssued(candidate));
  const attributes = info.signedAttrs?.attributes ?? [];
  const attributeOf = (type: string) => attributes.find((attribute) => attribute.type === type)?.values[0];
  const digest = attributeOf('1.2.840.113549.1.9.4');
  const time = attributeOf('1.2.840.113549.1.9.5');
  return {
    signer,
    ...(issuer ? { issuer } : {}),
    digestName: digestNames[info.digestAlgorithm.algorithmId] ?? 'sha256',
    ...(digest instanceof OctetString ? { messageDigest: digest.valueBlock.valueHexView } : {}),
    ...(time instanceof UTCTime || time instanceof GeneralizedTime
      ? { signingTime: instantOf(time.toDate().getTime()) }
      : {}),
    ...(info.signedAttrs ? { signedAttributes: new Uint8Array(info.signedAttrs.encodedValue) } : {}),
    signature: info.signature.valueBlock.valueHexView,
  };
}

const digestNames: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

function isNamedBy(info: SignerInfo, certificate: Certificate): boolean {
  const { sid } = info;
  if (!(sid instanceof IssuerAndSerialNumber)) return isKeyIdOf(sid, certificate);
  return sid.issuer.isEqual(certificate.issuer) && sid.serialNumber.isEqual(certificate.serialNumber);
}

/** The other way to name a signer (RFC 5652): `[0]` with the subject key identifier of the certificate. */
function isKeyIdOf(sid: unknown, { extensions = [] }: Certificate): boolean {
  const extension = extensions.find(({ extnID }) => extnID === subjectKeyIdentifier);
  const keyId = extension && fromBER(extension.extnValue.valueBlock.valueHexView).result;
  const named = (sid as { valueBlock?: { valueHexView?: Uint8Array } }).valueBlock?.valueHexView;
  if (!named || named.length === 0 || !(keyId instanceof OctetString)) return false;
  return Buffer.from(named).equals(keyId.valueBlock.valueHexView);
}

const subjectKeyIdentifier = '2.5.29.14';

/** Throws where the certificate or its key cannot be read: OpenSSL looks at the key only when it is asked for. */
function nodeCertificate(certificate: Certificate): X509Certificate {
  const read = new X509Certificate(new Uint8Array(certificate.toSchema().toBER()));
  if (read.publicKey.asymmetricKeyType === undefined) throw new Error('a key of no known kind');
  return read;
}
