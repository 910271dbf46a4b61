import { useTranslation } from 'react-i18next';
import type { DocumentSignerView, WalletsOverview } from '../../../contracts/ipc/wallets-contract.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { CertificateFilesForm } from './certificate-files-form.tsx';

/** Who signs vaccination certificates: what is in force, what it may state, when it ends, and the way to a new one. */
export function DocumentSignerSection({ signers }: { signers: WalletsOverview['documentSigners'] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('documentSigner.title')}>
      <p className="station-dim">{t('documentSigner.text')}</p>
      {signers.length === 0 && <p>{t('documentSigner.none')}</p>}
      <ul className="wallets-list" data-testid="document-signers">
        {signers.map((signer) => (
          <Signer key={signer.kid} signer={signer} />
        ))}
      </ul>
      <h4>{t('documentSigner.import')}</h4>
      <CertificateFilesForm
        channel="wallets.import-document-signer"
        name="signer"
        words={{
          files: t('documentSigner.files'),
          send: t('documentSigner.send'),
          done: t('documentSigner.done'),
        }}
      />
    </Card>
  );
}

function Signer({ signer }: { signer: DocumentSignerView }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  const { country, subject, states, notBefore, notAfter, isInUse, isTrial, level, daysLeft, sentence } =
    signer;
  const day = (at: string) => date(at.slice(0, 10) as PlainDate);
  return (
    <li data-in-use={isInUse}>
      <strong>{t('documentSigner.country', { country })}</strong>
      <span>{subject}</span>
      <span>
        {t('documentSigner.states', {
          what: states.map((state) => t(`documentSigner.state.${state}`)).join(', '),
        })}
      </span>
      <span>{t('documentSigner.dates', { from: day(notBefore), until: day(notAfter) })}</span>
      <span className="wallets-mark" data-level={level}>
        {level === 'expired' ? t('wallets.apple.ended') : t('wallets.apple.daysLeft', { count: daysLeft })}
      </span>
      <span className="wallets-mark" data-level={isInUse ? 'in-use' : undefined}>
        {t(isInUse ? 'documentSigner.inUse' : 'wallets.apple.kept')}
      </span>
      {isTrial && <span className="wallets-mark">{t('wallets.apple.isTrial')}</span>}
      {sentence && <span role="status">{sentence[language]}</span>}
    </li>
  );
}
