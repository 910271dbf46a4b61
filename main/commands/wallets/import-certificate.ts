import type { KeyObject } from 'node:crypto';
import type { Refusal } from '../../../contracts/ipc/answer.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { readRequestKey } from '../../../issuing/keys/certificate-request.ts';
import { type ImportedCertificate, takePassCertificate } from '../../../issuing/keys/import-certificate.ts';
import { importSentence } from '../../../issuing/keys/import-texts.ts';
import type { KeyFile } from '../../../issuing/keys/read-key-files.ts';
import type { Writes } from '../../context.ts';
import { retryAll } from '../../store/outbox/outbox.ts';
import { keepSecret, secretOf } from '../../store/secrets.ts';
import {
  certificateRequests,
  keepPassCertificate,
  passCertificates,
} from '../../store/tables/wallets/pass-certificates.ts';
import type { KeyReader } from '../../wallets/key-reader.ts';
import { runCommand } from '../run-command.ts';

export interface ImportCertificateInput {
  readonly requestId: string;
  readonly files: readonly KeyFile[];
  readonly passphrase?: string;
}

/**
 * Takes the certificate that Apple issued, checks everything a phone would and puts it to use: new passes are
 * signed with it at once, what waited for one is due, and earlier ones stay until they end.
 */
export async function importCertificate(
  station: Writes & { readonly alsoApple: readonly string[] | undefined; readonly keyReader: KeyReader },
  actor: Actor,
  { requestId, files, passphrase }: ImportCertificateInput,
): Promise<Result<{ fingerprint: string }, Refusal<'certificate-refused'>>> {
  const material = await station.keyReader.read(files, passphrase);
  const topics = ['system', 'passes', 'desk'] as const;
  return runCommand(station, { name: 'import-certificate', actor, requestId, topics }, () => {
    const { db, now, settings, alsoApple } = station;
    const [known] = settings.mode === 'live' ? passCertificates(db) : [];
    const expected = {
      now: now(),
      centre: settings.mode,
      requestKeys: waitingKeys(station),
      alsoApple,
      // Another pass type or team would leave every pass that is out there without updates.
      passTypeId: known?.pass_type_id,
      teamId: known?.team_id,
    };
    const imported = material.ok ? takePassCertificate(material.value, expected) : material;
    if (!imported.ok) {
      const { refusal } = imported;
      return refuse({
        reason: 'certificate-refused',
        details: { code: refusal.code, ...importSentence(refusal) },
      });
    }
    const { fingerprint } = keep(station, imported.value);
    retryAll(db, 'sign-pass', now());
    const { passTypeId, teamId, notAfter } = imported.value.certificate;
    return accept({
      stream: 'centre',
      events: [
        { type: 'PassCertificateImported', version: 1, data: { fingerprint, passTypeId, teamId, notAfter } },
      ],
      value: { fingerprint },
    });
  });
}

/** The keys that were made here for requests: Apple answers without one. */
function waitingKeys({ db }: Writes): KeyObject[] {
  return certificateRequests(db).flatMap(({ request_id }) => {
    const pem = secretOf(db, `request-key-${request_id}`);
    return (pem && readRequestKey(Buffer.from(pem).toString('utf8'))) ?? [];
  });
}

function keep({ db, now }: Writes, imported: ImportedCertificate): { fingerprint: string } {
  const { fingerprint, passTypeId, teamId, notBefore, notAfter } = imported.certificate;
  keepSecret(db, `certificate-key-${fingerprint}`, Buffer.from(imported.privateKeyPem));
  keepPassCertificate(db, {
    fingerprint,
    certificate_pem: imported.certificatePem,
    wwdr_pem: imported.wwdrPem,
    pass_type_id: passTypeId,
    team_id: teamId,
    not_before: notBefore,
    not_after: notAfter,
    imported_at: now(),
  });
  return { fingerprint };
}
