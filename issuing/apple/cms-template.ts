import { hash } from 'node:crypto';
import { Integer, Null, ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';

/**
 * A detached CMS signature with three holes: signing time, digest and signature. Everything else is the same
 * for every pass of one certificate, so pkijs writes it once; filling the holes costs a copy.
 */
export interface CmsTemplate {
  readonly der: Buffer;
  readonly timeAt: number;
  readonly digestAt: number;
  readonly signatureAt: number;
  readonly signatureBytes: number;
  readonly attributesAt: number;
  readonly attributesEnd: number;
}

export function compileCms(certificate: SignerCertificate): CmsTemplate {
  const signatureBytes = (certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const signature = marker('signature', signatureBytes);
  const digest = marker('digest', digestBytes);
  const attributes = signedAttributes(digest);
  const der = signedDataDer(certificate, attributes, signature);
  const attributesDer = Buffer.from(attributes.toSchema().toBER());
  const attributesAt = der.indexOf(attributesDer);
  const certificates = [certificate.certificateDer, certificate.wwdrDer];
  if (attributesAt < 0 || certificates.some((bytes) => !der.includes(Buffer.from(bytes))))
    throw new Error('The certificates were not written as they were read.');
  return {
    der,
    timeAt: der.indexOf(utcTimeText(instantOf(0))),
    digestAt: der.indexOf(digest),
    signatureAt: der.indexOf(signature),
    signatureBytes,
    attributesAt,
    attributesEnd: attributesAt + attributesDer.length,
  };
}

/** The signature file still without its signature: time and digest of the manifest (SHA-256 in hex) are in place. */
export function prepareCms(template: CmsTemplate, manifestDigest: string, now: Instant): Buffer {
  const der = Buffer.from(template.der);
  der.write(utcTimeText(now), template.timeAt, 'latin1');
  der.write(manifestDigest, template.digestAt, 'hex');
  return der;
}

/** What is signed: the attributes, encoded as a SET of their own (RFC 5652, 5.4). */
export function bytesToSign(template: CmsTemplate, prepared: Buffer): Buffer {
  const attributes = Buffer.from(prepared.subarray(template.attributesAt, template.attributesEnd));
  attributes[0] = 0x31;
  return attributes;
}

export function completeCms(template: CmsTemplate, prepared: Buffer, signature: Uint8Array): Buffer {
  if (signature.length !== template.signatureBytes)
    throw new Error(`A signature of ${template.signatureBytes} bytes was expected, not ${signature.length}.`);
  prepared.set(signature, template.signatureAt);
  return prepared;
}

/** Whether a signature file names this digest of a manifest (SHA-256 in hex). */
export function cmsIsOver({ digestAt }: CmsTemplate, file: Buffer, manifestDigest: string): boolean {
  return file.toString('hex', digestAt, digestAt + digestBytes) === manifestDigest;
}

/** Whether a signature file is this template but for its three holes: same certificates, same attributes. */
export function cmsFits(template: CmsTemplate, file: Buffer): boolean {
  const { der, timeAt, digestAt, signatureAt, signatureBytes } = template;
  const isSame = (from: number, to: number) => der.compare(file, from, to, from, to) === 0;
  return (
    file.length === der.length &&
    isSame(0, timeAt) &&
    isSame(timeAt + utcTimeBytes, digestAt) &&
    isSame(digestAt + digestBytes, signatureAt) &&
    isSame(signatureAt + signatureBytes, der.length)
  );
}

const utcTimeBytes = 13;
const digestBytes = 32;

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const;

/** In the order that DER wants of a SET OF: by their encoded bytes, that is by length here. */
function signedAttributes(digest: Buffer): SignedAndUnsignedAttributes {
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
      new Attribute({ type: oids.signingTime, values: [new UTCTime({ valueDate: new Date(0) })] }),
      new Attribute({ type: oids.messageDigest, values: [new OctetString({ valueHex: bufferOf(digest) })] }),
    ],
  });
}

function signedDataDer(
  certificate: SignerCertificate,
  signedAttrs: SignedAndUnsignedAttributes,
  signature: Buffer,
): Buffer {
  const own = Certificate.fromBER(certificate.certificateDer);
  const wwdr = Certificate.fromBER(certificate.wwdrDer);
  const sha256 = new AlgorithmIdentifier({ algorithmId: oids.sha256 });
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: own.issuer,
      serialNumber: new Integer({ valueHex: own.serialNumber.valueBlock.valueHexView.slice().buffer }),
    }),
    digestAlgorithm: sha256,
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: oids.rsaEncryption,
      algorithmParams: new Null(),
    }),
    signature: new OctetString({ valueHex: bufferOf(signature) }),
  });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: [own, wwdr],
    signerInfos: [signer],
  });
  const content = new ContentInfo({ contentType: oids.signedData, content: signedData.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}

/** Bytes that occur nowhere else, to find the hole by. */
function marker(name: string, length: number): Buffer {
  const seed = hash('sha256', name, 'buffer');
  return Buffer.alloc(length, seed);
}

function bufferOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** `YYMMDDHHMMSSZ`: right until 2049, as RFC 5652 wants. */
function utcTimeText(at: Instant): string {
  return `${at.slice(2, 4)}${at.slice(5, 7)}${at.slice(8, 10)}${at.slice(11, 13)}${at.slice(14, 16)}${at.slice(17, 19)}Z`;
}
