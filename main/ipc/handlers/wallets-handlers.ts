import type { walletsContract } from '../../../contracts/ipc/wallets-contract.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { trialIssuerId } from '../../../issuing/google/simulated/trial-account.ts';
import { describeCentre } from '../../commands/centre/describe-centre.ts';
import { pushCentreName } from '../../commands/templates/push-centre-name.ts';
import { googleSaveLink } from '../../commands/wallets/google-save-link.ts';
import { importCertificate } from '../../commands/wallets/import-certificate.ts';
import { importDocumentSigner } from '../../commands/wallets/import-document-signer.ts';
import { removeGoogleWallet } from '../../commands/wallets/remove-google-wallet.ts';
import { requestPassCertificate } from '../../commands/wallets/request-pass-certificate.ts';
import { setGoogleWallet } from '../../commands/wallets/set-google-wallet.ts';
import { testGoogleWallet } from '../../commands/wallets/test-google-wallet.ts';
import { googleCardOfPerson } from '../../queries/wallets/google-card-of-person.ts';
import { walletsOverview } from '../../queries/wallets/wallets-overview.ts';
import { certificateRequests } from '../../store/tables/wallets/pass-certificates.ts';
import { trialAccountFile } from '../../trial/trial-google-account.ts';
import type { HandlersOf } from '../handler.ts';

export const walletsHandlers: HandlersOf<keyof typeof walletsContract> = {
  'wallets.overview': (station) => accept(walletsOverview(station)),
  'wallets.describe-centre': (station, input, { actor }) => describeCentre(station, actor, input),
  'wallets.push-centre-name': (station, input, { actor }) => pushCentreName(station, actor, input),
  'wallets.request-certificate': (station, input, { actor }) => requestPassCertificate(station, actor, input),
  'wallets.certificate-request': ({ db }, { id }) => {
    const request = certificateRequests(db).find(({ request_id }) => request_id === id);
    if (!request) return refuse('request-unknown');
    return accept({ fileName: 'impfpass.certSigningRequest', pem: request.request_pem });
  },
  'wallets.import-certificate': (station, { files, ...input }, { actor }) =>
    importCertificate(station, actor, { ...input, files: files.map(decoded) }),
  'wallets.import-document-signer': (station, { files, ...input }, { actor }) =>
    importDocumentSigner(station, actor, { ...input, files: files.map(decoded) }),
  'wallets.set-google': (station, { accountFile, ...input }, { actor }) =>
    setGoogleWallet(station, actor, {
      ...input,
      ...(accountFile ? { accountFile: decoded(accountFile).content } : {}),
    }),
  'wallets.test-google': (station) => testGoogleWallet(station),
  'wallets.remove-google': (station, { requestId }, { actor }) =>
    removeGoogleWallet(station, actor, requestId),
  'wallets.trial-account': ({ db, settings }) => {
    const file = settings.mode === 'trial' ? trialAccountFile(db) : undefined;
    if (!file) return refuse('not-a-trial');
    const content = Buffer.from(file).toString('base64');
    return accept({ fileName: 'google-testkonto.json', issuerId: trialIssuerId, content });
  },
  'google.card': (station, { personId, language }) => googleCardOfPerson(station, personId, language),
  'google.save-link': (station, { passId }) => googleSaveLink(station, passId),
};

function decoded({ name, content }: { name: string; content: string }) {
  return { name, content: new Uint8Array(Buffer.from(content, 'base64')) };
}
