import { deflateSync } from 'node:zlib';
import type { VaccinationCertificate } from '../../../domain/certificates/vaccination-entry.ts';
import { epochMsOf, type Instant } from '../../../domain/kernel/instant.ts';
import type { CertificateSigner } from '../certificate-signer.ts';
import { encodeBase45 } from '../encoding/base45.ts';
import { type CborSource, cborHead, writeCbor } from '../encoding/write-cbor.ts';
import { signedBytes } from './cose-envelope.ts';
import { kidOf } from './document-signer.ts';
import { hcertPrefix } from './unprefix.ts';

export interface HcertTimes {
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

/** The text of an EU digital certificate (`HC1:…`) over this vaccination, for a QR code. */
export async function issueHcert(
  certificate: VaccinationCertificate,
  country: string,
  { issuedAt, expiresAt }: HcertTimes,
  signer: CertificateSigner,
): Promise<string> {
  const payload = writeCbor(
    new Map<number, CborSource>([
      [1, country],
      [4, secondsOf(expiresAt)],
      [6, secondsOf(issuedAt)],
      [-260, new Map([[1, certificate as CborSource]])],
    ]),
  );
  const header = writeCbor(
    new Map<number, CborSource>([
      [1, -7],
      [4, Buffer.from(kidOf(signer.certificate), 'hex')],
    ]),
  );
  const signature = await signer.sign(signedBytes(header, payload));
  // Tag 18 and a list of four: protected header, no unprotected one, payload, signature.
  const message = Buffer.concat([
    Uint8Array.of(0xd2, 0x84),
    cborHead(2, header.length),
    header,
    Uint8Array.of(0xa0),
    cborHead(2, payload.length),
    payload,
    cborHead(2, signature.length),
    signature,
  ]);
  return hcertPrefix + encodeBase45(deflateSync(message, { level: 9 }));
}

function secondsOf(instant: Instant): number {
  return Math.floor(epochMsOf(instant) / 1000);
}
