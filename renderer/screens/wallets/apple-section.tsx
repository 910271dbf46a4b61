import { useTranslation } from 'react-i18next';
import type { PassCertificateView, WalletsOverview } from '../../../contracts/ipc/wallets-contract.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { CertificateImportForm } from './certificate-import-form.tsx';
import { CertificateRequestForm } from './certificate-request-form.tsx';

/** Apple's certificate: what is in force, when it ends, and the three steps to a new one. */
export function AppleSection({ overview }: { overview: WalletsOverview }) {
  const { t } = useTranslation();
  const { certificates, waitingPasses, requests, centre } = overview;
  const isOnTrialAuthority = certificates.some(({ isInUse, isTrial }) => isInUse && isTrial);
  return (
    <Card title={t('wallets.apple.title')}>
      <p className="station-dim">{t('wallets.apple.text')}</p>
      {isOnTrialAuthority && (
        <p className="wallets-said" data-tone="amber">
          {t('wallets.apple.trial')}
        </p>
      )}
      {certificates.length === 0 && (
        <p className="wallets-said" data-tone="amber">
          {t('wallets.apple.missing')}
        </p>
      )}
      {waitingPasses > 0 && <p>{t('wallets.apple.waiting', { count: waitingPasses })}</p>}
      <ul className="wallets-list" data-testid="certificates">
        {certificates.map((certificate) => (
          <Certificate key={certificate.fingerprint} certificate={certificate} />
        ))}
      </ul>
      <h4>{t('wallets.apple.request.title')}</h4>
      <CertificateRequestForm organisation={centre.name} requests={requests} />
      <h4>{t('wallets.apple.order.title')}</h4>
      <ol>
        {(['first', 'second', 'third', 'fourth'] as const).map((step) => (
          <li key={step}>{t(`wallets.apple.order.${step}`)}</li>
        ))}
      </ol>
      <h4>{t('wallets.apple.import.title')}</h4>
      <CertificateImportForm />
    </Card>
  );
}

function Certificate({ certificate }: { certificate: PassCertificateView }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  const { passTypeId, teamId, notAfter, isInUse, isTrial, level, daysLeft, sentence } = certificate;
  return (
    <li data-in-use={isInUse}>
      <strong>{passTypeId}</strong>
      <span>{t('wallets.apple.team', { team: teamId })}</span>
      <span>{t('wallets.apple.until', { date: date(notAfter.slice(0, 10) as PlainDate) })}</span>
      <span className="wallets-mark" data-level={level}>
        {level === 'expired' ? t('wallets.apple.ended') : t('wallets.apple.daysLeft', { count: daysLeft })}
      </span>
      <span className="wallets-mark" data-level={isInUse ? 'in-use' : undefined}>
        {t(isInUse ? 'wallets.apple.inUse' : 'wallets.apple.kept')}
      </span>
      {isTrial && <span className="wallets-mark">{t('wallets.apple.isTrial')}</span>}
      {isInUse && sentence && <span role="status">{sentence[language]}</span>}
    </li>
  );
}
