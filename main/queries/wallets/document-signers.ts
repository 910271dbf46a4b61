import type { DocumentSignerView } from '../../../contracts/ipc/wallets-contract.ts';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { expiryWarning } from '../../../domain/passes/certificate-expiry.ts';
import {
  type CertificateSigner,
  createCertificateSigner,
} from '../../../issuing/certificate/certificate-signer.ts';
import {
  type DocumentSigner,
  readDocumentSigner,
} from '../../../issuing/certificate/hcert/document-signer.ts';
import { isTrialSigner } from '../../../issuing/certificate/hcert/import-document-signer.ts';
import type { Reads } from '../../context.ts';
import { secretOf } from '../../store/secrets.ts';
import { settingOf } from '../../store/settings.ts';

type Source = Pick<Reads, 'db' | 'now'>;

/** Who may sign vaccination certificates here, the one that does first. */
export function documentSigners(source: Source): DocumentSignerView[] {
  const signers = keptSigners(source);
  const inUse = signerInForce(source, signers);
  return signers
    .map(({ signer }) => viewOf(signer, signer.kid === inUse?.signer.kid, source))
    .sort((one, other) => Number(other.isInUse) - Number(one.isInUse));
}

/** Signs the next certificate: of those in force the one that lasts longest. Undefined while there is none. */
export function currentDocumentSigner(source: Source): CertificateSigner | undefined {
  const kept = signerInForce(source, keptSigners(source));
  const key = kept && secretOf(source.db, `document-key-${kept.signer.kid}`);
  if (!kept || !key) return undefined;
  const signer = createCertificateSigner(Buffer.from(key).toString('utf8'), kept.der);
  return signer.ok ? signer.value : undefined;
}

interface KeptSigner {
  readonly signer: DocumentSigner;
  readonly der: Uint8Array;
}

function keptSigners({ db }: Source): KeptSigner[] {
  return (settingOf(db, 'document-signers') ?? []).flatMap(({ certificate }) => {
    const der = new Uint8Array(Buffer.from(certificate, 'base64'));
    const signer = readDocumentSigner(der);
    return signer.ok ? [{ signer: signer.value, der }] : [];
  });
}

function signerInForce({ now }: Source, signers: readonly KeptSigner[]): KeptSigner | undefined {
  const at = now();
  return signers
    .filter(({ signer }) => instantOf(signer.validFromMs) <= at && at <= instantOf(signer.validToMs))
    .sort((one, other) => other.signer.validToMs - one.signer.validToMs)[0];
}

function viewOf(signer: DocumentSigner, isInUse: boolean, { now }: Source): DocumentSignerView {
  const { kid, country = '', subject, allowed, validFromMs, validToMs } = signer;
  return {
    kid,
    country,
    subject: subject.split('\n').join(', '),
    states: [...(allowed ?? (['vaccination', 'test', 'recovery'] as const))],
    notBefore: instantOf(validFromMs),
    notAfter: instantOf(validToMs),
    isTrial: isTrialSigner(signer),
    isInUse,
    ...expiryWarning(instantOf(validToMs), now(), 'document'),
  };
}
