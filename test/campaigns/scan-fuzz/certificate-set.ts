import { createHash, sign } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { vaccinationCertificate } from '../../../domain/certificates/vaccination-entry.ts';
import { addMinutes, epochMsOf } from '../../../domain/kernel/instant.ts';
import { historyOf } from '../../../issuing/certificate/certificate-history.ts';
import { createCertificateSigner } from '../../../issuing/certificate/certificate-signer.ts';
import { decodeBase45, encodeBase45 } from '../../../issuing/certificate/encoding/base45.ts';
import { rawOfDerSignature } from '../../../issuing/certificate/encoding/ecdsa-signature.ts';
import { cborHead } from '../../../issuing/certificate/encoding/write-cbor.ts';
import { decompressHcert } from '../../../issuing/certificate/hcert/compression.ts';
import { readCoseEnvelope, signedBytes } from '../../../issuing/certificate/hcert/cose-envelope.ts';
import { evaluateHcert } from '../../../issuing/certificate/hcert/evaluate-hcert.ts';
import { issueHcert } from '../../../issuing/certificate/hcert/issue-hcert.ts';
import { healthCardText, tokenOfHealthCard } from '../../../issuing/certificate/shc/health-card-text.ts';
import { issueHealthCard } from '../../../issuing/certificate/shc/issue-health-card.ts';
import { createTrialOrganisation } from '../../../issuing/certificate/trial-organisation.ts';
import { ownTrustList } from '../../../issuing/certificate/trust/own-trust-list.ts';
import { parseTrustList, type TrustList } from '../../../issuing/certificate/trust/trust-list.ts';
import { verifyCertificate } from '../../../issuing/certificate/verify-certificate.ts';
import { certificateFacts, issuerUrl, someTime } from '../../support/certificate-facts.ts';
import { must } from '../../support/test-station.ts';
import type { FuzzSet } from './fuzz-set.ts';

const atMs = epochMsOf(someTime);

/**
 * Every layer of a certificate gets hostile bytes of its own: a changed character of the whole would nearly always end
 * at the outermost. What lies outside the layer is made right again, the signature included.
 */
export async function certificateSet(): Promise<FuzzSet> {
  const { privateKeyPem, certificate } = await createTrialOrganisation(
    someTime,
    (count) => new Uint8Array(count),
  );
  const signer = must(createCertificateSigner(privateKeyPem, certificate));
  const trust = must(parseTrustList(ownTrustList(signer, issuerUrl, someTime)));
  const kid = createHash('sha256').update(certificate).digest().subarray(0, 8);
  const signBytes = (bytes: Uint8Array) => rawOfDerSignature(sign('sha256', bytes, privateKeyPem));
  const times = { issuedAt: someTime, expiresAt: addMinutes(someTime, 1000) };
  const hcert = await issueHcert(must(vaccinationCertificate(certificateFacts())), 'XX', times, signer);
  const card = must(await issueHealthCard(certificateFacts(), issuerUrl, someTime, signer));
  const [head = '', body = ''] = must(tokenOfHealthCard(card)).split('.');
  const cose = must(decompressHcert(must(decodeBase45(hcert.slice(4)))));
  const { payload } = must(readCoseEnvelope(cose));
  const whole = (bytes: Uint8Array) => `HC1:${encodeBase45(bytes)}`;
  const verified = (text: string) => verifyAll(text, trust);
  return {
    name: 'certificates',
    covered: '/issuing/certificate/',
    codes: 256,
    words,
    seeds: [
      hcert,
      card,
      textOf(cose),
      textOf(payload),
      Buffer.from(body, 'base64url').toString('latin1'),
      textOf(deflateSync(cose)),
      JSON.stringify({ iss: issuerUrl, nbf: 1, vc: { type: [], credentialSubject: { fhirBundle: {} } } }),
      textOf(deflateSync(new Uint8Array(2_000_000), { level: 9 })),
      textOf(deflateRawSync(new Uint8Array(2_000_000), { level: 9 })),
    ],
    targets: [
      verified,
      (text) => verified(`HC1:${text}`),
      (text) => verified(`shc:/${text.replace(/\D/g, '')}`),
      // Base45 of any zlib stream, and of any message in a good one.
      (text) => verified(whole(bytesOf(text))),
      (text) => verified(whole(deflateSync(bytesOf(text)))),
      // A good signature over any content.
      (text) => verified(whole(deflateSync(signedMessage(kid, bytesOf(text), signBytes)))),
      // A good signature over a token whose body is any DEFLATE stream, or any text in a good one.
      (text) => verified(healthCard(head, bytesOf(text), signBytes)),
      (text) => verified(healthCard(head, deflateRawSync(bytesOf(text)), signBytes)),
    ],
  };
}

function verifyAll(text: string, trust: TrustList): void {
  const verified = verifyCertificate(text, trust, atMs);
  if (verified.ok) historyOf(verified.value);
  evaluateHcert(text, trust.documentSigners, atMs);
}

function signedMessage(
  kid: Uint8Array,
  payload: Uint8Array,
  signBytes: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const protectedHeader = Buffer.concat([Uint8Array.of(0xa2, 0x01, 0x26, 0x04, 0x48), kid]);
  const signature = signBytes(signedBytes(protectedHeader, payload));
  const bytes = (value: Uint8Array) => [cborHead(2, value.length), value];
  return Buffer.concat([
    Uint8Array.of(0xd2, 0x84),
    ...bytes(protectedHeader),
    Uint8Array.of(0xa0),
    ...bytes(payload),
    ...bytes(signature),
  ]);
}

function healthCard(head: string, body: Uint8Array, signBytes: (bytes: Uint8Array) => Uint8Array): string {
  const signed = `${head}.${Buffer.from(body).toString('base64url')}`;
  const signature = Buffer.from(signBytes(Buffer.from(signed))).toString('base64url');
  return healthCardText(`${signed}.${signature}`);
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Heads of CBOR items that lie about what follows, pieces of COSE and JSON, marks of compressed streams. */
const words: readonly string[] = [
  'HC1:',
  'shc:/',
  '\u009f',
  '\u00bf',
  '\u00ff',
  '\u005f',
  '\u007f',
  '\u009b\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff',
  '\u00bb\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff',
  '\u005b\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000',
  '\u001b\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff',
  '\u003b\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff',
  '\u00f9\u007e\u0000',
  '\u00fb\u007f\u00f0\u0000\u0000\u0000\u0000\u0000\u0000',
  '\u0081'.repeat(20),
  '\u00c6'.repeat(20),
  '\u00a1'.repeat(20),
  '\u00d8\u003d\u00d2',
  '\u00a2\u0001\u0026\u0004\u0048',
  '\u0001\u0038\u0024',
  '\u0004\u001a',
  '\u0006\u001a',
  '\u0039\u0001\u0003\u00a1\u0001',
  '\u00f6',
  '\u00f7',
  '\u00a0',
  '\u0040',
  '\u0062dn',
  '\u0062sd\u0001',
  '\u0063dob',
  '\u0063nam',
  '\u0061v\u0081',
  '\u0078\u009c',
  '\u004b\u00ff',
  '"__proto__":{}',
  '"resourceType":"Patient"',
  '"entry":[]',
  '"nbf":1e308',
  '[[[[[[[[[[[[[[[[',
  '\\ud800',
  '1e999',
  '-0',
];
