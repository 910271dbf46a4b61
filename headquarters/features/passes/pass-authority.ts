import { randomBytes } from 'node:crypto';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { createFileSigner, type PassSigner, type SignerFiles } from '../../../issuing/keys/signer.ts';
import { createTrialAuthority, type TrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import type { Databases } from '../../store/open-databases.ts';
import type { ServerKey } from '../../store/server-key.ts';
import { serverSecret } from '../../store/server-secrets.ts';

/** Who signs passes, and the key with which the certificate speaks to Apple's push service. */
export interface PassAuthority {
  readonly signer: PassSigner;
  readonly passTypeId: string;
  readonly files: SignerFiles;
  readonly caPem: string;
  /** Made here, and trusted by no phone. */
  readonly isTrial: boolean;
}

interface PassAuthorityParts {
  readonly databases: Pick<Databases, 'app'>;
  readonly key: ServerKey;
  readonly now: () => Instant;
  /** Apple's pass certificate with its key; a trial's of our own when left out. */
  readonly passFiles?: SignerFiles;
}

/** The certificate that was given, or a trial's of our own; the same on every instance. */
export async function openPassAuthority({
  databases,
  key,
  now,
  passFiles,
}: PassAuthorityParts): Promise<PassAuthority> {
  if (passFiles) return authorityOf(passFiles, String(passFiles.wwdr), false);
  const kept = await serverSecret(databases.app, key, 'pass-authority', async () =>
    Buffer.from(JSON.stringify(await createTrialAuthority({ now: now(), randomBytes }))),
  );
  const trial = JSON.parse(kept.toString('utf8')) as TrialAuthority;
  const files = {
    certificate: trial.passCertificatePem,
    wwdr: trial.wwdrPem,
    privateKeyPem: trial.privateKeyPem,
  };
  return authorityOf(files, trial.caPem, true);
}

function authorityOf(files: SignerFiles, caPem: string, isTrial: boolean): PassAuthority {
  const signer = createFileSigner(files);
  if (!signer.ok) throw new Error(`the pass certificate cannot sign: ${signer.refusal}`);
  return { signer: signer.value, passTypeId: signer.value.certificate.passTypeId, files, caPem, isTrial };
}
