import { X509Certificate } from 'node:crypto';
import type {
  GoogleView,
  PassCertificateView,
  WalletsOverview,
} from '../../../contracts/ipc/wallets-contract.ts';
import { expiryWarning } from '../../../domain/passes/certificate-expiry.ts';
import { type GoogleFaultCode, googleSentences } from '../../../issuing/google/google-fault.ts';
import { authorityOf } from '../../../issuing/keys/pass-certificate.ts';
import type { Reads } from '../../context.ts';
import type { PassSigners } from '../../outbox/pass-signers.ts';
import { countsOfKind, faultOfLane, outboxCounts } from '../../store/outbox/outbox.ts';
import { settingOf } from '../../store/settings.ts';
import { googleObjectCounts } from '../../store/tables/wallets/google-objects.ts';
import { certificateRequests, passCertificates } from '../../store/tables/wallets/pass-certificates.ts';
import { documentSigners } from './document-signers.ts';

type Signing = Reads & { readonly signers: PassSigners };

/** Everything the site lead sees of wallets, certificates and accounts. */
export function walletsOverview(station: Signing): WalletsOverview {
  const { db, settings } = station;
  return {
    mode: settings.mode,
    centre: {
      name: settings.centreName,
      address: settings.centreAddress,
      phone: settings.centrePhone,
      timeZone: settings.timeZone,
      districtKey: settings.districtKey ?? '',
    },
    certificates: certificates(station),
    requests: certificateRequests(db).map((row) => ({
      id: row.request_id,
      organisation: row.organisation,
      createdAt: row.created_at,
    })),
    waitingPasses: station.signers.current().ok ? 0 : outboxCounts(db, 'signing').waiting,
    documentSigners: documentSigners(station),
    google: googleView(station),
  };
}

/** Imported ones, the one in use first; a trial's own where nothing was imported. */
function certificates(station: Signing): PassCertificateView[] {
  const current = station.signers.current();
  const inUse = current.ok ? current.value.signer.certificate : undefined;
  const rows = passCertificates(station.db).map((row) => ({
    fingerprint: row.fingerprint,
    passTypeId: row.pass_type_id,
    teamId: row.team_id,
    notBefore: row.not_before,
    notAfter: row.not_after,
    isTrial: authorityOf(new X509Certificate(row.wwdr_pem)) === 'trial',
  }));
  const shown = inUse && !rows.some(({ fingerprint }) => fingerprint === inUse.fingerprint) ? [inUse] : [];
  return [...shown, ...rows]
    .map(({ fingerprint, passTypeId, teamId, notBefore, notAfter, isTrial }) => ({
      ...{ fingerprint, passTypeId, teamId, notBefore, notAfter, isTrial },
      isInUse: fingerprint === inUse?.fingerprint,
      ...expiryWarning(notAfter, station.now()),
    }))
    .sort((one, other) => Number(other.isInUse) - Number(one.isInUse));
}

function googleView({ db }: Reads): GoogleView | undefined {
  const settings = settingOf(db, 'google');
  if (!settings) return undefined;
  const { waiting, failed } = countsOfKind(db, 'google-object');
  const fault = faultOfLane(db, 'wallet');
  return {
    ...settings,
    sent: googleObjectCounts(db).sent,
    waiting,
    failed,
    ...(fault && Object.hasOwn(googleSentences, fault)
      ? { fault: googleSentences[fault as GoogleFaultCode] }
      : {}),
  };
}
