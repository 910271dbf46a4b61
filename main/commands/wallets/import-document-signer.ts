import type { Refusal } from '../../../contracts/ipc/answer.ts';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { documentSignerSentence } from '../../../issuing/certificate/hcert/document-signer-texts.ts';
import {
  type ImportedDocumentSigner,
  takeDocumentSigner,
} from '../../../issuing/certificate/hcert/import-document-signer.ts';
import type { KeyFile } from '../../../issuing/keys/read-key-files.ts';
import type { Writes } from '../../context.ts';
import { keepSecret } from '../../store/secrets.ts';
import { keepSetting, settingOf } from '../../store/settings.ts';
import type { KeyReader } from '../../wallets/key-reader.ts';
import { runCommand } from '../run-command.ts';

export interface ImportDocumentSignerInput {
  readonly requestId: string;
  readonly files: readonly KeyFile[];
  readonly passphrase?: string;
}

/** Takes over the certificate and key that vaccination certificates are signed with. Earlier ones stay until they end. */
export async function importDocumentSigner(
  station: Writes & { readonly keyReader: KeyReader },
  actor: Actor,
  { requestId, files, passphrase }: ImportDocumentSignerInput,
): Promise<Result<{ kid: string }, Refusal<'document-signer-refused'>>> {
  const material = await station.keyReader.read(files, passphrase);
  const call = { name: 'import-document-signer', actor, requestId };
  return runCommand(station, call, () => {
    const { mode: centre } = station.settings;
    const read = material.ok ? takeDocumentSigner(material.value, { now: station.now(), centre }) : material;
    if (!read.ok) {
      const { refusal } = read;
      const details = { code: refusal.code, ...documentSignerSentence(refusal) };
      return refuse({ reason: 'document-signer-refused', details });
    }
    const { kid, country = '', validToMs } = read.value.signer;
    keep(station, read.value);
    const data = { kid, country, notAfter: instantOf(validToMs) };
    return accept({
      stream: 'centre',
      events: [{ type: 'DocumentSignerImported', version: 1, data }],
      value: { kid },
    });
  });
}

function keep({ db, now }: Writes, { signer, certificate, privateKeyPem }: ImportedDocumentSigner): void {
  const { kid } = signer;
  const others = (settingOf(db, 'document-signers') ?? []).filter((kept) => kept.kid !== kid);
  const kept = { kid, certificate: Buffer.from(certificate).toString('base64'), importedAt: now() };
  keepSecret(db, `document-key-${kid}`, Buffer.from(privateKeyPem));
  keepSetting(db, 'document-signers', [kept, ...others]);
}
