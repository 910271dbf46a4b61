import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenFiles } from './chosen-files.ts';
import { FileField } from './file-field.tsx';
import { SaidLine } from './said.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** Step three: Apple's answer, or an export with its key. What is wrong with it is said in words. */
export function CertificateImportForm() {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [imports, setImports] = useState(0);
  const { run, isBusy, said } = useWalletAction('wallets.import-certificate');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = await chosenFiles(files.current?.files ?? null);
    if (chosen.length === 0) return files.current?.focus();
    const input = { files: chosen, ...(passphrase === '' ? {} : { passphrase }) };
    if (!(await run(input, t('wallets.apple.import.done')))) return;
    setPassphrase('');
    setImports(imports + 1);
  };
  return (
    <>
      <p className="station-dim">{t('wallets.apple.import.text')}</p>
      <form className="wallets-form" onSubmit={(event) => void submit(event)}>
        <FileField
          key={imports}
          inputRef={files}
          label={t('wallets.apple.import.files')}
          accept=".cer,.crt,.pem,.p12,.pfx,.key,.der"
          isMultiple
          testId="certificate-files"
        />
        <PasswordInput
          label={t('wallets.apple.import.passphrase')}
          autoComplete="off"
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
        <div className="wallets-wide wallets-actions">
          <Button type="submit" loading={isBusy} data-testid="import-certificate">
            {t('wallets.apple.import.send')}
          </Button>
        </div>
      </form>
      <SaidLine said={said} testId="import-said" />
    </>
  );
}
