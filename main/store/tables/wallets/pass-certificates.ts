import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

/** A certificate that passes were or are signed with. Its private key is the secret `certificate-key-<fingerprint>`. */
export interface PassCertificateRow {
  /** SHA-256, upper-case hex. */
  readonly fingerprint: string;
  readonly certificate_pem: string;
  readonly wwdr_pem: string;
  readonly pass_type_id: string;
  readonly team_id: string;
  readonly not_before: Instant;
  readonly not_after: Instant;
  readonly imported_at: Instant;
}

/** The newest import first. */
export function passCertificates(db: ReadableDb): PassCertificateRow[] {
  return db.all<PassCertificateRow>('SELECT * FROM pass_certificate ORDER BY imported_at DESC, fingerprint');
}

export function keepPassCertificate(db: WritableDb, row: PassCertificateRow): void {
  db.run(
    `INSERT OR REPLACE INTO pass_certificate
      (fingerprint, certificate_pem, wwdr_pem, pass_type_id, team_id, not_before, not_after, imported_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.fingerprint,
    row.certificate_pem,
    row.wwdr_pem,
    row.pass_type_id,
    row.team_id,
    row.not_before,
    row.not_after,
    row.imported_at,
  );
}

/** A request that went to Apple. Its private key is the secret `request-key-<id>`. */
export interface CertificateRequestRow {
  readonly request_id: string;
  readonly request_pem: string;
  readonly organisation: string;
  readonly email: string;
  readonly created_at: Instant;
}

/** The newest first: Apple may still answer an older one. */
export function certificateRequests(db: ReadableDb): CertificateRequestRow[] {
  return db.all<CertificateRequestRow>(
    'SELECT * FROM certificate_request ORDER BY created_at DESC, request_id DESC',
  );
}

export function keepCertificateRequest(db: WritableDb, row: CertificateRequestRow): void {
  db.run(
    `INSERT INTO certificate_request (request_id, request_pem, organisation, email, created_at)
      VALUES (?, ?, ?, ?, ?)`,
    row.request_id,
    row.request_pem,
    row.organisation,
    row.email,
    row.created_at,
  );
}
