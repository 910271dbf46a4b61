import { useTranslation } from 'react-i18next';
import { CertificateFilesForm } from './certificate-files-form.tsx';

/** Step three: Apple's answer, or an export with its key. */
export function CertificateImportForm() {
  const { t } = useTranslation();
  const words = {
    files: t('wallets.apple.import.files'),
    send: t('wallets.apple.import.send'),
    done: t('wallets.apple.import.done'),
  };
  return (
    <>
      <p className="station-dim">{t('wallets.apple.import.text')}</p>
      <CertificateFilesForm channel="wallets.import-certificate" name="certificate" words={words} />
    </>
  );
}
