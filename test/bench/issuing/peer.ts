import { PKPass } from 'passkit-generator';
import type { TrialAuthority } from '../../../issuing/keys/trial-authority.ts';

/**
 * passkit-generator in its quickest use: the model is in memory and read by nobody; for each pass it parses
 * the certificates, hashes, signs and packs, as it does for every application.
 */
export function peerIssuer(files: ReadonlyMap<string, Uint8Array>, authority: TrialAuthority) {
  const buffers = Object.fromEntries([...files].map(([name, content]) => [name, Buffer.from(content)]));
  const certificates = {
    wwdr: authority.wwdrPem,
    signerCert: authority.passCertificatePem,
    signerKey: authority.privateKeyPem,
  };
  return () => new PKPass({ ...buffers }, certificates).getAsBuffer();
}
