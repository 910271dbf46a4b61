import type { Refusal } from '../../../contracts/ipc/answer.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { createCertificateRequest } from '../../../issuing/keys/certificate-request.ts';
import { requestTexts } from '../../../issuing/keys/import-texts.ts';
import type { Writes } from '../../context.ts';
import { keepSecret } from '../../store/secrets.ts';
import { answeredValue } from '../../store/tables/requests.ts';
import { keepCertificateRequest } from '../../store/tables/wallets/pass-certificates.ts';
import { runCommand } from '../run-command.ts';

export interface RequestPassCertificateInput {
  readonly requestId: string;
  readonly organisation: string;
  readonly email: string;
  readonly country: string;
}

/** Makes key and request for Apple. The key goes into the encrypted store and waits there for the answer. */
export async function requestPassCertificate(
  station: Writes,
  actor: Actor,
  { requestId, ...asked }: RequestPassCertificateInput,
): Promise<Result<{ id: string }, Refusal<'request-refused'>>> {
  const call = { name: 'request-certificate', actor, requestId };
  const { db, now } = station;
  const isKnown = answeredValue(db, requestId, call.name) !== undefined;
  const made = isKnown ? undefined : await createCertificateRequest(asked);
  if (made && !made.ok)
    return refuse({
      reason: 'request-refused',
      details: { code: made.refusal, ...requestTexts[made.refusal] },
    });
  return runCommand(station, call, () => {
    if (!made) throw new Error('an answered request was not answered again');
    const id = station.newId();
    keepSecret(db, `request-key-${id}`, Buffer.from(made.value.privateKeyPem));
    keepCertificateRequest(db, {
      request_id: id,
      request_pem: made.value.requestPem,
      organisation: asked.organisation,
      email: asked.email,
      created_at: now(),
    });
    const data = { certificateRequestId: id, organisation: asked.organisation };
    return accept({
      stream: 'centre',
      events: [{ type: 'CertificateRequested', version: 1, data }],
      value: { id },
    });
  });
}
