import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletsOverview } from '../../../contracts/ipc/wallets-contract.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { firstPress } from '../../../ui/first-press.ts';
import { SavedForm } from '../../components/saved-form.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation } from '../../station-context.tsx';
import { saveAsFile } from './chosen-files.ts';
import { SaidLine } from './said.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** Step one: key and request are made here; the request is handed out as a file for Apple. */
export function CertificateRequestForm({
  organisation,
  requests,
}: {
  organisation: string;
  requests: WalletsOverview['requests'];
}) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const station = useStation();
  const [form, setForm] = useState({ organisation, email: '', country: 'DE' });
  const { run, isBusy, said } = useWalletAction('wallets.request-certificate');
  const download = async (id: string) => {
    const answer = await station.ask('wallets.certificate-request', { id });
    if (answer.ok) saveAsFile(answer.value.fileName, answer.value.pem, 'application/pkcs10');
  };
  const save = async () => {
    const made = await run(form, t('wallets.saved'));
    if (made) await download(made.id);
    return made !== undefined;
  };
  const field = (name: keyof typeof form, type: 'text' | 'email') => (
    <TextInput
      type={type}
      label={t(`wallets.apple.request.${name}`)}
      value={form[name]}
      onChange={({ currentTarget }) => setForm({ ...form, [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <p className="station-dim">{t('wallets.apple.request.text')}</p>
      <SavedForm className="wallets-form" noValidate save={save}>
        {field('organisation', 'text')}
        {field('email', 'email')}
        {field('country', 'text')}
        <div className="wallets-wide wallets-actions">
          <Button type="submit" loading={isBusy} data-testid="make-request">
            {t('wallets.apple.request.make')}
          </Button>
        </div>
      </SavedForm>
      <SaidLine said={said} testId="request-said" />
      <ul className="wallets-list">
        {requests.map(({ id, organisation: asked, createdAt }) => (
          <li key={id}>
            <span>
              {t('wallets.apple.request.made', {
                date: date(createdAt.slice(0, 10) as PlainDate),
                organisation: asked,
              })}
            </span>
            <Button size="compact-sm" variant="light" onClick={firstPress(() => void download(id))}>
              {t('wallets.apple.request.download')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
