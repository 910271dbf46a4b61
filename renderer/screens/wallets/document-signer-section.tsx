import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSignerView, WalletsOverview } from '../../../contracts/ipc/wallets-contract.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { chosenFiles } from './chosen-files.ts';
import { FileField } from './file-field.tsx';
import { SaidLine } from './said.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** Who signs vaccination certificates: what is in force, what it may state, when it ends, and the way to a new one. */
export function DocumentSignerSection({ signers }: { signers: WalletsOverview['documentSigners'] }) {
  const { t } = useTranslation();
  return (
    <section className="wallets-section" id="wallets-signer" aria-labelledby="wallets-signer-title">
      <h3 id="wallets-signer-title">{t('documentSigner.title')}</h3>
      <p className="station-dim">{t('documentSigner.text')}</p>
      {signers.length === 0 && <p>{t('documentSigner.none')}</p>}
      <ul className="wallets-list" data-testid="document-signers">
        {signers.map((signer) => (
          <Signer key={signer.kid} signer={signer} />
        ))}
      </ul>
      <SignerImport />
    </section>
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

function SignerImport() {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [imports, setImports] = useState(0);
  const { run, isBusy, said } = useWalletAction('wallets.import-document-signer');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = await chosenFiles(files.current?.files ?? null);
    if (chosen.length === 0) return files.current?.focus();
    const input = { files: chosen, ...(passphrase === '' ? {} : { passphrase }) };
    if (!(await run(input, t('documentSigner.done')))) return;
    setPassphrase('');
    setImports(imports + 1);
  };
  return (
    <>
      <h4>{t('documentSigner.import')}</h4>
      <form className="wallets-form" onSubmit={(event) => void submit(event)}>
        <FileField
          key={imports}
          inputRef={files}
          label={t('documentSigner.files')}
          accept=".cer,.crt,.pem,.p12,.pfx,.key,.der"
          isMultiple
          testId="signer-files"
        />
        <PasswordInput
          label={t('wallets.apple.import.passphrase')}
          autoComplete="off"
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
        <div className="wallets-wide wallets-actions">
          <Button type="submit" loading={isBusy} data-testid="import-signer">
            {t('documentSigner.send')}
          </Button>
        </div>
      </form>
      <SaidLine said={said} testId="signer-said" />
    </>
  );
}
