import { deflateRawSync } from 'node:zlib';
import type { CertificateFacts } from '../../../domain/certificates/vaccination-entry.ts';
import { codesOfAuthorisation } from '../../../domain/certificates/vaccine-codes.ts';
import { epochMsOf, type Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { CertificateSigner } from '../certificate-signer.ts';
import { healthCardText, maximumTokenLength } from './health-card-text.ts';
import { keyThumbprint } from './thumbprint.ts';

export type HealthCardRefusal = 'vaccine-not-coded' | 'card-too-long';

/** The text (`shc:/…`) of a SMART Health Card over one dose. `issuerUrl` is where the keys are published. */
export async function issueHealthCard(
  facts: CertificateFacts,
  issuerUrl: string,
  issuedAt: Instant,
  signer: CertificateSigner,
): Promise<Result<string, HealthCardRefusal>> {
  const bundle = bundleOf(facts);
  if (!bundle) return refuse('vaccine-not-coded');
  const { x = '', y = '' } = signer.publicKey.export({ format: 'jwk' });
  const header = { zip: 'DEF', alg: 'ES256', kid: keyThumbprint({ x, y }) };
  const claims = {
    iss: issuerUrl,
    nbf: Math.floor(epochMsOf(issuedAt) / 1000),
    vc: {
      type: ['https://smarthealth.cards#health-card', 'https://smarthealth.cards#immunization'],
      credentialSubject: { fhirVersion: '4.0.1', fhirBundle: bundle },
    },
  };
  const payload = deflateRawSync(JSON.stringify(claims), { level: 9 }).toString('base64url');
  const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
  const signature = Buffer.from(await signer.sign(Buffer.from(signed))).toString('base64url');
  const token = `${signed}.${signature}`;
  return token.length > maximumTokenLength ? refuse('card-too-long') : accept(healthCardText(token));
}

/** Patient and immunization, with the short resource links that the framework asks for. */
function bundleOf(facts: CertificateFacts): object | undefined {
  const codes = codesOfAuthorisation(facts.authorisation);
  if (!codes) return undefined;
  const patient = {
    resourceType: 'Patient',
    name: [{ family: facts.familyName.normalize('NFC'), given: [facts.givenName.normalize('NFC')] }],
    birthDate: facts.birthDate,
  };
  const coding = codes.cvx
    ? { system: 'http://hl7.org/fhir/sid/cvx', code: codes.cvx }
    : { system: 'http://snomed.info/sct', code: codes.prophylaxis };
  const immunization = {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { coding: [coding] },
    patient: { reference: 'resource:0' },
    occurrenceDateTime: facts.givenOn,
    ...(facts.lot === undefined ? {} : { lotNumber: facts.lot }),
    performer: [{ actor: { display: facts.issuer } }],
  };
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { fullUrl: 'resource:0', resource: patient },
      { fullUrl: 'resource:1', resource: immunization },
    ],
  };
}
