import { Button, PasswordInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedForm } from '../../components/saved-form.tsx';
import { chosenFiles } from './chosen-files.ts';
import { FileField } from './file-field.tsx';
import { SaidLine } from './said.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** Files with a certificate and perhaps its key, sent to be checked and kept. What is wrong with them is said in words. */
export function CertificateFilesForm({
  channel,
  name,
  words,
}: {
  channel: 'wallets.import-certificate' | 'wallets.import-document-signer';
  /** For tests: `<name>-files`, `import-<name>`. */
  name: string;
  words: { readonly files: string; readonly send: string; readonly done: string };
}) {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [imports, setImports] = useState(0);
  const { run, isBusy, said } = useWalletAction(channel);
  const save = async () => {
    const chosen = await chosenFiles(files.current?.files ?? null);
    if (chosen.length === 0) {
      files.current?.focus();
      return false;
    }
    const input = { files: chosen, ...(passphrase === '' ? {} : { passphrase }) };
    if (!(await run(input, words.done))) return false;
    setPassphrase('');
    setImports(imports + 1);
    return true;
  };
  return (
    <>
      <SavedForm className="wallets-form" save={save}>
        <FileField
          key={imports}
          inputRef={files}
          label={words.files}
          accept=".cer,.crt,.pem,.p12,.pfx,.key,.der"
          isMultiple
          testId={`${name}-files`}
        />
        <PasswordInput
          label={t('wallets.apple.import.passphrase')}
          autoComplete="off"
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
        <div className="wallets-wide wallets-actions">
          <Button type="submit" loading={isBusy} data-testid={`import-${name}`}>
            {words.send}
          </Button>
        </div>
      </SavedForm>
      <SaidLine said={said} testId={`${name}-said`} />
    </>
  );
}
