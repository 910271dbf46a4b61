import 'reflect-metadata';
import { constants, KeyObject, randomBytes, sign } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { ExtendedKeyUsageExtension, X509CertificateGenerator } from '@peculiar/x509';
import { encode, Tag } from 'cbor2';
import { encodeBase45 } from '../../issuing/certificate/encoding/base45.ts';
import { signedBytes } from '../../issuing/certificate/hcert/cose-envelope.ts';
import { type DocumentSigner, readDocumentSigner } from '../../issuing/certificate/hcert/document-signer.ts';
import { must } from './test-station.ts';

/** A document signer with its private key, as some state might have it. */
export interface TestSigner {
  readonly signer: DocumentSigner;
  readonly privateKey: KeyObject;
  /** DER. */
  readonly certificate: Uint8Array;
}

const algorithms = {
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
  },
};

export async function testSigner(
  kind: keyof typeof algorithms,
  usages: readonly string[] = [],
  days: readonly [from: string, to: string] = ['2026-01-01', '2028-01-01'],
): Promise<TestSigner> {
  const keys = await crypto.subtle.generateKey(algorithms[kind], true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: `5${randomBytes(10).toString('hex')}`,
    name: [{ CN: ['Some signer'] }, { C: ['XX'] }],
    notBefore: new Date(days[0]),
    notAfter: new Date(days[1]),
    keys,
    signingAlgorithm: algorithms[kind],
    extensions: usages.length > 0 ? [new ExtendedKeyUsageExtension([...usages])] : [],
  });
  const der = new Uint8Array(certificate.rawData);
  return {
    signer: must(readDocumentSigner(der)),
    privateKey: KeyObject.from(keys.privateKey),
    certificate: der,
  };
}

export interface HcertParts {
  readonly by: TestSigner;
  /** Headers; the algorithm is added to the protected one unless it is there. */
  readonly protectedHeader?: ReadonlyMap<number, unknown>;
  readonly unprotectedHeader?: ReadonlyMap<number, unknown>;
  readonly claims?: ReadonlyMap<number, unknown>;
  readonly certificate?: object;
  /** Tags around the message, the innermost first. */
  readonly tags?: readonly number[];
  readonly signature?: 'raw' | 'der' | 'pkcs1';
  readonly trailing?: Uint8Array;
}

const es256 = -7;
const ps256 = -37;

/** An HCERT put together part by part, by another encoder than the product's: right where a test says nothing. */
export function signedHcert({
  by,
  protectedHeader = new Map([[4, Buffer.from(by.signer.kid, 'hex')]]),
  unprotectedHeader = new Map(),
  claims = new Map(),
  certificate = vaccinated(),
  tags = [18],
  signature = 'raw',
  trailing = new Uint8Array(),
}: HcertParts): string {
  const isRsa = by.privateKey.asymmetricKeyType === 'rsa';
  const algorithm = unprotectedHeader.has(1) ? [] : [[1, isRsa ? ps256 : es256] as const];
  const header = new Map<number, unknown>([...algorithm, ...protectedHeader]);
  const headerBytes = header.size === 0 ? new Uint8Array() : encode(bytesInside(header));
  const all = new Map<number, unknown>([
    [1, 'XX'],
    [4, seconds('2027-06-01')],
    [6, seconds('2026-06-01')],
    [-260, new Map([[1, certificate]])],
    ...claims,
  ]);
  const payload = encode(new Map([...all].filter(([, value]) => value !== undefined)));
  const signed = signatureOf(by.privateKey, signedBytes(headerBytes, payload), signature);
  const parts: unknown = [headerBytes, bytesInside(unprotectedHeader), payload, signed].map(plainBytes);
  const message = tags.reduce((inner, tag) => new Tag(tag, inner), parts);
  return `HC1:${encodeBase45(deflateSync(Buffer.concat([encode(message), trailing])))}`;
}

export function vaccinated(changes: object = {}, entry: object = {}): Record<string, unknown> {
  return {
    ver: '1.3.0',
    nam: { fn: 'Groß', fnt: 'GROSS', gn: 'Jürgen', gnt: 'JUERGEN' },
    dob: '1958-11-11',
    v: [
      {
        tg: '840539006',
        vp: '1119349007',
        mp: 'EU/1/20/1528',
        ma: 'ORG-100030215',
        dn: 1,
        sd: 2,
        dt: '2026-05-01',
        co: 'XX',
        is: 'Somebody',
        ci: 'URN:UVCI:01:XX:1',
        ...entry,
      },
    ],
    ...changes,
  };
}

export function seconds(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

function signatureOf(key: KeyObject, bytes: Uint8Array, how: HcertParts['signature']): Uint8Array {
  if (key.asymmetricKeyType === 'rsa') {
    const padding = how === 'pkcs1' ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_PSS_PADDING;
    return sign('sha256', bytes, { key, padding, ...(how === 'pkcs1' ? {} : { saltLength: 32 }) });
  }
  return sign('sha256', bytes, { key, dsaEncoding: how === 'der' ? 'der' : 'ieee-p1363' });
}

function bytesInside(header: ReadonlyMap<number, unknown>): Map<number, unknown> {
  return new Map([...header].map(([label, value]) => [label, plainBytes(value)]));
}

/** The encoder knows Buffer as something else than bytes. */
function plainBytes(value: unknown): unknown {
  return Buffer.isBuffer(value) ? new Uint8Array(value) : value;
}
