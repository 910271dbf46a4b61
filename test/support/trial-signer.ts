import type { Instant } from '../../domain/kernel/instant.ts';
import { createFileSigner, type PassSigner } from '../../issuing/keys/signer.ts';
import type { TrialAuthority } from '../../issuing/keys/trial-authority.ts';
import { authorityOfDay } from './prepared-store.ts';

export const testNow = '2026-11-20T08:00:00.000Z' as Instant;

let made: Promise<{ authority: TrialAuthority; signer: PassSigner }> | undefined;

/** One trial authority and its signer for a whole test file: making keys is the slow part. */
export function trialSigner(): Promise<{ authority: TrialAuthority; signer: PassSigner }> {
  made ??= makeTrialSigner();
  return made;
}

async function makeTrialSigner() {
  const authority = await authorityOfDay(testNow);
  const signer = createFileSigner({
    certificate: authority.passCertificatePem,
    wwdr: authority.wwdrPem,
    privateKeyPem: authority.privateKeyPem,
  });
  if (!signer.ok) throw new Error(signer.refusal);
  return { authority, signer: signer.value };
}
