import { X509Certificate } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type ChoiceRefusal, chooseCertificate } from '../../domain/passes/choose-certificate.ts';
import { authorityOf } from '../../issuing/keys/pass-certificate.ts';
import { createFileSigner, type PassSigner } from '../../issuing/keys/signer.ts';
import { createTrialAuthority, type TrialAuthority } from '../../issuing/keys/trial-authority.ts';
import type { WritableDb } from '../store/database.ts';
import { keepSecret, secretOf } from '../store/secrets.ts';
import type { CentreSettings } from '../store/settings.ts';
import { type PassCertificateRow, passCertificates } from '../store/tables/wallets/pass-certificates.ts';

export interface PassSignersParts {
  readonly db: WritableDb;
  readonly settings: CentreSettings;
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Fingerprints that count as Apple's intermediates beside the real ones: for tests of a live centre. */
  readonly alsoApple?: readonly string[];
}

/** Which certificate signs the next pass: asked for each one, so that an imported successor takes over at once. */
export interface PassSigners {
  current(): Result<CurrentSigner, ChoiceRefusal>;
}

export interface CurrentSigner {
  readonly signer: PassSigner;
  /** Who vouches for the certificate, PEM: what an independent verifier needs. */
  readonly authorityPem: string;
}

/**
 * The signers of a stand-alone centre. A trial centre makes its own authority on first use, which is kept in the
 * encrypted store and which no phone trusts; a live centre never has one and waits for Apple's certificate.
 */
export async function openPassSigners(parts: PassSignersParts): Promise<PassSigners> {
  const { db, settings, now } = parts;
  const trial = settings.mode === 'trial' ? (storedAuthority(db) ?? (await makeAuthority(parts))) : undefined;
  const opened = new Map<string, CurrentSigner>();
  const evaluated = new Map<string, boolean>();
  const mayServe = (row: PassCertificateRow): boolean => {
    const known = evaluated.get(row.fingerprint) ?? isFit(row, parts);
    evaluated.set(row.fingerprint, known);
    return known;
  };
  return {
    current() {
      const rows = passCertificates(db).filter(mayServe);
      const [newest] = rows;
      if (!newest) return trial ? accept(trialSigner(trial, opened)) : refuse('no-certificate');
      const chosen = chooseCertificate(rows.map(datedRow), newest.pass_type_id, now());
      return chosen.ok ? accept(signerOf(db, chosen.value.row, opened)) : chosen;
    },
  };
}

/** A trial's certificate that got into a live store, whichever way, is never signed with. */
function isFit(row: PassCertificateRow, { settings, alsoApple = [] }: PassSignersParts): boolean {
  if (settings.mode === 'trial') return true;
  const wwdr = new X509Certificate(row.wwdr_pem);
  return authorityOf(wwdr, alsoApple) === 'apple';
}

function datedRow(row: PassCertificateRow) {
  return { row, passTypeId: row.pass_type_id, notBefore: row.not_before, notAfter: row.not_after };
}

function signerOf(
  db: WritableDb,
  row: PassCertificateRow,
  opened: Map<string, CurrentSigner>,
): CurrentSigner {
  const known = opened.get(row.fingerprint);
  if (known) return known;
  const key = secretOf(db, `certificate-key-${row.fingerprint}`);
  const signer = createFileSigner({
    certificate: row.certificate_pem,
    wwdr: row.wwdr_pem,
    privateKeyPem: Buffer.from(key ?? []).toString('utf8'),
  });
  if (!signer.ok) throw new Error(`a kept pass certificate cannot sign: ${signer.refusal}`);
  const current = { signer: signer.value, authorityPem: row.wwdr_pem };
  opened.set(row.fingerprint, current);
  return current;
}

function trialSigner(trial: TrialAuthority, opened: Map<string, CurrentSigner>): CurrentSigner {
  const known = opened.get('trial');
  if (known) return known;
  const signer = createFileSigner({
    certificate: trial.passCertificatePem,
    wwdr: trial.wwdrPem,
    privateKeyPem: trial.privateKeyPem,
  });
  if (!signer.ok) throw new Error(`the trial certificate cannot sign: ${signer.refusal}`);
  const current = { signer: signer.value, authorityPem: trial.caPem };
  opened.set('trial', current);
  return current;
}

function storedAuthority(db: WritableDb): TrialAuthority | undefined {
  const stored = secretOf(db, 'pass-authority');
  return stored && (JSON.parse(Buffer.from(stored).toString('utf8')) as TrialAuthority);
}

async function makeAuthority({ db, now, randomBytes }: PassSignersParts): Promise<TrialAuthority> {
  const authority = await createTrialAuthority({ now: now(), randomBytes });
  keepSecret(db, 'pass-authority', Buffer.from(JSON.stringify(authority)));
  return authority;
}
